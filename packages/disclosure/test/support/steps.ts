// The steps of protection one by one, so that a test can leave one out and see the audit fail.
import { audit, type Audit } from '../../src/audit.ts'
import type { HideInput } from '../../src/hide.ts'
import { knownToReaders } from '../../src/known.ts'
import type { ProtectRequest, TableBody } from '../../src/index.ts'
import { groupCells, layOut, type LaidTable, ownGroups } from '../../src/lay-out.ts'
import { prepareFrame } from '../../src/prepare-frame.ts'

export type Steps = {
  readonly laid: readonly LaidTable[]
  readonly input: HideInput
  /** The audit of any tables, as the last step does it. */
  readonly auditBodies: (published: readonly TableBody[]) => Promise<Audit>
}

export async function stepsOf(request: ProtectRequest): Promise<Steps> {
  const { count, collection, solve, load, rule = 'zero-to-threshold', asOf } = request
  const frame = await prepareFrame(request, count)
  const laid = await layOut(frame, collection, count)
  const readers = await knownToReaders(frame, request.earlier, collection, count)
  const input: HideInput = { ...frame, tables: laid, groupCells: groupCells(laid), ownGroups: await ownGroups(laid, count), rule, solve, load, witnesses: [], left: () => 1e9, asOf, readers }
  return { laid, input, auditBodies: (published) => audit({ ...input, known: readers[0]!, published }, input) }
}
