// What must not compile: a stored field that has no place in the extract, so that it would be neither tried nor masked.
import type { Incident, PersonGroup } from '@lykta/incident'
import type { Placed } from '../../src/pages/authority/extract-fields.ts'

declare const incident: Placed<Incident>
declare const group: Placed<PersonGroup>

export const whole: Placed<Incident> = incident
// @ts-expect-error a field that was added to incidents, with no place
export const added: Placed<Incident & { readonly another?: string }> = incident
// @ts-expect-error a field that was added to groups of persons, with no place
export const addedToGroup: Placed<PersonGroup & { readonly another: string | null }> = group
