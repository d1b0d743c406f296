// What a version told of the parts of years, as it is stored and read back: only tables whose content still has its digest.
import { createHash } from 'node:crypto'
import { type ProtectedTable, readProtected } from '@lykta/disclosure'
import type { CivilDate } from '@lykta/incident'
import type { Told } from '@lykta/publication'

export type ToldContent = {
  readonly on: CivilDate
  readonly parts: readonly { readonly table: ProtectedTable; readonly periods: readonly string[] }[]
  /** Of the tables, recorded when they were made. */
  readonly digests: readonly string[]
}

/** Throws when a stored table is not what its digest says. */
export async function readTold({ on, parts, digests }: ToldContent): Promise<readonly Told[]> {
  const recorded = digests.map((digest) => ({ digest }))
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  return Promise.all(parts.map(async ({ table, periods }): Promise<Told> => ({ table: await readProtected(table, recorded, sha256), periods, on })))
}
