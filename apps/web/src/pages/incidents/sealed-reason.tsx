// The sealed reason in the panel: how to open it, for whom; opened, the text with everything that must be said about it.
import { useQuery } from '@tanstack/react-query'
import { findSealText } from '@lykta/seal'
import { type ReactNode, useEffect, useState } from 'react'
import type { IncidentAnswer } from '../../../../server/src/api/types.ts'
import { membersQuery, sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { keys, type OpenedReason } from '../../keys/keys.ts'
import { ownWords } from '../../messages/own-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useSealedReasonWords = ownWords({ sv, en })

export function SealedReason({ answer: { ref, externalRef, revision, answers } }: { readonly answer: IncidentAnswer }): ReactNode {
  const { incident } = useMessages()
  const words = useSealedReasonWords()
  const session = useQuery(sessionQuery)
  const { busy, failure, act } = useAct()
  const [opened, setOpened] = useState<OpenedReason>()
  // Locked keys leave nothing readable on the screen.
  useEffect(() => keys.subscribe(() => keys.view.state === 'locked' && setOpened(undefined)), [])
  const caller = session.data?.caller
  const isMember = session.data?.state === 'signed-in'
  const mayRead = session.data?.rights.includes('text.read') === true && (caller?.role === 'coordinator' || caller?.organisation === answers.reportedBy)
  const open = (): Promise<void> =>
    act(async () => {
      if (!(await keys.askUnlock())) return undefined
      // Somebody outside writes through a member: there is no organisation of a device to compare.
      setOpened(await keys.openReason(ref, answers.external ? null : answers.reportedBy, { revision, answers }))
      return undefined
    })
  if (opened) return <OpenedText opened={opened} revision={revision} onClose={() => setOpened(undefined)} />
  return (
    <div className="reason">
      <Icon name="sealed" />
      <div>
        {!isMember && (
          <>
            <p>{incident.reasonSealed}</p>
            <pre className="command"><code>npx lykta read {externalRef ?? ref}</code></pre>
          </>
        )}
        {isMember && (mayRead ? <p>{words.sealed} <span className="faint">{words.noted}</span></p> : <p>{words.sealedFromYou}</p>)}
        {isMember && mayRead && <Button kind="secondary" isDisabled={busy} onPress={() => void open()}>{busy ? words.opening : words.open}</Button>}
        <FailureNote error={failure} />
      </div>
    </div>
  )
}

type OpenedTextProps = { readonly opened: OpenedReason; readonly revision: number; readonly onClose: () => void }

function OpenedText({ opened, revision, onClose }: OpenedTextProps): ReactNode {
  const words = useSealedReasonWords()
  const language = useLanguage()
  const authorWords = useAuthorWords(opened.author)
  const { text, signed, imported, madeOnServer, findings, revision: writtenWith } = opened
  return (
    <section className="reason-open" aria-label={words.title}>
      {findings.length > 0 && (
        <div className="reason-wrong" role="alert">
          <p><strong>{words.wrong}</strong></p>
          <ul className="problems">
            {findings.map((code) => <li key={code} className="problem problem-error">{findSealText(code, language)}</li>)}
          </ul>
        </div>
      )}
      <p className="reason-text">{text}</p>
      <ul className="reason-about">
        <li>{imported ? words.imported : signed && authorWords !== undefined ? words.signedBy(authorWords) : words.notSigned}</li>
        {madeOnServer && <li>{words.madeOnServer}</li>}
        {findings.length === 0 && <li>{writtenWith === revision ? words.sound : words.soundEarlier(renderCount(writtenWith, language))}</li>}
      </ul>
      <Button kind="secondary" onPress={onClose}>{words.close}</Button>
    </section>
  )
}

/** By name where the caller may see names; else what the log says: role and organisation. */
function useAuthorWords(author: OpenedReason['author']): string | undefined {
  const words = useSealedReasonWords()
  const { organisations } = useNetwork()
  const session = useQuery(sessionQuery)
  const members = useQuery({ ...membersQuery, enabled: session.data?.rights.includes('members.manage') === true })
  if (!author) return undefined
  const named = members.data?.members.find(({ id }) => id === author.id)?.name ?? members.data?.devices.find(({ id }) => id === author.id)?.name
  return words.whoAt(named ?? words.who[author.role], organisations.find(({ id }) => id === author.organisation)?.name ?? '–')
}
