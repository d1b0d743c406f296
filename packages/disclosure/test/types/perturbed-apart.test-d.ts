// What must not compile: a perturbed table where a protected one is asked for, or the other way, and one that nobody perturbed.
import type { CountTable } from '@lykta/statistics'
import { type KeyedCounts, perturb, type PerturbationTable, type PerturbedTable, type PerturbRequest, type ProtectedTable, protectedShare, type ProtectRequest } from '../../src/index.ts'

declare const perturbed: PerturbedTable
declare const hiding: ProtectedTable
declare const counts: CountTable
declare const request: PerturbRequest
declare const protecting: ProtectRequest

export const made: PerturbedTable = perturb(request)
// @ts-expect-error what was perturbed is not what was protected
export const asProtected: ProtectedTable = perturbed
// @ts-expect-error nor the other way
export const asPerturbed: PerturbedTable = hiding
// @ts-expect-error a protected table has no keys, and its hidden cells no counts
export const ofProtected: PerturbRequest = { ...request, counts: hiding }
// @ts-expect-error nor are the counts that are hidden in those that are perturbed
export const ofCounts: KeyedCounts = counts
// @ts-expect-error nothing perturbed is hidden afterwards
export const hidden: ProtectRequest = { ...protecting, counts: [perturbed] }
// @ts-expect-error no share is taken of it
export const share = protectedShare(perturbed, 'woman', '2019', protecting.policy)
// @ts-expect-error the brand cannot be written by hand
export const branded: PerturbedTable = { method: 'cell-key', figure: 'x', published: [1], largestNoise: 0 }
// @ts-expect-error a table that was not checked is none
export const table: PerturbationTable = { rows: [[{ published: 0, below: 1 }]], largestNoise: 0 }
