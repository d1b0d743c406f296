// The sealed texts in the panel, newest first: how to open them, for whom; opened, the one text with everything that must be said about it.
import { useQuery } from '@tanstack/react-query'
import { findSealText } from '@lykta/seal'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { IncidentAnswer, IncidentRevision } from '../../../../server/src/api/types.ts'
import { membersQuery, sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { keys, type OpenedReason } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ownWords } from '../../messages/own-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export const useSealedReasonWords = ownWords({ sv, en })

export function SealedReason({ answer: { ref, externalRef, revision, answers, revisions } }: { readonly answer: IncidentAnswer }): ReactNode {
  const { incident } = useMessages()
  const words = useSealedReasonWords()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  const [opened, setOpened] = useState<OpenedReason>()
  const [closed, setClosed] = useState<number>()
  // Locked keys leave nothing readable on the screen.
  useEffect(() => keys.subscribe(() => keys.view.state === 'locked' && setOpened(undefined)), [])
  const isMember = session.data?.state === 'signed-in'
  const texts = revisions.filter(({ text, mayOpen }) => text && mayOpen)
  const mayRead = session.data?.rights.includes('text.read') === true && texts.length > 0
  if (!isMember || !mayRead) {
    return (
      <div className="reason">
        <Icon name="sealed" />
        <div>
          {isMember ? <p>{words.sealedFromYou}</p> : (
            <>
              <p>{incident.reasonSealed}</p>
              <pre className="command"><code>npx lykta read {externalRef ?? ref}</code></pre>
            </>
          )}
        </div>
      </div>
    )
  }
  // One at a time: what is opened takes the place of what was.
  const open = async (number: number): Promise<void> => {
    setOpened(undefined)
    setClosed(undefined)
    // Somebody outside writes through a member: there is no organisation of a device to compare.
    setOpened(await keys.openReason(ref, answers.external ? null : answers.reportedBy, { revision, answers }, number))
  }
  const close = (): void => {
    setClosed(opened?.revision)
    setOpened(undefined)
  }
  const one = (text: IncidentRevision): ReactNode => opened?.revision === text.number
    ? <OpenedText opened={opened} revision={revision} onClose={close} />
    : <SealedText label={texts.length > 1 ? words.openOf(renderCount(text.number, language)) : words.open} returns={closed === text.number} onOpen={() => open(text.number)} />
  if (texts.length === 1) return one(texts[0]!)
  return (
    <>
      <p>{words.many(renderCount(texts.length, language))}</p>
      <ol className="reason-texts">
        {texts.map((text) => (
          <li key={text.number}>
            <TextAbout text={text} />
            {one(text)}
          </li>
        ))}
      </ol>
    </>
  )
}

type SealedTextProps = { readonly label: string; /** Was open a moment ago: the focus comes back to its button. */ readonly returns: boolean; readonly onOpen: () => Promise<void> }

function SealedText({ label, returns, onOpen }: SealedTextProps): ReactNode {
  const words = useSealedReasonWords()
  const { busy, failure, act } = useAct()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (returns) place.current?.querySelector('button')?.focus()
  }, [returns])
  const open = (): Promise<void> =>
    act(async () => {
      if (await keys.askUnlock()) await onOpen()
      return undefined
    })
  return (
    <div ref={place} className="reason">
      <Icon name="sealed" />
      <div>
        <p>{words.sealed} <span className="faint">{words.noted}</span></p>
        <Button kind="secondary" isDisabled={busy} onPress={() => void open()}>{busy ? words.opening : label}</Button>
        <FailureNote error={failure} />
      </div>
    </div>
  )
}

/** Which text it is, before it is opened: what the register says in clear. */
function TextAbout({ text: { number, createdAt, author } }: { readonly text: IncidentRevision }): ReactNode {
  const words = useSealedReasonWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const { log } = useKeys()
  const session = useQuery(sessionQuery)
  const members = useQuery({ ...membersQuery, enabled: session.data?.rights.includes('members.manage') === true })
  const listed = log?.holders.find(({ id }) => id === author)?.role ?? members.data?.members.find(({ id }) => id === author)?.role
  const role = listed ?? (members.data?.devices.some(({ id }) => id === author) ? 'device' : author === 'operator' ? 'operator' : undefined)
  return (
    <p className="reason-which">
      <strong>{words.textOf(renderCount(number, language))}</strong>
      <span>{renderMoment(createdAt, network.timeZone, language)}</span>
      {author !== null && (role || !members.isLoading) && <span>{author === 'import' ? words.fromFile : words.writer(role ? words.who[role] : words.someone)}</span>}
    </p>
  )
}

type OpenedTextProps = { readonly opened: OpenedReason; readonly revision: number; readonly onClose: () => void }

function OpenedText({ opened, revision, onClose }: OpenedTextProps): ReactNode {
  const words = useSealedReasonWords()
  const language = useLanguage()
  const authorWords = useAuthorWords(opened.author)
  const section = useRef<HTMLElement>(null)
  // The button that opened it is gone: whoever goes by the keyboard goes on from here.
  useEffect(() => section.current?.focus(), [])
  const { text, signed, imported, madeOnServer, findings, revision: writtenWith } = opened
  return (
    <section ref={section} tabIndex={-1} className="reason-open" aria-label={words.title}>
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
