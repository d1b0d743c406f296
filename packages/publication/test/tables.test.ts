// Tables of the report: what stands beside a merged cell, which rows the year table has, and what a merged row holds.
import { findLabel } from '@lykta/incident'
import type { ProtectedTable } from '@lykta/disclosure'
import { mergePeriods, yearPeriods } from '@lykta/statistics'
import { describe, expect, test } from 'vitest'
import type { Edition } from '../src/binding/edition.ts'
import { chainChart } from '../src/charts/chain-chart.ts'
import { personsChart } from '../src/charts/persons-chart.ts'
import { dataTables } from '../src/open-data/data-table.ts'
import { jsonStat } from '../src/open-data/json-stat.ts'
import { breakdownTable } from '../src/tables/breakdown-table.ts'
import { yearsTable } from '../src/tables/years-table.ts'
import { wordsIn } from '../src/words/words-in.ts'
import { collection, contextOf, hidden, protectedTable, shown } from './support/protected.ts'
import { sampleTables } from './support/sample-edition.ts'

const editionOf = (tables: readonly ProtectedTable[], language: 'sv' | 'en' = 'en'): Edition => ({
  context: contextOf({ language }), tables: new Map(tables.map((table) => [table.id, table])), words: wordsIn[language], label: (dimension, code) => findLabel(dimension, code, language),
})
const years = yearPeriods(2017, 2019, collection)
const sample = await sampleTables()

describe('the year table', () => {
  test('says of merged years in how many months they were collected', () => {
    const cells = (language: 'sv' | 'en'): readonly (string | null)[] =>
      yearsTable(editionOf(sample, language)).rows.find(({ header }) => header === wordsIn[language].tables['policeContacted'])!.cells.map(({ remark }) => remark)
    expect([cells('en'), cells('sv')]).toEqual([['2017–2018, 14 months', null], ['2017–2018, 14 månader', null]])
  })
  test('says what may be said of the years, from shown values, and nothing where they are hidden', async () => {
    expect(yearsTable(editionOf(sample)).notes).toContain('10, 23 and 30 in 2, 12 and 12 months: the numbers per month differ by more than chance tends to give (chance alone gives such differences in 3 cases of 100).')
    expect(yearsTable(editionOf(sample)).notes).toContain(wordsIn.en.note.aboutYears)
    const tables = [await protectedTable({ id: 'incidents', unit: 'incident', base: [hidden, shown(23), hidden] })]
    expect(yearsTable(editionOf(tables)).notes.filter((note) => /chance|trend|sentences/.test(note))).toEqual([])
  })
  test('says nothing of incidents below a chart of persons or of the chain', () => {
    for (const chart of [personsChart(editionOf(sample)), chainChart(editionOf(sample))]) {
      expect(chart!.table.rows.length).toBeGreaterThan(1)
      expect(chart!.table.notes.filter((note) => /chance|trend|sentences|Comparisons/.test(note))).toEqual([])
    }
  })
  test('has who was not asked, and all perpetrators above their roles', () => {
    const headers = yearsTable(editionOf(sample)).rows.map(({ header }) => header)
    const names = ['personsInContact', 'personsInContact.notAsked', 'incidentsAccepting', 'incidentsAccepting.notAsked', 'personsAccepting', 'personsAccepting.notAsked', 'perpetrators', 'buyers']
    expect(headers.filter((header) => names.some((id) => header === wordsIn.en.tables[id]))).toEqual(names.map((id) => wordsIn.en.tables[id]))
  })
  test('leaves out a total of perpetrators that is hidden in every year', async () => {
    const tables = [await protectedTable({ id: 'perpetrators', unit: 'perpetrator' }), await protectedTable({ id: 'buyers', unit: 'perpetrator', base: [shown(9), hidden, hidden] })]
    expect(yearsTable(editionOf(tables)).rows.map(({ header }) => header)).toEqual([wordsIn.en.tables['buyers']])
  })
})

describe('a merged row', () => {
  const rest = (members: readonly string[], by: 'place-type' | 'nationality', id: string): Promise<ProtectedTable> =>
    protectedTable({ id, by: [by], periods: [mergePeriods(years, collection)], base: [shown(63)], rows: [{ codes: ['other'], members, cells: [shown(12)] }] })
  const notesOf = (table: ProtectedTable): readonly (readonly string[])[] => {
    const edition = editionOf([table])
    return [breakdownTable(edition, table).notes, jsonStat(edition, dataTables(edition)[0]!).note]
  }

  test('has a note with all its categories, whether or not they occur, in the report and in the open data', async () => {
    for (const notes of notesOf(await rest(['home', 'internet', 'workplace', 'massage-parlour', 'other'], 'place-type', 'placeType'))) {
      const names = ['home', 'internet', 'workplace', 'massage-parlour', 'other'].map((code) => findLabel('place-type', code, 'en')).join(', ')
      expect(notes).toContain(`Other: ${names}. All on the list that have no row of their own stand here, whether or not they occur.`)
    }
  })
  test('of a long list has the number of its categories alone', async () => {
    const codes = ['AL', 'AT', 'BE', 'BG', 'BR', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB']
    for (const notes of notesOf(await rest(codes, 'nationality', 'nationalityIncidents'))) {
      expect(notes).toContain('Other: 13 categories. All on the list that have no row of their own stand here, whether or not they occur.')
    }
  })
})
