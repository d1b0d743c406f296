// Founding in two tabs, and a last step that was left: what the page says instead of "not there".
import { expect, test } from 'vitest'
import { FailureError } from '../../src/api/ask.ts'
import { lacksWayIn, wasFoundedMeanwhile } from '../../src/pages/found/founded-meanwhile.ts'

const failure = (status: number) => new FailureError({ type: 'about:blank', title: '', status, problems: [] })
const session = (canFound: boolean) => async () => ({ canFound })

test('not there, and founding is over: it was founded meanwhile', async () => {
  expect(await wasFoundedMeanwhile(failure(404), session(false))).toBe(true)
})

test('a wrong code, another refusal, and a server that does not answer are something else', async () => {
  expect(await wasFoundedMeanwhile(failure(404), session(true))).toBe(false)
  expect(await wasFoundedMeanwhile(failure(422), session(false))).toBe(false)
  expect(await wasFoundedMeanwhile(new Error('broken'), session(false))).toBe(false)
  expect(await wasFoundedMeanwhile(failure(404), async () => { throw failure(0) })).toBe(false)
})

test('who is signed in with the password alone lacks a way in', () => {
  const caller = { id: 'a', role: 'coordinator' as const, organisation: null, name: null, email: null, passkeys: 0, totp: false, keys: 'listed' as const }
  expect(lacksWayIn({ state: 'signed-in', caller })).toBe(true)
  expect([lacksWayIn({ state: 'signed-in', caller: { ...caller, totp: true } }), lacksWayIn({ state: 'signed-in', caller: { ...caller, passkeys: 1 } }), lacksWayIn({ state: 'local', caller })]).toEqual([false, false, false])
})
