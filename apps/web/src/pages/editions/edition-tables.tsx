// The protected tables as open data: CSV for a spreadsheet, JSON-stat for programs, in both languages.
import type { ReactNode } from 'react'
import type { EditionFile } from '../../../../server/src/api/types.ts'
import { DataTable } from '../../components/data-table.tsx'
import { useMessages } from '../../messages/messages.ts'
import { tableName } from './decision-words.ts'

const columns = [
  { language: 'sv', kind: 'csv' }, { language: 'sv', kind: 'json' }, { language: 'en', kind: 'csv' }, { language: 'en', kind: 'json' },
] as const
const formats = { csv: 'CSV', json: 'JSON-stat' } as const

export function EditionTables({ files }: { readonly files: readonly EditionFile[] }): ReactNode {
  const messages = useMessages()
  const { edition: words } = messages
  const manifest = files.find(({ kind }) => kind === 'manifest')
  const tables = [...new Set(files.flatMap(({ table }) => (table === null ? [] : [table])))]
  return (
    <section className="edition-section" aria-labelledby="edition-tables">
      <h2 id="edition-tables">{words.tables}</h2>
      <p>{words.tablesText}</p>
      {manifest && <p><a href={manifest.href} download>{words.manifest}</a>: {words.manifestText}</p>}
      <details>
        <summary>{words.tablesCount(String(tables.length))}</summary>
        <DataTable caption={words.tables} className="open-data">
          <thead>
            <tr>
              <th scope="col">{words.tableColumn}</th>
              {columns.map(({ language, kind }) => <th key={`${language}${kind}`} scope="col">{words.languages[language]}<small>{formats[kind]}</small></th>)}
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <tr key={table}>
                <th scope="row">{tableName(table, messages)}</th>
                {columns.map(({ language, kind }) => {
                  const file = files.find((one) => one.table === table && one.language === language && one.kind === kind)
                  return (
                    <td key={`${language}${kind}`}>
                      {file && <a href={file.href} download aria-label={`${tableName(table, messages)}, ${words.languages[language]}, ${formats[kind]}`}>{formats[kind]}</a>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </section>
  )
}
