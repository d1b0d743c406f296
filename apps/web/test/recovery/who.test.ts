// Who comes back by two sheets: what has to be filled in for each, and how she signs in from then on.
import { describe, expect, test } from 'vitest'
import { emptyPerson, findPersonErrors, planOf, whoNew } from '../../src/pages/recovery/who.ts'

const asked = { isSignedIn: false, needsOrganisation: false }
const around = { network: 'n', standing: undefined, isSignedIn: false, language: 'sv', gone: ['x'] } as const

describe('what is missing', () => {
  test('first of all who it is', () => {
    expect(findPersonErrors(emptyPerson, asked)).toEqual(['who'])
  })
  test('of somebody new a name, an address, a password and an organisation', () => {
    expect(findPersonErrors({ ...emptyPerson, who: whoNew }, { ...asked, needsOrganisation: true })).toEqual(['name', 'email', 'password', 'organisation'])
    const whole = { who: whoNew, name: 'Eva', email: 'eva@example.org', password: 'tolv tecken!', organisation: 'o' }
    expect(findPersonErrors(whole, { ...asked, needsOrganisation: true })).toEqual([])
    expect(findPersonErrors({ ...whole, email: 'eva', password: 'elva tecken' }, asked)).toEqual(['email', 'password'])
  })
  test('of a member who cannot sign in a password; of one who is signed in nothing', () => {
    expect(findPersonErrors({ ...emptyPerson, who: 'a' }, asked)).toEqual(['password'])
    expect(findPersonErrors({ ...emptyPerson, who: 'a' }, { ...asked, isSignedIn: true })).toEqual([])
    // A reader has no organisation yet.
    expect(findPersonErrors({ ...emptyPerson, who: 'a' }, { isSignedIn: true, needsOrganisation: true })).toEqual(['organisation'])
  })
})

describe('what becomes of it', () => {
  const standing = { id: 'a', name: 'Anna', role: 'core-member', organisation: 'town' } as const
  test('a sign-in is kept, reset, or made', () => {
    expect(planOf({ ...emptyPerson, who: 'a' }, { ...around, standing, isSignedIn: true })).toEqual({ owner: { network: 'n', member: 'a' }, organisation: 'town', signIn: { way: 'kept' }, gone: ['x'] })
    expect(planOf({ ...emptyPerson, who: 'a', password: 'p' }, { ...around, standing })).toMatchObject({ owner: { member: 'a' }, signIn: { way: 'reset', password: 'p' } })
    const made = planOf({ who: whoNew, name: ' Eva ', email: ' eva@example.org ', password: 'p', organisation: 'hotel' }, around)
    expect(made).toMatchObject({ organisation: 'hotel', signIn: { way: 'new', name: 'Eva', email: 'eva@example.org', password: 'p', language: 'sv' } })
    expect(made.owner.member).toMatch(/^[0-9a-f-]{36}$/)
  })
})
