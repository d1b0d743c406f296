// New recovery sheets: made, listed in the log (by two coordinators once there are two), shown once to be printed.
import { type ReactNode, useState } from 'react'
import type { RecoverySubject } from '@lykta/seal'
import type { MembersAnswer } from '../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useNetworkWords } from './network-words.ts'
import { Proposal } from './proposal.tsx'
import { RecoverySheets, type PrintedSheet } from './recovery-sheets.tsx'
import { useWriting } from './use-writing.ts'

export function NewSheets({ answer }: { readonly answer: MembersAnswer }): ReactNode {
  const words = useNetworkWords()
  const { log } = useKeys()
  const writing = useWriting()
  const [asking, setAsking] = useState(false)
  const [made, setMade] = useState<{ readonly subject: RecoverySubject; readonly sheets: readonly PrintedSheet[] }>()
  const coordinators = log?.holders.filter(({ role }) => role === 'coordinator').length ?? 0
  const make = (): Promise<void> =>
    writing.write(async () => {
      const { subject, sheets } = await keys.makeSheets()
      if (coordinators < 2) await keys.write({ path: 'log', changes: [{ type: 'recovery', subject }] })
      setMade({ subject, sheets })
      return coordinators < 2 ? words.newSheetsMade : undefined
    })
  return (
    <>
      {made && log ? (
        <>
          <RecoverySheets sheets={made.sheets} genesis={log.genesis} />
          {coordinators >= 2 && <Proposal change={{ type: 'recovery', subject: made.subject }} answer={answer} onEnd={() => setMade(undefined)} />}
          <p className="network-ways">
            <Button kind="primary" onPress={() => print()}>{words.printSheets}</Button>
            <Button kind="secondary" onPress={() => setMade(undefined)}>{words.newSheetsDone}</Button>
          </p>
        </>
      ) : (
        <>
          <p>{words.newSheetsText}</p>
          <Button kind="secondary" isDisabled={writing.busy} onPress={() => setAsking(true)}>{words.newSheets}</Button>
        </>
      )}
      <ActOutcome acting={writing} />
      <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.newSheetsAsk} deed={words.newSheets} back={words.cancel} onDo={make}>
        <p>{words.newSheetsAskText}</p>
      </AskOnce>
    </>
  )
}
