// The trial itself: every answer with its box, the sealed texts, and the decision that is noted before anything can be printed.
import { useQueryClient } from '@tanstack/react-query'
import {
  type Decider, deciders, type ExtractDecision, type ExtractOutcome, extractOutcomes, type MaskedField, type MaskGround, maskText, type Recipient, recipients,
} from '@lykta/incident'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { AuthoritySetting, ExtractsAnswer } from '../../../../server/src/api/authority-types.ts'
import type { IncidentAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { keys } from '../../keys/keys.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { useAuthorityWords } from './authority-words.ts'
import { extractGroups, maskFields } from './extract-fields.ts'
import { citedWords } from './extract-list.tsx'
import type { ExtractPaperContent } from './extract-paper.tsx'
import { useExtractWords } from './extract-words.ts'
import { GroundField, isFitGround } from './ground-field.tsx'
import { RefusalGrounds } from './refusal-grounds.tsx'
import { TextMasking, type TextToTry } from './text-masking.tsx'

export type ExtractTrialProps = {
  readonly incident: IncidentAnswer
  readonly setting: AuthoritySetting
  readonly today: string
  /** Texts open in the browser of members alone. */
  readonly isMember: boolean
  readonly onDecided: (paper: ExtractPaperContent) => void
}

type Decided = { readonly outcome: ExtractOutcome | ''; readonly decider: Decider | ''; readonly recipient: Recipient | ''; readonly decidedOn: string }

export function ExtractTrial({ incident, setting, today, isMember, onDecided }: ExtractTrialProps): ReactNode {
  const words = useExtractWords()
  const { recipient: recipientWords } = useAuthorityWords()
  const language = useLanguage()
  const messages = useMessages()
  const network = useNetwork()
  const client = useQueryClient()
  const acting = useAct()
  const { ref, diary, revision, revisions } = incident
  const [ground, setGround] = useState<MaskGround>({ code: 'osl-26-1', words: null })
  const [fields, setFields] = useState<readonly MaskedField[]>([])
  const [texts, setTexts] = useState<readonly TextToTry[]>(revisions.filter(({ text }) => text).map(({ number }) => ({ number, text: null, passages: [], whole: null })))
  const [refusal, setRefusal] = useState<readonly MaskGround[]>([])
  const [decided, setDecided] = useState<Decided>({ outcome: '', decider: '', recipient: '', decidedOn: today })
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  useWarnBeforeLeaving(fields.length + refusal.length > 0 || texts.some(({ passages, whole }) => passages.length > 0 || whole !== null) || decided.outcome !== '' || decided.decider !== '' || decided.recipient !== '')
  // Locked keys leave nothing readable on the screen; what was masked stays masked when the text is opened again.
  useEffect(() => keys.subscribe(() => keys.view.state === 'locked' && setTexts((before) => before.map((one) => ({ ...one, text: null })))), [])
  const groups = extractGroups(incident, network, language, messages, words)
  const fit = isFitGround(ground) ? ground : null
  const nameOf = ({ number }: TextToTry): string => words.textOf(renderCount(number, language))
  const { outcome, decider, recipient, decidedOn } = decided
  const refused = outcome === 'refused'
  const neither = !refused && texts.some(({ text, whole }) => text === null && whole === null)

  const save = (): Promise<void> => acting.act(async () => {
    setChecked(true)
    if (outcome === '' || decider === '' || recipient === '' || decidedOn === '' || decidedOn > today || neither) return focusWrong(form.current)
    const own = refused ? [] : [...fields, ...texts.flatMap(({ number, whole }) => (whole ? [{ field: `text-${number}`, ground: whole }] : []))]
    const passages = refused ? [] : texts.flatMap(({ number, whole, passages: list }) => (whole ? [] : list.map((passage) => ({ ...passage, text: number }))))
    const body: ExtractDecision = { id: crypto.randomUUID(), revision, outcome, decider, decidedOn, recipient, grounds: refused ? refusal : [], fields: own, passages }
    const stored = await ask<ExtractsAnswer>(`incidents/${encodeURIComponent(ref)}/extracts`, { method: 'POST', body })
    client.setQueryData(['authority', 'extracts', ref], stored)
    void client.invalidateQueries({ queryKey: ['authority'], exact: true })
    const grounds = [...refusal, ...own.map((one) => one.ground), ...passages.map((one) => one.ground)]
    onDecided({
      outcome, setting, ref, diary, revision, decidedOn, decider, grounds: grounds.filter((one, at) => grounds.findIndex((other) => other.code === one.code && other.words === one.words) === at),
      groups: refused ? [] : maskFields(groups, own),
      texts: refused ? [] : texts.map((one) => ({ name: nameOf(one), pieces: one.whole ? [{ masked: one.whole }] : maskText(one.text ?? '', one.passages) })),
    })
    return undefined
  })

  return (
    <>
      <p className="lead">{words.lead}</p>
      <p>{words.ask}</p>
      <div className="extract-ground-now">
        <GroundField label={words.ground} hint={words.groundHint} ground={ground} onGround={setGround} error={fit === null ? words.ownGroundMissing : undefined} />
      </div>
      <section aria-labelledby="extract-fields">
        <h2 id="extract-fields">{words.fields}</h2>
        {groups.map(({ title, fields: own }) => (
          <section key={title} className="extract-group">
            <h3>{title}</h3>
            <ul>
              {own.map(({ id, label, value }) => {
                const masked = fields.find(({ field }) => field === id)
                return (
                  <li key={id}>
                    <TickBox isTicked={masked !== undefined} onTick={(on) => (!on || fit !== null) && setFields(on && fit ? [...fields, { field: id, ground: fit }] : fields.filter(({ field }) => field !== id))}>
                      <span className="unseen">{words.mask('')}</span>
                      <span className="extract-label">{label}</span> <span className={masked ? 'extract-struck' : undefined}>{value}</span>
                      {masked && <span className="extract-ground">{words.masked(citedWords(masked.ground, language))}</span>}
                    </TickBox>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </section>
      <section aria-labelledby="extract-texts">
        <h2 id="extract-texts">{words.textTitle}</h2>
        {texts.length === 0 && <p className="faint">{words.textNone}</p>}
        {texts.map((one) => (
          <TextMasking
            key={one.number} incident={incident} one={one} name={nameOf(one)} ground={fit} opens={isMember}
            onChange={(change) => setTexts((before) => before.map((other) => (other.number === one.number ? { ...other, ...change } : other)))}
          />
        ))}
      </section>
      <section aria-labelledby="extract-decision">
        <h2 id="extract-decision">{words.decision}</h2>
        <p className="hint">{words.decisionHint}</p>
        <div ref={form} className="authority-form">
          <SelectField label={words.outcome} none={words.choose} selected={outcome} options={extractOutcomes.map((id) => ({ id, text: words.outcomes[id] }))} error={checked && outcome === '' ? words.missing : undefined}
            onSelect={(id) => setDecided({ ...decided, outcome: extractOutcomes.find((one) => one === id) ?? '' })} />
          {refused && <RefusalGrounds grounds={refusal} onGrounds={setRefusal} />}
          <SelectField label={words.decider} none={words.choose} selected={decider} options={deciders.map((id) => ({ id, text: words.deciders[id] }))} error={checked && decider === '' ? words.missing : undefined}
            onSelect={(id) => setDecided({ ...decided, decider: deciders.find((one) => one === id) ?? '' })} />
          <SelectField label={words.recipient} none={words.choose} selected={recipient} options={recipients.map((id) => ({ id, text: recipientWords[id] }))} error={checked && recipient === '' ? words.missing : undefined}
            onSelect={(id) => setDecided({ ...decided, recipient: recipients.find((one) => one === id) ?? '' })} />
          <TextField type="date" label={words.decidedOn} value={decidedOn} onChange={(text) => setDecided({ ...decided, decidedOn: text })} error={checked && (decidedOn === '' || decidedOn > today) ? words.missing : undefined} />
        </div>
        {checked && neither && <p className="field-error" role="alert">{words.textNeither}</p>}
        <ActOutcome acting={acting} />
        <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
      </section>
    </>
  )
}
