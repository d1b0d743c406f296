// What must not compile: publishing raw counts, or anything that only looks like a protected table.
import type { TableBody, ProtectedTable } from '@lykta/disclosure'
import type { CountTable, Crossing } from '@lykta/statistics'
import type { Edition } from '../../src/binding/edition.ts'
import { renderExchangeCsv } from '../../src/open-data/exchange-csv.ts'
import { type EditionInput, makeEdition, type EditionTools, makeManifest, type ManifestInput } from '../../src/index.ts'

declare const input: Omit<EditionInput, 'tables'>
declare const tools: EditionTools
declare const made: ProtectedTable
declare const counted: CountTable
declare const printed: TableBody

export const allowed = makeEdition({ ...input, tables: [made] }, tools)

// @ts-expect-error raw counts
export const raw = makeEdition({ ...input, tables: [counted] }, tools)
declare const crossed: Crossing
// @ts-expect-error what the coordinator crossed freely
export const free = makeEdition({ ...input, tables: [crossed] }, tools)
// @ts-expect-error printed like one, but not known to be safe
export const unproved = makeEdition({ ...input, tables: [printed] }, tools)
// @ts-expect-error a digest is not a proof
export const digested = makeEdition({ ...input, tables: [{ ...printed, digest: '00' }] }, tools)

declare const edition: Edition
/** Other publishers' categories are other names for protected cells (docs/decisions/0033). */
export const exchanged = renderExchangeCsv({ ...edition, tables: new Map([['sex', made]]) }, 'htcds-2.0')
// @ts-expect-error raw counts, under whatever names
export const rawExchanged = renderExchangeCsv({ ...edition, tables: new Map([['sex', counted]]) }, 'htcds-2.0')

declare const context: ManifestInput['context']
// @ts-expect-error nor does the manifest describe raw counts
export const listed = makeManifest({ context, tables: [counted], files: new Map() }, tools.digest)
