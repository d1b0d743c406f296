// An organisation as the coordinator writes it: what is refused before it is sent, and where.
import { expect, test } from 'vitest'
import { checkOrganisation, draftOf, stateOf, type Standing } from '../src/pages/network/organisations/organisation-draft.ts'

const fyren = { code: 'FYREN', name: 'Hotell Fyren', sector: 'business', joined: '2020-01-01', left: null } as const
const standing: Standing = { others: [{ name: 'Polisen' }], today: '2026-11-26', outside: false, stood: null }
const draft = draftOf(fyren)

test('what can be is sent as it was written, without the spaces around it', () => {
  expect(checkOrganisation(draft, standing)).toEqual({})
  expect(stateOf({ ...draft, name: ' Fyren ' }, 'FYREN')).toEqual({ ...fyren, name: 'Fyren' })
  expect(stateOf({ ...draft, joined: '' }, 'FYREN')).toEqual({ ...fyren, joined: null })
})

test.each([
  [{ name: '  ' }, {}, { name: 'missing' }],
  [{ name: 'POLISEN' }, {}, { name: 'nameTwice' }],
  [{ sector: '' }, {}, { sector: 'sectorMissing' }],
  [{ joined: '' }, {}, { joined: 'missing' }],
  [{ joined: '' }, { outside: true }, {}],
  [{ joined: '2026-11-27' }, {}, { joined: 'day' }],
  [{ joined: '0024-01-01' }, {}, { joined: 'dayEarly' }],
  [{ left: '2019-12-31' }, { stood: '2026-01-01' }, { left: 'backwards' }],
  [{ left: '2026-11-27' }, { stood: '2026-01-01' }, { left: 'day' }],
  // A day to come that an import brought stays.
  [{ left: '2027-01-31' }, { stood: '2027-01-31' }, {}],
  [{ left: '' }, { stood: '2026-01-01' }, {}],
] as const)('%o with %o: %o', (change, context, errors) => {
  expect(checkOrganisation({ ...draft, ...change }, { ...standing, ...context })).toEqual(errors)
})
