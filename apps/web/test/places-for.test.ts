// Which places each role has: never more than seven with the form, and each has somewhere to land.
import { expect, test } from 'vitest'
import { rightsOf, rightsOfLocal } from '../../server/src/access/rights.ts'
import type { Role } from '../../server/src/api/member-types.ts'
import { placesFor } from '../src/shell/places-for.ts'

const namesFor = (role: Role): readonly string[] =>
  placesFor({ state: 'signed-in', rights: rightsOf[role], caller: { id: 'x', role, organisation: null, name: 'A', email: 'a', passkeys: 0, totp: true, keys: 'listed' } }).map(({ name }) => name)

test('by role', () => {
  expect(namesFor('coordinator')).toEqual(['overview', 'incidents', 'statistics', 'editions', 'meetings', 'network', 'method'])
  expect(namesFor('core-member')).toEqual(['overview', 'incidents', 'own', 'statistics', 'editions', 'meetings', 'method'])
  expect(namesFor('reporter')).toEqual(['own', 'explore', 'editions', 'meetings', 'method'])
  expect(namesFor('reader')).toEqual(['explore', 'editions', 'meetings', 'method'])
  expect(namesFor('operator')).toEqual([])
})

test('on this machine alone everything but the members', () => {
  expect(placesFor({ state: 'local', rights: rightsOfLocal, caller: null }).map(({ name }) => name)).toEqual(['overview', 'incidents', 'statistics', 'editions', 'meetings', 'method'])
})
