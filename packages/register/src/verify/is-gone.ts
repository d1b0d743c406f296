// Whether nothing is left of a text that the log says was erased.
import { sha256 } from '../hash.ts'

const NOTHING = sha256('')

/** Its row stands, empty, and its key is gone. */
export function isGone({ body_hash: hash, has_key: hasKey }: { readonly body_hash: Buffer | null; readonly has_key: boolean }): boolean {
  return !hasKey && hash?.equals(NOTHING) === true
}
