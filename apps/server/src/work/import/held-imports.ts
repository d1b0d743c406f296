// Imports that come from a browser in parts: kept in memory until they are stored all at once, so that what breaks off leaves nothing.
import { randomUUID } from 'node:crypto'
import type { CodedTables, Id } from '@lykta/incident'
import type { ImportCounts } from '../../api/import-types.ts'
import type { PlannedImport } from './plan-import.ts'
import type { PlannedRow } from './plan-rows.ts'
import type { SealedReason } from './store-import.ts'

/** Of all that is held for anybody: some 25,000 reasons of a usual length. */
export const maxHeldBytes = 128 * 1024 * 1024
const longestMinutes = 30

export type HeldImport = {
  readonly id: Id
  readonly sent: { readonly tables: CodedTables; readonly reasons: ReadonlySet<string>; readonly overwriteCorrections: boolean }
  readonly planned: PlannedImport
  readonly createdAt: string
  /** Rows whose reason is to come, in the order that the sender was told. */
  readonly waiting: readonly PlannedRow[]
  readonly texts: Map<number, SealedReason>
  /** Once it is being stored, and after. */
  stored?: Promise<ImportCounts>
}

export type HeldImports = {
  /** Whoever begins another lets go of the one before. */
  readonly hold: (network: Id, member: string, held: Omit<HeldImport, 'id' | 'texts' | 'stored'>) => HeldImport
  readonly find: (network: Id, member: string, id: string) => HeldImport | undefined
  /** False when it would be more than the server holds; then nothing of it is kept. */
  readonly add: (held: HeldImport, texts: readonly (readonly [index: number, text: SealedReason])[]) => boolean
  readonly letGo: (network: Id, member: string) => void
}

export function makeHeldImports(now: () => number = Date.now, room = maxHeldBytes): HeldImports {
  const kept = new Map<string, { readonly held: HeldImport; touched: number }>()
  const keyOf = (network: Id, member: string): string => `${network} ${member}`
  const sweep = (): void => {
    for (const [key, { touched }] of kept) if (now() - touched > longestMinutes * 60_000) kept.delete(key)
  }
  return {
    hold: (network, member, begun) => {
      sweep()
      const held: HeldImport = { ...begun, id: randomUUID(), texts: new Map() }
      kept.set(keyOf(network, member), { held, touched: now() })
      // Nobody may come back: what was left is let go of all the same.
      setTimeout(sweep, (longestMinutes + 1) * 60_000).unref()
      return held
    },
    find: (network, member, id) => {
      sweep()
      const found = kept.get(keyOf(network, member))
      if (found?.held.id !== id) return undefined
      found.touched = now()
      return found.held
    },
    add: (held, texts) => {
      const others = [...kept.values()].reduce((sum, one) => sum + bytesOf(one.held.texts.values()), 0)
      const replaced = bytesOf(texts.flatMap(([index]) => held.texts.get(index) ?? []))
      if (others - replaced + bytesOf(texts.map(([, text]) => text)) > room) return false
      for (const [index, text] of texts) held.texts.set(index, text)
      return true
    },
    letGo: (network, member) => void kept.delete(keyOf(network, member)),
  }
}

function bytesOf(texts: Iterable<SealedReason>): number {
  let sum = 0
  for (const { body, key } of texts) sum += body.length + key.length
  return sum
}
