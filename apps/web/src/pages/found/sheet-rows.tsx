// The four rows of a sheet, as they are printed and as they are copied by hand.
import type { PrintedRow } from '@lykta/seal'
import type { ReactNode } from 'react'
import { useFoundingWords } from './found-words.ts'
import './sheet.css'

export function SheetRows({ rows }: { readonly rows: readonly PrintedRow[] }): ReactNode {
  const { sheets: words, paper } = useFoundingWords()
  return (
    <table className="sheet-rows">
      <caption className="unseen">{paper.rows}</caption>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.characters}</th>
          <th scope="col">{words.word}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, word }, index) => (
          <tr key={code}>
            <th scope="row">{index + 1}</th>
            <td><code>{code}</code></td>
            <td lang="en"><code>{word}</code></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
