// What must not compile: a protected table that disclosure did not make, and a number in a hidden cell.
import type { CountTable } from '@lykta/statistics'
import { protect, type ProtectedCell, type ProtectedTable, protectedShare, type ProtectRequest, readProtected, type TableBody } from '../../src/index.ts'

declare const counts: CountTable
declare const body: TableBody
declare const request: ProtectRequest
declare const sha256: (text: string) => string
declare const policy: ProtectRequest['policy']

export const made: Promise<readonly ProtectedTable[]> = protect(request).then(({ tables }) => tables)
export const read: Promise<ProtectedTable> = readProtected({}, [], sha256)

// @ts-expect-error raw counts are not protected
export const fromCounts: ProtectedTable = counts
// @ts-expect-error what would be printed is not yet known to be safe
export const fromBody: ProtectedTable = body
// @ts-expect-error a digest alone does not make it protected
export const withDigest: ProtectedTable = { ...body, digest: sha256('') }
// @ts-expect-error the brand cannot be written by hand
export const branded: ProtectedTable = { ...body, digest: '', madeByDisclosure: true }
// @ts-expect-error a changed copy has to be read back, but it may be shown as what it is: a body
export const changed: ProtectedTable = { ...body, ...counts }
// @ts-expect-error a share is taken of a protected table
export const share = protectedShare(body, 'woman', '2019', policy)
// @ts-expect-error a hidden cell holds no number
export const hidden: ProtectedCell = { state: 'hidden', count: 2 }
// @ts-expect-error nor does a band
export const band: ProtectedCell = { state: 'band', numerator: 4, denominator: 5, count: 28 }
// @ts-expect-error a request names its audience's policy whole
export const without: ProtectRequest = { ...request, policy: { threshold: 1 } }
