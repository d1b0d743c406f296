// Who may do what with a draft: every person, at every moment, with every kind of network. Written from docs/decisions/0026.
import type { EditionStep, Role, StoredDraft } from '@lykta/register'
import { describe, expect, test } from 'vitest'
import { type Situation, standingOf } from '../../apps/server/src/work/agreement.ts'

const draft = (changes: Partial<StoredDraft> = {}): StoredDraft => ({
  id: 'draft', year: 2019, audience: 'public', revises: null, asOf: 40, head: '', ledgerLength: 2, policy: 'default-public-1', prose: {}, digest: 'd', author: 'anna',
  createdAt: '2020-02-01T08:00:00.000000Z', overrides: [], steps: [], ...changes,
})
const step = (act: EditionStep['act'], author: string, at = '2020-02-02T09:30:00.123456Z'): EditionStep => ({ act, digest: 'd', releaseAt: null, reason: null, author, at })
const asked = { steps: [step('ask', 'anna')] }
const situation = (member: string, role: Role, changes: Partial<Situation> = {}): Situation =>
  ({ member, role, now: '2020-02-02T10:00:00.000000Z', ledgerLength: 2, lastChange: 40, coordinators: 2, wordsAlone: false, over: true, ...changes })
const may = (...given: Parameters<typeof standingOf>) => standingOf(...given).may

describe('a frozen draft', () => {
  test('is asked about by a coordinator, of a year that is over', () => {
    expect(may(draft(), situation('anna', 'coordinator'))).toEqual(['ask'])
    expect(may(draft(), situation('bo', 'coordinator'))).toEqual(['ask'])
    expect(may(draft(), situation('cia', 'core-member'))).toEqual([])
    expect(may(draft(), situation('anna', 'coordinator', { over: false }))).toEqual([])
  })

  test('that was not tried with the newest entry of the ledger leads nowhere; one of an older register may be asked about', () => {
    expect(standingOf(draft(), situation('anna', 'coordinator', { ledgerLength: 3 }))).toMatchObject({ outdated: 'ledger', may: [] })
    expect(standingOf(draft(), situation('anna', 'coordinator', { lastChange: 41 }))).toMatchObject({ outdated: 'register', may: ['ask'] })
    // Its figures are those of the one that it replaces.
    expect(standingOf(draft({ revises: 'older' }), situation('anna', 'coordinator', { lastChange: 41, wordsAlone: true }))).toMatchObject({ outdated: 'no' })
  })
})

describe('one that was asked about', () => {
  test('is agreed to, or refused, by another coordinator or a core member; who asked takes it back', () => {
    expect(may(draft(asked), situation('anna', 'coordinator'))).toEqual(['withdraw'])
    expect(may(draft(asked), situation('bo', 'coordinator'))).toEqual(['approve', 'refuse', 'withdraw'])
    expect(may(draft(asked), situation('cia', 'core-member'))).toEqual(['approve', 'refuse'])
    expect(may(draft(asked), situation('bo', 'coordinator', { ledgerLength: 3 }))).toEqual(['refuse', 'withdraw'])
  })

  test('is completed by who asked, where she is the only coordinator, 24 hours later to the microsecond', () => {
    const alone = (now: string, changes: Partial<StoredDraft> = {}) => standingOf(draft({ ...asked, ...changes }), situation('anna', 'coordinator', { coordinators: 1, now }))
    expect(alone('2020-02-03T09:30:00.123455Z')).toMatchObject({ aloneFrom: '2020-02-03T09:30:00.123456Z', may: ['withdraw'], waitsForYou: false })
    expect(alone('2020-02-03T09:30:00.123456Z')).toMatchObject({ may: ['approve', 'withdraw'], waitsForYou: true })
    expect(alone('2021-01-01T00:00:00.000000Z', { overrides: [{ rule: 'organisations', subject: '', reason: 'x' }] })).toMatchObject({ aloneFrom: null, may: ['withdraw'] })
    expect(standingOf(draft(asked), situation('anna', 'coordinator', { now: '2021-01-01T00:00:00.000000Z' }))).toMatchObject({ aloneFrom: null, may: ['withdraw'] })
  })

  test('meanwhile a core member can agree at once, or stop it', () => {
    expect(standingOf(draft(asked), situation('cia', 'core-member', { coordinators: 1 }))).toMatchObject({ may: ['approve', 'refuse'], waitsForYou: true })
  })
})

test('one that has ended is nobody\'s to change, however it ended', () => {
  for (const [act, state] of [['approve', 'approved'], ['refuse', 'refused'], ['withdraw', 'withdrawn']] as const) {
    for (const [member, role] of [['anna', 'coordinator'], ['bo', 'coordinator'], ['cia', 'core-member']] as const) {
      expect(standingOf(draft({ steps: [...asked.steps, step(act, 'bo')] }), situation(member, role))).toEqual({ state, outdated: 'no', waitsForYou: false, may: [], aloneFrom: null })
    }
  }
})
