// Founding: everything at a glance, and the button that stores it in one go.
import { ProblemError } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SessionAnswer } from '../../../../../server/src/api/member-types.ts'
import { ask } from '../../../api/ask.ts'
import { sessionQuery } from '../../../api/member-queries.ts'
import { TextField } from '../../../components/text-field.tsx'
import { keys } from '../../../keys/keys.ts'
import { useProblemTexts } from '../../../keys/problem-text.ts'
import { useLanguage } from '../../../messages/messages.ts'
import { wasFoundedMeanwhile } from '../founded-meanwhile.ts'
import { useFoundingWords } from '../found-words.ts'
import { organisationsToSend, writtenNumbers, writtenOrganisations } from '../founding-draft.ts'
import type { FoundingStep } from '../founding-steps.ts'
import { StepFrame } from '../step-frame.tsx'
import type { Founding, MadeFor } from '../use-founding.ts'

export type StoreStepProps = { readonly founding: Founding; readonly made: MadeFor; readonly onStored: (session: SessionAnswer) => void }

/** It stands, and only the answer was lost. */
const isFounded = (error: unknown): boolean => error instanceof ProblemError && error.problems.some(({ code }) => code === 'keys.founded-unanswered')

export function StoreStep({ founding, made, onStored }: StoreStepProps): ReactNode {
  const { store: words, step, notHere } = useFoundingWords()
  const language = useLanguage()
  const textsOf = useProblemTexts()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const [checks, setChecks] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [taken, setTaken] = useState(false)
  const { draft, takeOver, ids, tested } = founding
  // Beyond this machine the server asks for the code that it printed.
  const needsCode = !['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)
  const codeMissing = needsCode && code.trim() === '' && checks > 0

  async function store(): Promise<void> {
    if (needsCode && code.trim() === '') return setChecks(checks + 1)
    setBusy(true)
    setFailure(undefined)
    const { network, you, threshold } = draft
    const createdAt = new Date().toISOString()
    try {
      const { session } = await keys.storeFounding({
        code: needsCode ? code.trim() : null,
        network: {
          id: ids.network, name: network.name.trim(), municipality: network.municipality.trim(), collectionStart: network.collectionStart, timeZone: network.timeZone,
        },
        settings: { emergencyNumbers: writtenNumbers(draft), publicThreshold: Number(threshold), recoveryTestedAt: tested ? createdAt : null },
        organisations: organisationsToSend(draft, takeOver?.organisations.map((one) => one.code)),
        founder: { member: ids.member, organisation: you.organisation, name: you.name.trim(), email: you.email.trim(), password: founding.password, language },
        createdAt,
      }, made.keys)
      client.setQueryData(sessionQuery.queryKey, session)
      onStored(session)
    } catch (error) {
      setTaken(await wasFoundedMeanwhile(error, () => ask<SessionAnswer>('session')))
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  const organisations = [...(takeOver?.organisations ?? []), ...writtenOrganisations(draft)].map(({ name }) => name.trim())
  const numbers = writtenNumbers(draft).map(({ name, number }) => `${name}, ${number}`)
  const rows: readonly (readonly [string, string, FoundingStep | null])[] = [
    [words.network, `${draft.network.name.trim()}, ${draft.network.municipality.trim()}`, takeOver ? null : 'network'],
    [words.collection, words.collectionValue(draft.network.collectionStart, draft.network.timeZone.replaceAll('_', ' ')), takeOver ? null : 'network'],
    [words.organisations, organisations.join(', '), 'organisations'],
    [words.numbers, numbers.join('; ') || words.noNumbers, 'rules'],
    [words.threshold, draft.threshold.trim(), 'rules'],
    [words.you, `${draft.you.name.trim()}, ${draft.you.email.trim()}`, 'you'],
    [words.sheets, tested ? words.sheetsTested : words.sheetsUntested, tested ? null : 'test'],
  ]
  return (
    <StepFrame
      title={step.store} lead={words.lead} isBusy={busy} onNext={() => void store()} nextText={busy ? words.founding : words.found} onBack={founding.back} after={words.after}
      errors={codeMissing ? [{ field: 'code', text: words.codeMissing }] : []} checks={checks}
    >
      <dl className="step-summary">
        {rows.map(([name, text, to]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
            <dd className="step-change">
              {to && <button type="button" className="plain" aria-label={words.changeOf(name)} onClick={() => founding.goTo(to)}>{words.change}</button>}
            </dd>
          </div>
        ))}
      </dl>
      {needsCode && <TextField id="code" label={words.code} hint={words.codeHint} value={code} onChange={setCode} error={codeMissing ? words.codeMissing : undefined} maxLength={100} />}
      {failure !== undefined && (
        <div role="alert">
          {taken ? (
            <>
              <p><strong>{notHere.title}</strong></p>
              <p className="problem problem-error">{notHere.meanwhile}</p>
              <p><a href="/sign-in">{notHere.signIn}</a></p>
            </>
          ) : (
            <>
              {!isFounded(failure) && <p>{words.failed}</p>}
              {textsOf(failure).map((text) => <p key={text} className="problem problem-error">{text}</p>)}
            </>
          )}
        </div>
      )}
    </StepFrame>
  )
}
