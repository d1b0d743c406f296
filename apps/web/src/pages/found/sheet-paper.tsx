// The three sheets on paper, one a page: what each is, how it is kept and used, and its rows.
import { type PrintedRow, renderRows } from '@lykta/seal'
import type { ReactNode } from 'react'
import { QrCode } from '../../components/qr-code.tsx'
import { Paper } from '../../components/paper.tsx'
import { useFoundingWords } from './found-words.ts'
import { SheetRows } from './sheet-rows.tsx'

export type SheetPaperProps = {
  readonly network: { readonly id: string; readonly name: string; readonly municipality: string }
  /** Hash of the log's first line. */
  readonly genesis: string
  readonly sheets: readonly { readonly number: number; readonly rows: readonly PrintedRow[] }[]
  readonly today: string
}

export function SheetPaper({ network, genesis, sheets: made, today }: SheetPaperProps): ReactNode {
  const { paper: words, sheets } = useFoundingWords()
  return (
    <Paper>
      {made.map(({ number, rows }) => (
        <section key={number} className="sheet">
          <header>
            <p>Lykta</p>
            <h1>{words.title(number)}</h1>
            <p>{words.for(network.name, network.municipality)}</p>
            <p>{words.made(today)}</p>
          </header>
          <p>{words.what}</p>
          <SheetRows rows={rows} />
          <ul>{words.keep.map((text) => <li key={text}>{text}</li>)}</ul>
          <p>{sheets.keeper[number - 1]}</p>
          <p>{words.how}</p>
          <div className="sheet-foot">
            <div>
              <dl className="sheet-lines">
                <dt>{words.keptBy}</dt>
                <dd />
                <dt>{words.since}</dt>
                <dd />
              </dl>
              <dl className="sheet-names">
                <dt>{words.network}</dt>
                <dd><code>{network.id}</code></dd>
                <dt>{words.genesis}</dt>
                <dd><code>{genesis.replaceAll(/(.{8})(?!$)/g, '$1 ')}</code></dd>
              </dl>
            </div>
            <QrCode text={renderRows({ kind: 'network', number }, rows, { network: network.id, genesis })} label={words.code} />
          </div>
        </section>
      ))}
    </Paper>
  )
}
