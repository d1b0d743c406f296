// One's keys: a new passphrase, and a sheet of one's own; both hold only once they have been stored.
import type { PrintedRow } from '@lykta/seal'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { keysQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Paper } from '../../components/paper.tsx'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { LockButton } from '../../shell/lock-button.tsx'
import { SheetRows } from '../found/sheet-rows.tsx'
import { useAccountWords } from './account-words.ts'

type Made =
  | { readonly kind: 'passphrase'; readonly words: readonly string[]; readonly store: () => Promise<void> }
  | { readonly kind: 'sheet'; readonly rows: readonly PrintedRow[]; readonly store: () => Promise<void> }

export function KeysPart(): ReactNode {
  const words = useAccountWords()
  const client = useQueryClient()
  const acting = useAct()
  const [made, setMade] = useState<Made | null>(null)

  const make = (kind: Made['kind']): Promise<void> =>
    acting.act(async () => {
      if (!(await keys.askUnlock())) return undefined
      if (kind === 'sheet') setMade({ kind, ...(await keys.makeOwnSheet()) })
      else {
        const { passphrase, store } = await keys.changePassphrase()
        setMade({ kind, words: passphrase.split(' '), store })
      }
      return undefined
    })
  const store = (): Promise<void> =>
    acting.act(async () => {
      await made?.store()
      await client.invalidateQueries({ queryKey: keysQuery.queryKey })
      setMade(null)
      return made?.kind === 'sheet' ? words.sheetStored : words.stored
    })
  return (
    <section className="account-part" aria-labelledby="own-keys">
      <h2 id="own-keys">{words.keys}</h2>
      <p>{words.keysText}</p>
      <LockButton explains />
      {made ? <MadeOnce made={made} isBusy={acting.busy} onStore={() => void store()} onCancel={() => setMade(null)} /> : (
        <>
          <div>
            <Button kind="secondary" isDisabled={acting.busy} onPress={() => void make('passphrase')}>{words.newPassphrase}</Button>
            <p className="hint">{words.newPassphraseText}</p>
          </div>
          <div>
            <Button kind="secondary" isDisabled={acting.busy} onPress={() => void make('sheet')}>{words.sheet}</Button>
            <p className="hint">{words.sheetText}</p>
          </div>
        </>
      )}
      <ActOutcome acting={acting} />
    </section>
  )
}

type MadeOnceProps = { readonly made: Made; readonly isBusy: boolean; readonly onStore: () => void; readonly onCancel: () => void }

function MadeOnce({ made, isBusy, onStore, onCancel }: MadeOnceProps): ReactNode {
  const words = useAccountWords()
  const [kept, setKept] = useState(false)
  const [checked, setChecked] = useState(false)
  const isSheet = made.kind === 'sheet'
  const shown = made.kind === 'sheet' ? <SheetRows rows={made.rows} /> : <SpokenWords words={made.words} label={words.newPassphrase} />
  return (
    <div className="account-made">
      {shown}
      {isSheet && <p><Button kind="secondary" onPress={() => globalThis.print()}>{words.sheetPrint}</Button></p>}
      <TickBox isTicked={kept} onTick={setKept} error={checked && !kept ? (isSheet ? words.sheetError : words.storeError) : undefined}>{isSheet ? words.sheetHave : words.written}</TickBox>
      <div className="auth-buttons">
        <Button
          kind="primary" isDisabled={isBusy}
          onPress={() => {
            setChecked(true)
            if (kept) onStore()
          }}
        >
          {isSheet ? words.sheetStore : words.store}
        </Button>
        <Button kind="quiet" onPress={onCancel}>{words.cancel}</Button>
      </div>
      {isSheet && (
        <Paper>
          <section>
            <h1>{words.sheetTitle}</h1>
            <p>{words.sheetPaper}</p>
            {shown}
          </section>
        </Paper>
      )}
    </div>
  )
}
