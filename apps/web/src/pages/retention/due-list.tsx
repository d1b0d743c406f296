// Each incident, case, meeting and member that has fallen due, the earliest first; folded away.
import type { ReactNode } from 'react'
import type { RetentionAnswer } from '../../../../server/src/api/retention-types.ts'
import { renderDay } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useRetentionWords } from './retention-words.ts'

export function DueList({ answer: { due, left } }: { readonly answer: RetentionAnswer }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  return (
    <details className="due-list">
      <summary>{words.list(renderCount(due.length + left, language))}</summary>
      <ul>
        {due.map(({ class: of, id, name, on, heldUntil, waitsForReason }) => (
          <li key={`${of} ${id}`}>
            {words.what[of]}: {name === null ? words.member : of === 'situation' ? renderDay(name, language) : <code>{name}</code>}, {words.dueOn(renderDay(on, language))}
            {heldUntil !== null && <> · {words.heldUntil(renderDay(heldUntil, language))}</>}
            {heldUntil === null && waitsForReason && <> · {words.waits}</>}
          </li>
        ))}
      </ul>
      {left > 0 && <p>{words.more(renderCount(left, language))}</p>}
    </details>
  )
}
