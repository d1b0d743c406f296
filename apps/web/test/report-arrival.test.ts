// What an address brings along behind its #: a device's code, an incident to change, or nothing that the page may act on.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArrival } from '../src/report/invitation.ts'

const id = '8f0e4a3c-6d7b-4a55-8b5e-2f4f0f3d9b22'
const [token, secret, genesis] = ['t'.repeat(43), `${'s'.repeat(41)}-_`, 'ab'.repeat(32)]
const code = `#${id}.${token}.${secret}.${genesis}`

describe('behind the address', () => {
  test('a whole code', () => {
    expect(readArrival(code)).toEqual({ invitation: { id, token, secret, genesis } })
  })

  test('an incident to change', () => {
    expect(readArrival('#change.K7W2M9QG')).toEqual({ change: 'K7W2M9QG' })
    expect(readArrival('#change.K7W2M9QG/../x')).toEqual({ broken: true })
  })

  test('nothing, or a place on the page', () => {
    for (const hash of ['', '#', '#content']) expect(readArrival(hash)).toEqual({ invitation: null })
  })

  test('a code that was cut off or altered is never taken for a whole one, nor for none', () => {
    fc.assert(fc.property(fc.integer({ min: id.length + 2, max: code.length - 1 }), (length) => {
      expect(readArrival(code.slice(0, length))).toEqual({ broken: true })
    }), { seed: 20191231, numRuns: 100 })
    expect(readArrival(`${code}a`)).toEqual({ broken: true })
    expect(readArrival(code.toUpperCase())).toEqual({ broken: true })
  })
})
