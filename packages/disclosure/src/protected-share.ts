// Shares after protection: from shown values of one table, or the reason why there is none.
import { type Share, shareOf, type ShareRefusal, type Unit } from '@lykta/statistics'
import type { Policy } from './policy.ts'
import type { ProtectedTable } from './protected-table.ts'

export type ProtectedShare =
  | { readonly share: Share<Unit>; readonly reason: null }
  | {
      readonly share: null
      readonly reason:
        | ShareRefusal
        /** The part or the base is not shown, or is only a band. */
        | 'hidden'
    }

/** `row`: the row's codes joined by "/"; `period`: the period's id. Throws for a row or period that the table does not have. */
export function protectedShare(table: ProtectedTable, row: string, period: string, policy: Policy): ProtectedShare {
  const index = table.periods.findIndex(({ id }) => id === period)
  const part = table.rows.find(({ codes }) => codes.join('/') === row)?.cells[index]
  const base = table.base[index]
  if (!part || !base) throw new Error(`protectedShare: ${table.id} has no ${row} in ${period}`)
  if (part.state !== 'shown' || base.state !== 'shown') return { share: null, reason: 'hidden' }
  const figure = ({ count, atLeast }: typeof part): { unit: Unit; count: number; atLeast: boolean } => ({ unit: table.unit, count, atLeast })
  const share = shareOf(figure(part), figure(base))
  if (share.share === null) return { share: null, reason: share.reason }
  return base.count < policy.shareBase ? { share: null, reason: 'base-too-small' } : { share, reason: null }
}
