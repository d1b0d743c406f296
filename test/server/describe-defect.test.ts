// What may be told of a defect: nothing of what somebody wrote, however the error carries it.
import { expect, test } from 'vitest'
import { describeDefect } from '@lykta/server'

const secret = 'Kvinnan på hotellet'

test('name, code and frames of an error and its causes, and no message', () => {
  const cause = Object.assign(new TypeError(`invalid input: "${secret}"`), { code: '22P02' })
  const told = describeDefect(new Error(secret, { cause }))
  expect(told).not.toContain('Kvinnan')
  expect(told).toMatch(/^Error\n {4}at .*describe-defect\.test\.ts:\d+:\d+/)
  expect(told).toMatch(/\ncaused by\nTypeError 22P02\n {4}at .*describe-defect\.test\.ts:\d+:\d+/)
})

test('several errors in one, and what is thrown that is no error', () => {
  const told = describeDefect(new AggregateError([new RangeError(secret), secret], secret))
  expect(told).not.toContain('Kvinnan')
  expect(told).toMatch(/^AggregateError\n[^]*\ncaused by\nRangeError\n[^]*\ncaused by\nunknown$/)
  expect(describeDefect(secret)).toBe('unknown')
})

test.each([
  ['a message with a line that looks like a frame', new Error(`x\n    at ${secret} (1:2:3)\n    at ${secret} (4:5:6)`)],
  ['a message that was changed since', Object.assign(new Error(`x\n    at ${secret} (1:2:3)`), { message: 'another' })],
  ['a name that is a text', Object.assign(new Error('x'), { name: secret })],
  ['a code that is a text', Object.assign(new Error('x'), { code: secret })],
])('%s', (_, error) => {
  expect(describeDefect(error)).not.toContain('Kvinnan')
})

test('causes that go round in a ring come to an end', () => {
  const [one, other] = [new Error('x'), new Error('y')]
  one.cause = other
  other.cause = one
  expect(describeDefect(one).match(/caused by/g)).toHaveLength(5)
})
