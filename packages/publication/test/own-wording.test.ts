// What the program's own templates may claim: true when nothing is unknown, when years run past the block, when a form is a number.
import { expect, test } from 'vitest'
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { mergePeriods, yearPeriods } from '@lykta/statistics'
import { editionDocument } from '../src/index.ts'
import { textOf } from '../src/document/inline.ts'
import { band, contextOf, hidden, protectedTable, shown } from './support/protected.ts'
import { editionInput, ownTemplate } from './support/sample-edition.ts'

const collection = { from: '2017-11-01', to: '2021-02-03' }
const years = yearPeriods(2017, 2020, collection)
const block = mergePeriods(years.slice(0, 3), collection)
const incidents = await protectedTable({ id: 'incidents', periods: years, base: [shown(10), shown(23), shown(30), shown(40)] })

function proseOf(tables: readonly ProtectedTable[], language: 'sv' | 'en'): string {
  const { context, ...rest } = editionInput(tables, language)
  const document = editionDocument({ ...rest, context: contextOf({ ...context, year: 2020, today: '2021-02-03', collectedTo: '2021-02-03' }) })
  return document.blocks.flatMap((each) => (each.kind === 'paragraph' ? [textOf(each.children)] : [])).join('\n')
}

const form = (cell: ProtectedCell): Promise<ProtectedTable> =>
  protectedTable({ id: 'exploitation', by: ['exploitation'], periods: [block], base: [shown(63)], rows: [{ codes: ['sexual'], members: [], cells: [cell] }] })

test('a sum over incidents that all have a number of persons is not called a lower bound', async () => {
  const persons = await protectedTable({ id: 'persons', unit: 'person', periods: years, base: years.map(() => shown(71)) })
  const unknown = await protectedTable({ id: 'persons.incidentsUnknown', periods: years, base: years.map(() => shown(0)) })
  expect(proseOf([incidents, persons, unknown], 'en')).toContain('In 0 incidents the number of persons is unknown; these add nobody to the sum.')
  expect(proseOf([incidents, persons, unknown], 'sv')).toContain('I 0 incidenter är antalet personer okänt; de bidrar inte med någon till summan.')
  expect(proseOf([incidents, persons, unknown], 'en')).not.toMatch(/lower bound\. /)
})

test('persons who accepted are not said to be among those in contact: two questions, and no rule makes one follow the other', async () => {
  const accepting = await protectedTable({ id: 'personsAccepting', unit: 'person', periods: years, base: years.map(() => shown(14)) })
  const inIncidents = await protectedTable({ id: 'incidentsAccepting', periods: years, base: years.map(() => shown(10)) })
  expect(proseOf([incidents, accepting, inIncidents], 'en')).toMatch(/not shown\. 14 persons accepted some form of support, in 10 incidents\./)
  expect(proseOf([incidents, accepting, inIncidents], 'sv')).toMatch(/visas inte\. 14 personer tackade ja till någon form av stöd, fördelade på 10 incidenter\./)
})

test('what is told of a block names the block and its base, as a band and as a number', async () => {
  const asBand = proseOf([incidents, await form(band(9, 10))], 'en')
  expect(asBand).toContain('Of the 63 incidents over November 2017–December 2019, more than nine tenths concern exploitation for sexual purposes')
  const asNumber = proseOf([incidents, await form(shown(45))], 'en')
  expect(asNumber).toContain('Over November 2017–December 2019, 45 of 63 incidents (71 per cent) concern exploitation for sexual purposes')
  expect(proseOf([incidents, await form(hidden)], 'sv')).toContain('Hur många av incidenterna som gäller utnyttjande för sexuella ändamål visas inte.')
})

test('what lies between two years of a block is in the block and in no year: the block has its own number, and the years are called a sum', async () => {
  const spanning = (cell: ProtectedCell): Promise<ProtectedTable> =>
    protectedTable({ id: 'exploitation', by: ['exploitation'], periods: [block], base: [shown(65)], rows: [{ codes: ['sexual'], members: [], cells: [cell] }] })
  const asBand = proseOf([incidents, await spanning(band(9, 10))], 'en')
  expect(asBand).toContain('Of the 65 incidents over November 2017–December 2019, more than nine tenths')
  expect(asBand).toContain('Added up, the years since collection began have 103 incidents.')
  expect(asBand).not.toMatch(/63|103 incidents have been documented|documented 103/)
  const asNumber = await spanning(shown(60))
  expect(proseOf([incidents, asNumber], 'sv')).toContain('Under november 2017–december 2019 gäller 60 av 65 incidenter (92 procent) utnyttjande för sexuella ändamål')
  expect(proseOf([incidents, asNumber], 'sv')).toContain('Sammanlagt har åren sedan insamlingen började 103 incidenter.')
})

test('a block is not called the whole period, for it need not be', async () => {
  for (const language of ['sv', 'en'] as const) expect(ownTemplate(language)).not.toMatch(/whole period only|only for the whole period|bara (?:visas )?för hela perioden/)
  expect(proseOf([incidents, await form(shown(45))], 'en')).toContain('but for a full block of years, here November 2017–December 2019.')
  expect(proseOf([incidents], 'en')).toContain('when a block of years is full, which it is not yet.')
})

test('the rule for what is shown names what is exempt from it, and what the trial was with', () => {
  const english = proseOf([incidents], 'en')
  expect(english).toContain('Numbers of organisations, and of what is unknown or was not asked, are shown when they are small too')
  expect(english).toContain('with everything that stands here and in the reports that were approved before')
  const swedish = proseOf([incidents], 'sv')
  expect(swedish).toContain('Antal organisationer, och hur mycket som är okänt eller inte frågades, visas också när de är små')
  expect(swedish).toContain('med allt som står här och i de rapporter som har godkänts tidigare')
})
