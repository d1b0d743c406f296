// The versions of an incident: nothing is ever overwritten.
import type { ReactNode } from 'react'
import type { IncidentRevision } from '../../../../server/src/api/types.ts'
import { Mark } from '../../components/mark.tsx'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useAuthorWords } from './use-author-words.ts'

export function Revisions({ revisions }: { readonly revisions: readonly IncidentRevision[] }): ReactNode {
  const { incident: words, incidents } = useMessages()
  const language = useLanguage()
  const wordsOf = useAuthorWords()
  const { network } = useNetwork()
  return (
    <ol className="revisions">
      {revisions.map(({ number, createdAt, author, withdrawn }) => (
        <li key={number}>
          <strong>{words.revision(renderCount(number, language))}</strong>
          <span>{renderMoment(createdAt, network.timeZone, language)}</span>
          {wordsOf(author) !== undefined && <span>{words.author(wordsOf(author)!)}</span>}
          {withdrawn && <Mark kind="lamp">{incidents.withdrawn}</Mark>}
        </li>
      ))}
    </ol>
  )
}
