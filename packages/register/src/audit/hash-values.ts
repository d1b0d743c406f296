// How the audit hashes a row's values: as PostgreSQL writes them in a jsonb array.
import { sha256 } from '../hash.ts'

/** SHA-256 in hexadecimal. */
export function hashValues(values: readonly unknown[]): string {
  return sha256(jsonbText(values)).toString('hex')
}

function jsonbText(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(jsonbText).join(', ')}]` : JSON.stringify(value)
}
