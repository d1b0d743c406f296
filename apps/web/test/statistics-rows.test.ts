// Which rows the statistics page shows, in which order, and what it makes of questions without answers.
import { breakdowns, type CountCell, type CountTable, reportTables, type TableSpec } from '@lykta/statistics'
import { describe, expect, test } from 'vitest'
import { companionsOf, measureGroups, wasAsked } from '../src/pages/statistics/measure-rows.ts'
import { rankRows } from '../src/pages/statistics/rank-rows.ts'
import { findUnanswered } from '../src/pages/statistics/unanswered.ts'

const cell = (count: number, atLeast = false): CountCell => ({ count, atLeast, incidents: count, organisations: 1, largest: count })
const tableOf = (spec: TableSpec, base: readonly CountCell[] = [], rows: CountTable['rows'] = []): CountTable =>
  ({ spec, basis: 'occurred', asOf: 1, periods: [], base, rows, severalAnswers: false })
const total = (id: string, unit: TableSpec['unit'], ...base: readonly CountCell[]): CountTable => tableOf({ id, unit, by: [], base: 'all' }, base)

describe('the headline figures', () => {
  test('every table of the report is on the page, each once', () => {
    const tables = reportTables.map((spec) => tableOf(spec))
    const shown = measureGroups.flatMap(({ measures }) => measures.flatMap((id) => [id, ...companionsOf(tables, id).map((beside) => beside.id)]))
    expect([...shown, ...breakdowns.map(({ id }) => id)].toSorted()).toEqual(reportTables.map(({ id }) => id).toSorted())
  })

  test('a question put to nobody is not asked; one put to somebody, or in a year without incidents, is', () => {
    const tables = [total('incidents', 'incident', cell(30), cell(30), cell(0)), total('incidentsOffered', 'incident', cell(0), cell(0), cell(0)), total('incidentsOffered.notAsked', 'incident', cell(30), cell(29), cell(0))]
    expect([0, 1, 2].map((period) => wasAsked(tables, 'incidentsOffered', period))).toEqual([false, true, true])
    expect(wasAsked(tables, 'incidents', 0)).toBe(true)
  })
})

describe('the rows of a table', () => {
  const spec: TableSpec = { id: 'nationalityIncidents', unit: 'incident', by: ['nationality'], base: 'answered' }

  test('the most come first by all years together, what names nothing last', () => {
    const row = (code: string, ...counts: readonly number[]): CountTable['rows'][number] => ({ codes: [code], cells: counts.map((count) => cell(count)) })
    const ranked = rankRows(tableOf(spec, [], [row('unspecified', 0, 50), row('RO', 9, 22), row('TH', 10, 16), row('UA', 1, 7), row('RU', 0, 7)]))
    expect(ranked.map(({ codes }) => codes[0])).toEqual(['RO', 'TH', 'RU', 'UA', 'unspecified'])
  })

  test('those without a known answer are what is left of all, unless that is not known', () => {
    const incidents = total('incidents', 'incident', cell(30))
    expect(findUnanswered(tableOf(spec, [cell(22)]), [incidents])).toMatchObject([{ count: 8, atLeast: false }])
    expect(findUnanswered(tableOf({ ...spec, unit: 'person' }, [cell(35)]), [total('persons', 'person', cell(41, true))])).toMatchObject([{ count: 6, atLeast: true }])
    expect(findUnanswered(tableOf(spec, [cell(22, true)]), [incidents])).toBeUndefined()
    expect(findUnanswered(tableOf({ ...spec, base: 'all' }, [cell(30)]), [incidents])).toBeUndefined()
  })
})
