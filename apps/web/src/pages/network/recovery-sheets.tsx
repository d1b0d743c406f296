// Three sheets, shown once: to be printed, or copied by hand.
import type { PrintedRow } from '@lykta/seal'
import type { ReactNode } from 'react'
import { useNetwork } from '../../network.ts'
import { useFoundingWords } from '../found/found-words.ts'
import { SheetPaper } from '../found/sheet-paper.tsx'
import { SheetRows } from '../found/sheet-rows.tsx'

export type PrintedSheet = { readonly number: number; readonly rows: readonly PrintedRow[] }

export function RecoverySheets({ sheets, genesis }: { readonly sheets: readonly PrintedSheet[]; readonly genesis: string }): ReactNode {
  const { sheets: words } = useFoundingWords()
  const { network, today } = useNetwork()
  return (
    <>
      <p className="hint">{words.pdf}</p>
      <details>
        <summary>{words.byHand}</summary>
        {sheets.map(({ number, rows }) => (
          <section key={number} aria-label={words.sheet(number)} className="recovery-sheet">
            <h3>{words.sheet(number)}</h3>
            <SheetRows rows={rows} />
          </section>
        ))}
      </details>
      <SheetPaper network={network} genesis={genesis} sheets={sheets} today={today} />
    </>
  )
}
