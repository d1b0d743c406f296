// Which places each role has: never more than seven beside the form, and each has somewhere to land.
import { expect, test } from 'vitest'
import { rightsOf, rightsOfLocal } from '../../server/src/access/rights.ts'
import type { Role } from '../../server/src/api/member-types.ts'
import { barFor } from '../src/shell/bar-for.ts'
import { placesFor } from '../src/shell/places-for.ts'

const namesFor = (role: Role): readonly string[] =>
  placesFor({ state: 'signed-in', rights: rightsOf[role], caller: { id: 'x', role, organisation: null, name: 'A', email: 'a', passkeys: 0, totp: true, keys: 'listed' } }).map(({ name }) => name)

test('by role', () => {
  expect(namesFor('coordinator')).toEqual(['overview', 'incidents', 'cases', 'statistics', 'editions', 'meetings', 'network'])
  expect(namesFor('core-member')).toEqual(['overview', 'incidents', 'cases', 'own', 'statistics', 'editions', 'meetings'])
  expect(namesFor('reporter')).toEqual(['own', 'explore', 'editions', 'meetings', 'method'])
  expect(namesFor('reader')).toEqual(['explore', 'editions', 'meetings', 'method'])
  expect(namesFor('operator')).toEqual([])
})

test('on this machine alone everything but the members', () => {
  expect(placesFor({ state: 'local', rights: rightsOfLocal, caller: null }).map(({ name }) => name)).toEqual(['overview', 'incidents', 'cases', 'statistics', 'editions', 'meetings'])
})

test('the bar of a phone has five at most, the form among them, and nothing is lost', () => {
  for (const role of ['coordinator', 'core-member', 'reporter', 'reader', 'operator'] as const) {
    const places = placesFor({ state: 'signed-in', rights: rightsOf[role], caller: { id: 'x', role, organisation: null, name: 'A', email: 'a', passkeys: 0, totp: true, keys: 'listed' } })
    for (const hasForm of [true, false]) {
      const { shown, more } = barFor(places, hasForm)
      expect([role, shown.length + Number(hasForm) + Number(more.length > 0) <= 5]).toEqual([role, true])
      expect([role, [...shown, ...more]]).toEqual([role, places])
      expect([role, more.length === 1]).toEqual([role, false])
    }
  }
})
