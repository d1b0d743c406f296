// What must not compile: a share of different units, a bare number as a share, and a direction said of persons.
import {
  directionOf, type Figure, type IncidentPeriod, type Share, shareOf, type Unit, worstCaseShare,
} from '../../src/index.ts'

declare const incidents: Figure<'incident'>
declare const persons: Figure<'person'>
declare const occurrences: Figure<'person-occurrence'>
declare const cell: Figure<Unit>

export const allowed: readonly Share<Unit>[] = [shareOf(incidents, incidents), shareOf(persons, persons), shareOf(cell, cell)]

// @ts-expect-error persons are no part of incidents
export const mixed = shareOf(persons, incidents)
// @ts-expect-error unique persons are no part of occurrences
export const occurring = shareOf(persons, occurrences)
// @ts-expect-error a base of unknown unit
export const unknownBase = shareOf(persons, cell)
// @ts-expect-error a count without a unit
export const unitless = shareOf({ count: 5, atLeast: false }, persons)
// @ts-expect-error numbers carry neither unit nor lower bound
export const numbers = shareOf(5, 41)
// @ts-expect-error the unknown must be of the same unit
export const worst = worstCaseShare(persons, persons, incidents)

export function percentage(share: Share<'person'>): number {
  // @ts-expect-error a share may have been refused
  return share.share * 100
}

declare const personPeriod: { unit: 'person'; count: number; from: string; to: string; months: number }
declare const incidentPeriod: IncidentPeriod
const common = { collectionStart: '2017-11-01', effortShown: true }
export const ofIncidents = directionOf({ ...common, earlier: incidentPeriod, later: incidentPeriod })
// @ts-expect-error persons cluster in incidents, so no direction is said of them
export const ofPersons = directionOf({ ...common, earlier: incidentPeriod, later: personPeriod })
