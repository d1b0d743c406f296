// Of which years there can be an edition, and why not of others.
import { expect, test } from 'vitest'
import { findWhyNoYear } from '../src/pages/editions/no-such-year.tsx'

test('a year to come, one before the collection began, and what is no year are told apart', () => {
  const why = (asked: string) => findWhyNoYear(asked, '2017-11-01', '2026-11-26')
  expect(['2030', '2027', '2016', '0999', 'abc', '12345', ''].map(why)).toEqual(['to-come', 'to-come', 'before', 'no-year', 'no-year', 'no-year', 'no-year'])
  expect(['2017', '2020', '2026'].map(why)).toEqual([undefined, undefined, undefined])
})
