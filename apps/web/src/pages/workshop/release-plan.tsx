// The plan of publication: what this edition prints of each table, and when the rest comes.
import type { ReactNode } from 'react'
import type { PlannedRelease } from '../../../../server/src/api/edition-types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { periodName, tableName } from '../editions/decision-words.ts'
import { useWorkshopWords } from './workshop-words.ts'

export function ReleasePlan({ plan, year }: { readonly plan: readonly PlannedRelease[]; readonly year: number }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { plan: words } = useWorkshopWords()
  const then = ({ waiting, next }: PlannedRelease): string => {
    if (next !== null) return words.nextBlock(String(next))
    if (waiting.length > 0) return words.waiting(waiting.join(', '))
    return words.nextYear(String(year + 1))
  }
  return (
    <section className="edition-section" aria-labelledby="release-plan">
      <h2 id="release-plan">{words.title}</h2>
      <p>{words.text}</p>
      <DataTable caption={words.title} className="release-plan">
        <thead>
          <tr>
            <th scope="col">{words.column.table}</th>
            <th scope="col" className="words">{words.column.release}</th>
            <th scope="col" className="words">{words.column.printed}</th>
            <th scope="col" className="words">{words.column.next}</th>
          </tr>
        </thead>
        <tbody>
          {plan.map((release) => (
            <tr key={release.table}>
              <th scope="row">{words.families[release.table as keyof typeof words.families] ?? tableName(release.table, messages)}</th>
              <td className="words">{words.release[release.release]}</td>
              <td className="words">{release.printed.length === 0 ? words.none : release.printed.map((period) => periodName(period, language, messages)).join(', ')}</td>
              <td className="words">{then(release)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  )
}
