// The parts of an export and what they are called: the record, and beside it the keys.
import type { Network } from '@lykta/incident'
import type { Head } from '../audit/heads.ts'
import type { WrittenFile } from './file-set.ts'

/** Raised when a later program lays it out in a way that this one would misread. */
export const EXPORT_FORMAT = 1
/** A backup of the network alone, which `restore` puts into an empty register. */
export const REGISTER_FILE = 'register.lykta'
export const KEYS_FILE = 'register.lykta.keys'

export type Manifest = {
  readonly kind: 'lykta-export' | 'lykta-export-keys'
  readonly format: typeof EXPORT_FORMAT
  readonly network: Pick<Network, 'id' | 'name' | 'municipality'>
  readonly createdAt: string
  readonly programVersion: string
  /** Migration that the rows' columns are of. */
  readonly schema: number
  /** The same in both parts. */
  readonly id: string
  /** Where the audit stood. */
  readonly head: Head
  /** By table. */
  readonly rows: Readonly<Record<string, number>>
  /** Tables that are not in it, and why. */
  readonly leftOut: Readonly<Record<string, string>>
  /** All but this one and SHA256SUMS. */
  readonly files: readonly WrittenFile[]
}

/** "town.zip" has "town-keys.zip" beside it, a folder "town" a folder "town-keys". */
export function keysPartOf(target: string): string {
  return target.endsWith('.zip') ? `${target.slice(0, -4)}-keys.zip` : `${target}-keys`
}
