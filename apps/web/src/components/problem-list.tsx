// Problems that a reader can mend: what is wrong and where, in the language of the page.
import type { ReactNode } from 'react'
import type { WordedProblem } from '../../../server/src/api/types.ts'
import { renderCount } from '../format/numbers.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import './states.css'

export function ProblemList({ problems }: { readonly problems: readonly WordedProblem[] }): ReactNode {
  const { edition } = useMessages()
  const language = useLanguage()
  return (
    <div role="alert">
      <ul className="problems">
        {problems.map(({ code, severity, where, text }, index) => (
          <li key={`${code}${index}`} className={`problem problem-${severity}`}>
            {where.file !== undefined && (
              <code>{where.row === undefined ? edition.whereFile(where.file) : edition.where(where.file, renderCount(where.row, language))}</code>
            )}
            <span>{text[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
