// Three sheets, shown once: each on a paper of its own when they are printed.
import type { PrintedRow } from '@lykta/seal'
import type { ReactNode } from 'react'
import { useNetwork } from '../../network.ts'
import { useNetworkWords } from './network-words.ts'

export type PrintedSheet = { readonly number: number; readonly rows: readonly PrintedRow[] }
export type RecoverySheetsProps = { readonly sheets: readonly PrintedSheet[]; readonly network: string; readonly genesis: string }

export function RecoverySheets({ sheets, network: id, genesis }: RecoverySheetsProps): ReactNode {
  const words = useNetworkWords()
  const { network } = useNetwork()
  return (
    <div className="recovery-sheets">
      {sheets.map(({ number, rows }) => (
        <article key={number} className="recovery-sheet" aria-label={words.sheetNumber(String(number))}>
          <h3>{network.name}: {words.sheetNumber(String(number))}</h3>
          <ol>
            {rows.map(({ code, word }) => <li key={code}><code>{code}</code> <code>{word}</code></li>)}
          </ol>
          <p className="hint">network {id}<br />genesis {genesis}</p>
        </article>
      ))}
    </div>
  )
}
