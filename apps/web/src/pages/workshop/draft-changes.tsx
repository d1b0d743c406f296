// The figures that a revision changes, before and after: protected values alone, as the edition's own chapter has them.
import type { ReactNode } from 'react'
import type { ChangedFigure } from '../../../../server/src/api/edition-types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { useWorkshopWords } from './workshop-words.ts'

export function DraftChanges({ changes }: { readonly changes: readonly ChangedFigure[] }): ReactNode {
  const { draft: { changes: words } } = useWorkshopWords()
  return (
    <section className="edition-section" aria-labelledby="draft-changes">
      <h2 id="draft-changes">{words.title}</h2>
      {changes.length === 0 ? <p>{words.none}</p> : (
        <DataTable caption={words.caption}>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  )
}
