// A sheet of one's own, offered: the third way to one's keys, printed at leisure.
import type { PrintedRow } from '@lykta/seal'
import { type ReactNode, useState } from 'react'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Paper } from '../../components/paper.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { SheetRows } from '../found/sheet-rows.tsx'
import { useJoinWords } from './join-words.ts'

export function OwnSheet({ onNext }: { readonly onNext: () => void }): ReactNode {
  const words = useJoinWords()
  const acting = useAct()
  const [rows, setRows] = useState<readonly PrintedRow[]>()
  const make = (): Promise<void> =>
    acting.act(async () => {
      if (!(await keys.askUnlock())) return undefined
      const made = await keys.makeOwnSheet()
      await made.store()
      setRows(made.rows)
      return words.sheetMade
    })
  return (
    <>
      <p>{words.sheet}</p>
      {rows && <SheetRows rows={rows} />}
      <ActOutcome acting={acting} />
      <p className="join-ways">
        {rows ? (
          <>
            <Button kind="secondary" onPress={() => globalThis.print()}>{words.sheetPrintAgain}</Button>
            <Button kind="primary" onPress={onNext}>{words.next}</Button>
          </>
        ) : (
          <>
            <Button kind="secondary" isDisabled={acting.busy} onPress={() => void make()}>{words.sheetPrint}</Button>
            <Button kind="quiet" onPress={onNext}>{words.sheetLater}</Button>
          </>
        )}
      </p>
      {rows && (
        <Paper>
          <section className="sheet">
            <h1>{words.sheetPaper}</h1>
            <p>{words.sheetPaperText}</p>
            <SheetRows rows={rows} />
          </section>
        </Paper>
      )}
    </>
  )
}
