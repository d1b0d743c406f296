// What an invitation's address says, where somebody goes on, and the ids of a network's own signs.
import { indicatorCategories, isOwnIndicatorId } from '@lykta/incident'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Caller } from '../../server/src/api/member-types.ts'
import { joinSteps, resumedStep } from '../src/pages/join/join-steps.ts'
import { readInvitation } from '../src/pages/join/read-invitation.ts'
import { newIndicatorId } from '../src/pages/network/new-indicator-id.ts'
import { findOpenQuestion } from '../src/pages/own/message-list.tsx'

const id = '22cd0ddd-2abc-40e5-b3f6-24c94c80a370'
const token = '-MOS6wEg5Hu7FvHUftgy1vmaAMLksg5LxTTJk4hLuZ4'
const genesis = '99326bfe6c23710b778d12db4f5f2903bf545b949f18aa32cab255c8912b589f'

describe('the address of an invitation', () => {
  test('holds id, token and the hash of the first line', () => {
    expect(readInvitation(`#${id}.${token}.${genesis}`)).toEqual({ id, token, genesis })
  })

  test('is none when a part is missing, cut off, or too much', () => {
    const whole = `#${id}.${token}.${genesis}`
    for (const other of ['', '#', whole.slice(1), whole.slice(0, -1), `${whole}0`, `#${id}.${token}`, `#${id}.${token}.${token}.${genesis}`, whole.toUpperCase()]) {
      expect(readInvitation(other)).toBeUndefined()
    }
  })
})

describe('going on with an invitation', () => {
  const caller = (change: Partial<Caller>): Caller => ({
    id, role: 'core-member', organisation: id, name: 'Cilla', email: 'c@example.org', passkeys: 0, totp: false, keys: 'none', ...change,
  })

  test.each([
    [{}, 'passphrase'],
    [{ keys: 'waiting' }, 'sign-in'],
    [{ keys: 'waiting', passkeys: 1 }, 'words'],
    [{ keys: 'listed', totp: true }, 'done'],
    [{ role: 'reader' }, 'sign-in'],
    [{ role: 'reader', totp: true }, 'done'],
    [{ role: 'reporter', totp: true }, 'passphrase'],
  ] as const)('%o goes to %s', (change, step) => {
    expect(resumedStep(caller(change))).toBe(step)
  })

  test('every step that one can come back to is one of the role', () => {
    for (const role of ['reporter', 'core-member', 'coordinator', 'reader', 'operator'] as const) {
      for (const keys of ['none', 'waiting', 'listed'] as const) {
        for (const totp of [false, true]) expect([...joinSteps(role), 'done']).toContain(resumedStep(caller({ role, keys, totp })))
      }
    }
  })
})

describe('the id of a new sign', () => {
  test('is of its words, and another one when it is taken', () => {
    expect(newIndicatorId('general', 'Många nycklar i handen', [])).toBe('general.x-manga-nycklar-i-handen')
    expect(newIndicatorId('general', 'Många nycklar i handen', ['general.x-manga-nycklar-i-handen'])).toBe('general.x-manga-nycklar-i-handen-2')
  })

  test('may be used whatever the wording is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...indicatorCategories.map((one) => one.id)), fc.string({ unit: 'grapheme', maxLength: 200 }), (category, words) => {
        expect(isOwnIndicatorId(newIndicatorId(category, words, []))).toBe(true)
      }),
      { seed: 20261126, numRuns: 500 },
    )
  })
})

test('the open question is the latest that nobody has answered', () => {
  const question = (number: number) => ({ id: `q${number}`, kind: 'question', code: 'when', at: '2026-11-26T08:00:00.000Z', to: null }) as const
  const answerTo = (to: string) => ({ id: `a${to}`, kind: 'answer', code: 'added', at: '2026-11-26T09:00:00.000Z', to }) as const
  expect(findOpenQuestion([])).toBeUndefined()
  expect(findOpenQuestion([question(1), answerTo('q1')])).toBeUndefined()
  expect(findOpenQuestion([question(1), question(2), answerTo('q2')])?.id).toBe('q1')
})
