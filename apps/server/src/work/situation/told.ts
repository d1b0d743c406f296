// What a version told of the parts of years, as it is stored and read back: only tables whose content still has its digest.
import { createHash } from 'node:crypto'
import { type ProtectedTable, readProtected } from '@lykta/disclosure'
import type { CivilDate } from '@lykta/incident'
import type { Apart, Told } from '@lykta/publication'

export type ToldContent = {
  readonly on: CivilDate
  readonly parts: readonly { readonly table: ProtectedTable; readonly periods: readonly string[] }[]
  /** What was withdrawn and what was unfounded, told for the first time; its tables' digests follow those of the parts. */
  readonly apart?: readonly ProtectedTable[]
  /** Of the tables, recorded when they were made. */
  readonly digests: readonly string[]
}

/** Throws when a stored table is not what its digest says. */
export async function readTold({ on, parts, apart = [], digests }: ToldContent): Promise<{ readonly parts: readonly Told[]; readonly apart: readonly Apart[] }> {
  const recorded = digests.map((digest) => ({ digest }))
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const read = (table: ProtectedTable): Promise<ProtectedTable> => readProtected(table, recorded, sha256)
  return {
    parts: await Promise.all(parts.map(async ({ table, periods }): Promise<Told> => ({ table: await read(table), periods, on }))),
    apart: await Promise.all(apart.map(async (table): Promise<Apart> => ({ table: await read(table), on }))),
  }
}
