// An organisation as it is being written, and what is wrong with it before anything is sent.
import { type CivilDate, findCivilDate, type Organisation, type Sector, sectors } from '@lykta/incident'
import type { OrganisationState } from '../../../../../server/src/api/member-types.ts'

export type OrganisationDraft = { readonly name: string; readonly sector: Sector | ''; readonly joined: string; readonly left: string }
export type OrganisationErrorCode = 'missing' | 'nameTwice' | 'sectorMissing' | 'day' | 'dayEarly' | 'backwards'
export type OrganisationErrors = Partial<Record<keyof OrganisationDraft, OrganisationErrorCode>>

/** As the server takes days: a year of which a figure was left out lies before it. */
const earliest = '1900-01-01'

export function draftOf({ name, sector, joined, left }: OrganisationState): OrganisationDraft {
  return { name, sector, joined: joined ?? '', left: left ?? '' }
}

export type Standing = {
  readonly others: readonly Pick<Organisation, 'name'>[]
  readonly today: CivilDate
  /** It was never a member: the first day may be left out. */
  readonly outside: boolean
  /** The last day that it has: to correct, or to take away. */
  readonly stood: CivilDate | null
}

/** Empty when it can be sent. */
export function checkOrganisation({ name, sector, joined, left }: OrganisationDraft, { others, today, outside, stood }: Standing): OrganisationErrors {
  const lower = name.trim().toLocaleLowerCase('sv')
  const nameError = lower === '' ? 'missing' : others.some((one) => one.name.toLocaleLowerCase('sv') === lower) ? 'nameTwice' : undefined
  const joinedError = joined === '' ? (outside ? undefined : 'missing') : dayError(joined, today)
  const leftError = stood === null || left === '' || left === stood && left > today ? undefined : dayError(left, today) ?? (joined !== '' && left < joined ? 'backwards' : undefined)
  return {
    ...(nameError && { name: nameError }),
    ...(sectors.some((one) => one === sector) ? {} : { sector: 'sectorMissing' }),
    ...(joinedError && { joined: joinedError }),
    ...(leftError && { left: leftError }),
  }
}

export function dayError(day: string, today: CivilDate): 'day' | 'dayEarly' | undefined {
  if (findCivilDate(day) === undefined || day > today) return 'day'
  return day < earliest ? 'dayEarly' : undefined
}

/** Of a draft without errors. */
export function stateOf({ name, sector, joined, left }: OrganisationDraft, code: string): OrganisationState {
  return { code, name: name.trim(), sector: sector as Sector, joined: joined === '' ? null : joined, left: left === '' ? null : left }
}
