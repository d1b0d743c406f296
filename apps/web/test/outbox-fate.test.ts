// What the outbox makes of a server's refusal: it is final only when it is the report's own fault.
import { expect, test } from 'vitest'
import { FailureError, unreachable } from '../src/api/ask.ts'
import { fateOf } from '../src/report/outbox/fate.ts'
import { mayHaveArrived } from '../src/report/send.ts'

const failure = (status: number, ...codes: readonly string[]) =>
  ({ type: 'about:blank', title: '', status, problems: codes.map((code) => ({ code, severity: 'error' as const, where: {}, values: {}, text: { sv: '', en: '' } })) })

test.each([
  [0, [], 'silent'], [429, ['server.too-many'], 'silent'], [500, ['server.defect'], 'silent'], [503, [], 'silent'],
  [409, ['register.changed-meanwhile'], 'silent'], [503, ['register.disk-full'], 'silent'], [503, ['register.outcome-unknown'], 'silent'],
  [404, ['server.not-found'], 'unknown'], [422, ['incident.recovery-untested'], 'later'], [422, ['incident.author-not-listed'], 'later'], [422, ['incident.clock-ahead'], 'later'], [422, ['incident.clock'], 'refused'],
  [409, ['incident.id-taken'], 'refused'], [422, ['form.choice'], 'refused'], [400, ['server.body'], 'refused'], [413, ['server.body-too-large'], 'refused'],
] as const)('%i %j: %s', (status, codes, fate) => {
  expect(fateOf(failure(status, ...codes))).toBe(fate)
  expect(mayHaveArrived(new FailureError(failure(status, ...codes)))).toBe(fate === 'silent')
})

test('whatever else went wrong may have arrived', () => {
  expect([new Error('broken'), new FailureError(unreachable)].map(mayHaveArrived)).toEqual([true, true])
})
