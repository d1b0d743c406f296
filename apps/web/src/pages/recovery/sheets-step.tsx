// Two sheets typed, pasted or read by the camera, and put together here; what does not fit is said at its field.
import { type Id, problem, ProblemError } from '@lykta/incident'
import type { SheetHead } from '@lykta/seal'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import type { RecoveryLook, SheetsFor } from '../../keys/recovering.ts'
import { useSheetTyping } from '../found/sheet-typing.tsx'
import { useRecoveryWords } from './recovery-words.ts'
import { canScan, SheetScan } from './sheet-scan.tsx'

export type SheetsStepProps = {
  readonly network: Id
  readonly note: 'closed' | 'finished' | null
  readonly onFit: (sheets: SheetsFor, look: RecoveryLook) => void
}

export function SheetsStep({ network, note, onFit }: SheetsStepProps): ReactNode {
  const words = useRecoveryWords()
  const acting = useAct()
  /** What whole sheets said of their network, as it was when they fitted. */
  const genesis = useRef<string | null>(null)
  const typing = useSheetTyping({
    onTest: async (texts, seen) => {
      checkHeads(seen, network)
      genesis.current = seen.find((head) => head !== null)?.genesis ?? null
      await keys.combineSheets(texts)
    },
    ...(canScan() ? { also: renderScan } : {}),
  })
  const go = (event: FormEvent): void => {
    event.preventDefault()
    if (acting.busy || typing.busy) return
    void acting.act(async () => {
      if (!(await typing.test())) return undefined
      const sheets: SheetsFor = { network, genesis: genesis.current }
      onFit(sheets, await keys.lookAtRecovery(sheets))
      return undefined
    })
  }
  const busy = acting.busy || typing.busy
  return (
    <>
      {note !== null && <p role="status" className="outcome">{words[note]}</p>}
      <p className="lead">{words.lead}</p>
      <h2>{words.how}</h2>
      <ol className="join-list join-numbered">{words.hows.map((text) => <li key={text}>{text}</li>)}</ol>
      <p className="step-note">{words.otherWays}</p>
      <form className="join-form" noValidate autoComplete="off" onSubmit={go}>
        <FormErrors title={words.errorsTitle(typing.errors.length)} errors={typing.errors} checks={typing.checks} />
        <p className="hint">{words.rowHint}</p>
        {typing.fields}
        <ActOutcome acting={acting} />
        {acting.failure !== undefined && <p className="hint">{words.kept}</p>}
        <p className="join-ways">
          <Button kind="primary" type="submit" isDisabled={busy}>{busy ? words.combining : words.combine}</Button>
        </p>
      </form>
    </>
  )
}

function renderScan(fill: (text: string) => boolean, sheet: number): ReactNode {
  return <SheetScan sheet={sheet + 1} onText={fill} />
}

/** A sheet whose text names another network, or another log than the first, need not be put together to be seen as foreign. */
function checkHeads(heads: readonly (SheetHead | null)[], network: Id): void {
  const first = heads.find((head) => head !== null)
  const foreign = heads.flatMap((head, sheet) => (head && (head.network !== network || head.genesis !== first?.genesis) ? [sheet + 1] : []))
  if (foreign.length > 0) throw new ProblemError(foreign.map((sheet) => problem('seal.sheet-foreign', { sheet }, { group: sheet })))
}
