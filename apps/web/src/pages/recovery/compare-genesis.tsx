// On a browser that has never seen the network's log: its beginning, to be compared with the paper before anything rests on it.
import { type ReactNode, useState } from 'react'
import { TickBox } from '../../components/tick-box.tsx'
import { keys } from '../../keys/keys.ts'
import type { LogView } from '../../keys/log-view.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useRecoveryWords } from './recovery-words.ts'

export type Comparing = {
  readonly log: LogView
  readonly isNeeded: boolean
  readonly isSame: boolean
  readonly isMissing: boolean
  readonly setSame: (same: boolean) => void
  /** True when it need not be compared, or was: then this browser believes no other log from here on. */
  readonly check: () => boolean
}

export function useComparing(log: LogView): Comparing {
  const { pinnedFrom } = useKeys()
  const [isSame, setSame] = useState(false)
  const [checks, setChecks] = useState(0)
  const isNeeded = pinnedFrom === 'first-use'
  return {
    log, isNeeded, isSame, setSame,
    isMissing: isNeeded && !isSame && checks > 0,
    check: () => {
      setChecks(checks + 1)
      if (!isNeeded) return true
      if (isSame) keys.pin(log.network, log.genesis, 'sheet')
      return isSame
    },
  }
}

export function CompareGenesis({ comparing: { log, isNeeded, isSame, isMissing, setSame } }: { readonly comparing: Comparing }): ReactNode {
  const words = useRecoveryWords()
  if (!isNeeded) return null
  return (
    <section aria-labelledby="recovery-compare">
      <h2 id="recovery-compare">{words.compare}</h2>
      <p>{words.compareText}</p>
      <dl className="recovery-genesis">
        <dt>{words.genesis}</dt>
        <dd><code>{log.genesis.replaceAll(/(.{8})(?!$)/g, '$1 ')}</code></dd>
      </dl>
      <TickBox id="recovery-same" isTicked={isSame} onTick={setSame} error={isMissing ? words.sameError : undefined}>{words.same}</TickBox>
    </section>
  )
}
