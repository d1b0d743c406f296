// Whether an organisation belonged to the network: in a year, and on a day.
import { wasMemberIn, wasMemberOn } from '@lykta/incident'
import { expect, test } from 'vitest'

const two = { joined: '2018-03-01', left: '2019-06-30' }

test('the day on which it joined is its first, and that on which it left its last', () => {
  expect(['2018-02-28', '2018-03-01', '2019-06-30', '2019-07-01'].map((day) => wasMemberOn(two, day))).toEqual([false, true, true, false])
  expect(['2018-02-28', '2018-03-01', '2030-01-01'].map((day) => wasMemberOn({ ...two, left: null }, day))).toEqual([false, true, true])
})

test('a year of which it was a member on any day', () => {
  expect([2017, 2018, 2019, 2020].map((year) => wasMemberIn(two, year))).toEqual([false, true, true, false])
})

test('a source that never joined is no member at any time', () => {
  expect([wasMemberIn({ joined: null, left: null }, 2019), wasMemberOn({ joined: null, left: null }, '2019-01-01')]).toEqual([false, false])
})
