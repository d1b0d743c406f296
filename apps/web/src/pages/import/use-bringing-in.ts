// Where an import stands: compared with the register, its reasons being sealed, stored; at each step it can be stopped or fail, and nothing is stored.
import type { Problem } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { BroughtAnswer, PlannedImportAnswer } from '../../../../server/src/api/import-types.ts'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { ask, FailureError } from '../../api/ask.ts'
import { useNetwork } from '../../network.ts'
import { bringIn, compare, isTooMuch, letGo } from './bring-in.ts'
import type { ImportPort } from './import-port.ts'
import { findSealingKey } from './sealing-key.ts'

export type Bringing =
  | { readonly state: 'begun' | 'comparing' | 'stopped' }
  /** `problems`: at their places in the user's own files; empty when something else failed. */
  | { readonly state: 'refused'; readonly problems: readonly Problem[]; readonly error: unknown }
  | { readonly state: 'compared'; readonly planned: PlannedImportAnswer; readonly warnings: readonly Problem[]; readonly tooMuch: boolean }
  | { readonly state: 'sealing'; readonly done: number; readonly all: number }
  | { readonly state: 'storing' }

export type BringingIn = {
  readonly bringing: Bringing
  readonly compare: (overwriteCorrections: boolean) => Promise<void>
  readonly bring: () => Promise<void>
  readonly stop: () => void
}

export function useBringingIn(port: () => ImportPort, onStored: (counts: BroughtAnswer) => void): BringingIn {
  const { network } = useNetwork()
  const queries = useQueryClient()
  const [bringing, setBringing] = useState<Bringing>({ state: 'begun' })
  const running = useRef<AbortController>(undefined)
  const held = useRef<PlannedImportAnswer>(undefined)
  const end = (): void => endOf(running, held)
  // When the page is left, or the mapping changed, nothing of it is wanted any more.
  useEffect(() => () => endOf(running, held), [])

  const refused = async (error: unknown): Promise<void> => {
    const problems = error instanceof FailureError ? error.failure.problems.filter(({ code }) => code.startsWith('import.')) : []
    setBringing({ state: 'refused', problems: problems.length === 0 ? [] : await port().call('placed', problems), error })
  }

  return {
    bringing,
    compare: async (overwriteCorrections) => {
      setBringing({ state: 'comparing' })
      try {
        const planned = await compare(port(), overwriteCorrections)
        held.current = planned
        const warnings = await port().call('placed', planned.problems)
        setBringing({ state: 'compared', planned, warnings, tooMuch: isTooMuch(planned) })
      } catch (error) {
        await refused(error)
      }
    },
    bring: async () => {
      const planned = held.current
      if (!planned) return
      const mine = (running.current = new AbortController())
      const all = planned.texts.length
      const shown = (done: number): void => setBringing(done < all ? { state: 'sealing', done, all } : { state: 'storing' })
      shown(0)
      try {
        // Who signs in is asked when it is needed: she may have done so since the page was opened.
        const key = all === 0 ? null : await findSealingKey(await ask<SessionAnswer>('session'))
        const counts = await bringIn(port(), { planned, network: network.id, key, onProgress: shown, signal: mine.signal })
        held.current = undefined
        onStored(counts)
        await queries.invalidateQueries()
      } catch (error) {
        if (mine.signal.aborted) return
        end()
        await refused(error)
      }
    },
    stop: () => {
      end()
      setBringing({ state: 'stopped' })
    },
  }
}

type Box<Value> = { current: Value | undefined }

function endOf(running: Box<AbortController>, held: Box<PlannedImportAnswer>): void {
  running.current?.abort()
  if (held.current) letGo(held.current)
  held.current = undefined
}
