// The private protocol in words: a merged row is never named as the answer "other".
import { describe, expect, test } from 'vitest'
import type { Decision, NetworkAnswer } from '../../server/src/api/types.ts'
import { messagesIn } from '../src/messages/messages.ts'
import { intoName, periodName, rowName, tableName } from '../src/pages/editions/decision-words.ts'

const network = { indicators: [], categories: [] } as unknown as NetworkAnswer
const decision = (change: Partial<Decision>): Decision =>
  ({ table: 'sex', codes: [], period: '2017-2019', action: 'shown', into: null, reasons: [], count: 1, atLeast: false, ...change })

describe('the protocol', () => {
  const merged = decision({ codes: ['other'], action: 'merged', into: 'other' })
  const row = decision({ codes: ['other'], action: 'hidden', reasons: ['few'] })

  test('the row that others were merged into is "Övriga", the answer keeps its own words', () => {
    expect(rowName(row, [row, merged], 'sv', network, messagesIn.sv)).toBe('Övriga')
    expect(rowName(merged, [row, merged], 'sv', network, messagesIn.sv)).not.toBe('Övriga')
    expect(rowName(row, [row], 'sv', network, messagesIn.sv)).not.toBe('Övriga')
    expect(intoName(merged, 'en', network, messagesIn.en)).toBe('into Others')
  })

  test.each([
    ['2019', '2019', '2019'], ['2017-2018', '2017–2018', '2017–2018'], ['2019-04', 'april 2019', 'April 2019'],
    ['2019-H1', 'första halvåret 2019', 'first half of 2019'], ['2019-Q3', 'kvartal 3 2019', 'quarter 3 of 2019'],
  ])('%s', (id, sv, en) => {
    expect([periodName(id, 'sv', messagesIn.sv), periodName(id, 'en', messagesIn.en)]).toEqual([sv, en])
  })

  test('a year that merges says which years it went into, and every table has its name', () => {
    expect(intoName(decision({ action: 'merged', into: '2017-2018' }), 'sv', network, messagesIn.sv)).toBe('i 2017–2018')
    expect([tableName('persons.incidentsUnknown', messagesIn.sv), tableName('ageGroup', messagesIn.sv)]).toEqual(['Incidenter med okänt antal personer', 'Ålder'])
  })
})
