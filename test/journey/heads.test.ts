// A line of the audit as people copy it from paper.
import { expect, test } from 'vitest'
import { parseHead } from '../../apps/cli/src/heads.ts'

const hash = '0123456789abcdef'.repeat(4)

test('with its position or without, in capitals or with spaces around it', () => {
  expect(parseHead(`${hash}@17`)).toEqual({ hash, position: 17 })
  expect(parseHead(hash)).toEqual({ hash, position: undefined })
  expect(parseHead(` ${hash.toUpperCase()}@1\n`)).toEqual({ hash, position: 1 })
})

test.each(['', 'abc', hash.slice(1), `${hash}0`, `g${hash.slice(1)}`, `${hash}@`, `${hash}@-1`, `${hash}@1.5`, `${hash} 17`])('"%s" is none', (text) => {
  expect(parseHead(text)).toBeUndefined()
})
