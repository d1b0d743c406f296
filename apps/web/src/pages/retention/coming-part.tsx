// How much falls due in each of the twelve months that come.
import type { ReactNode } from 'react'
import type { RetentionAnswer } from '../../../../server/src/api/retention-types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { renderMonth } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useRetentionWords } from './retention-words.ts'

export function ComingPart({ answer: { coming } }: { readonly answer: RetentionAnswer }): ReactNode {
  const words = useRetentionWords()
  const language = useLanguage()
  const months = [...new Set(coming.map(({ month }) => month))]
  const kinds = [...new Set(coming.map(({ class: of }) => of))]
  if (coming.length === 0) return <section aria-labelledby="weed-coming"><h2 id="weed-coming">{words.coming}</h2><p>{words.comingNone}</p></section>
  return (
    <section aria-labelledby="weed-coming">
      <h2 id="weed-coming">{words.coming}</h2>
      <DataTable caption={words.comingLead} className="coming-table">
        <thead><tr><th scope="col">{words.month}</th>{kinds.map((of) => <th key={of} scope="col" className="num">{words.what[of]}</th>)}</tr></thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">{renderMonth(`${month}-01`, language)}</th>
              {kinds.map((of) => <td key={of} className="num">{renderCount(coming.find((one) => one.month === month && one.class === of)?.count ?? 0, language)}</td>)}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  )
}
