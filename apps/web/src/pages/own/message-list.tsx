// What was asked, answered and told about an incident, in order: codes in, sentences out.
import type { ReactNode } from 'react'
import type { MessageEntry } from '../../../../server/src/api/member-types.ts'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import './message-list.css'
import type { OwnWords } from './messages/sv.ts'
import { useOwnIncidentWords } from './own-words.ts'

/** `from`: who says what, as seen from this side. */
export function MessageList({ messages, from }: { readonly messages: readonly MessageEntry[]; readonly from?: OwnWords['from'] }): ReactNode {
  const words = useOwnIncidentWords()
  const language = useLanguage()
  const { network } = useNetwork()
  return (
    <ol className="messages" aria-label={words.messages}>
      {messages.map((message) => (
        <li key={message.id} className={`message message-${message.kind}`}>
          <span className="message-from">{(from ?? words.from)[message.kind]}</span>
          <span>{messageWords(message, words)}</span>
          <small>{renderMoment(message.at, network.timeZone, language)}</small>
        </li>
      ))}
    </ol>
  )
}

/** A code that this version does not know shows as it is, never as nothing. */
export function messageWords({ kind, code }: Pick<MessageEntry, 'kind' | 'code'>, words: OwnWords): string {
  const sentences: Readonly<Record<string, string>> = words[kind]
  return sentences[code] ?? code
}

/** The question that nobody has answered yet; the latest, when there are several. */
export function findOpenQuestion(messages: readonly MessageEntry[]): MessageEntry | undefined {
  return messages.findLast(({ id, kind }) => kind === 'question' && !messages.some(({ to }) => to === id))
}
