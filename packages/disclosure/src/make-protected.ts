// The only place where a protected table is made: from an audit that passed, or from a value whose digest is on record.
import { canonicalText } from '@lykta/incident'
import { AttackError } from './attack.ts'
import { type Audit, shortIn } from './audit.ts'
import type { ProtectedTable, TableBody } from './protected-table.ts'
import { parseTableBody } from './parse-table-body.ts'

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export type Digest = (text: string) => string | Promise<string>

/** Throws unless every cell of every audit is safe: one for each group of readers. */
export async function makeProtected(bodies: readonly TableBody[], audits: readonly Audit[], digest: Digest): Promise<readonly ProtectedTable[]> {
  if (audits.length === 0 || audits.some((audit) => shortIn(audit).length > 0)) throw new AttackError('makeProtected: the audit has not passed')
  return Promise.all(bodies.map(async (body) => ({ ...body, digest: await digest(tableText(body)) }) as ProtectedTable))
}

/**
 * The way back from JSON or the database: only a table whose content still has its digest, and whose digest was recorded
 * when it was made. Throws otherwise.
 */
export async function readProtected(value: unknown, ledger: readonly { readonly digest: string }[], digest: Digest): Promise<ProtectedTable> {
  const body = parseTableBody(value)
  const found = await digest(tableText(body))
  const claimed = (value as { readonly digest?: unknown }).digest
  if (found !== claimed) throw new Error(`table ${body.id}: the content is not what its digest says`)
  if (!ledger.some((entry) => entry.digest === found)) throw new Error(`table ${body.id}: its digest was never recorded`)
  return { ...body, digest: found } as ProtectedTable
}

/** Canonical text; exposure in months may be a fraction, and stands as text. */
export function tableText(body: TableBody): string {
  return canonicalText({ ...body, periods: body.periods.map((period) => ({ ...period, months: String(period.months) })) })
}
