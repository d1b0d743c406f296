// What a finding says: its place in the file, how it can be settled, and what the tables make of it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLabel, type Language } from '@lykta/incident'
import type { ProtectedTable } from '@lykta/disclosure'
import { mergePeriods, yearPeriods } from '@lykta/statistics'
import { checkProse, type EditionContext, type Finding, problemOf } from '../src/index.ts'
import { collection, contextOf, protectedTable, shown } from './support/protected.ts'
import { ownTemplate, sampleTables } from './support/sample-edition.ts'

const years = yearPeriods(2017, 2019, collection)
const incidents = await protectedTable({ id: 'incidents', base: [shown(10), shown(23), shown(30)] })
const participants = await protectedTable({ id: 'participants', unit: 'organisation', base: [shown(7), shown(7), shown(9)] })
const persons = await protectedTable({ id: 'persons', unit: 'person', base: [shown(14, true), shown(31, true), shown(41, true)] })
const contact = await protectedTable({ id: 'personsInContact', unit: 'person', base: [shown(2), shown(13), shown(25)] })
const accepting = await protectedTable({ id: 'incidentsAccepting', periods: [mergePeriods(years.slice(0, 2), collection), years[2]!], base: [shown(7), shown(5)] })
const all = [incidents, participants, persons, contact, accepting]

function check(sentence: string, tables: readonly ProtectedTable[] = all, changes: Partial<EditionContext> = {}, language: Language = 'en'): readonly Finding[] {
  const text = `# Title\n\nSubtitle.\n\n${sentence}\n`
  return checkProse({ context: contextOf({ language, ...changes }), tables, label: (dimension, code) => findLabel(dimension, code, language), template: { file: 'own.md', text } })
}
const codes = (...given: Parameters<typeof check>): readonly string[] => check(...given).map(({ code }) => code)

describe('the place', () => {
  test('is the line and the columns of the word, past emphasis, bindings, links and footnotes', () => {
    const line = 'Of **all** {{year}}, [the *page*](https://example.org/7)^[see {{lit 3}} and 17] told of 4 persons, not 5.'
    const found = check(`First.\n${line}`).filter(({ code }) => code === 'number-typed')
    expect(found.map(({ where }) => [where.file, where.line, line.slice(where.from, where.to)])).toEqual([['own.md', 6, '17'], ['own.md', 6, '4'], ['own.md', 6, '5']])
    expect(found.map(({ where }) => where.from)).toEqual([line.indexOf('17'), line.indexOf('4 persons'), line.indexOf('5.')])
  })

  test('is found in lists, notes, second wordings and headings', () => {
    const text = '- one way\n- with 31 persons\n\n> A note of 32.\n\nKnown: {{incidents.year}}. || There were 33.\n\n## Chapter of 34 {#chapter}'
    const lines = `# Title\n\nSubtitle.\n\n${text}`.split('\n')
    const found = check(text).map(({ where }) => lines[where.line - 1]!.slice(where.from, where.to))
    expect(found).toEqual(['31', '32', '33', '34'])
  })

  test('of a number anywhere in a line of anything is the number itself', () => {
    const piece = fc.constantFrom('word', 'Österåker', 'o\u0308ppen', '{{year}}', '*soft*', '**firm**', '{{lit 12}}', '\\*', '&amp;', '  ', '«quote»', '👋', '(aside)')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.array(piece, { maxLength: 8 }), (before, after) => {
        const line = `Start ${before.join(' ')} 4711 ${after.join(' ')} end.`
        const found = check(line).filter(({ values }) => values.word.includes('4711'))
        expect(found).toHaveLength(1)
        const [{ where, values }] = found as [Finding]
        // A piece with an escape is told whole; any other to the sign.
        expect(line.slice(where.from, where.to)).toContain('4711')
        expect(line.slice(where.from, where.to)).toBe(values.word)
        if (!['\\', '&', '\u0308'].some((sign) => line.includes(sign))) expect([where.from, where.to]).toEqual([line.indexOf('4711'), line.indexOf('4711') + 4])
      }),
      { seed: 24, numRuns: 200 },
    )
  })

  test('lies within its line, whatever the file holds', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('{{incidents.year}}', '{{', '}}', '||', '^[', ']', '\n', '\n\n', '# ', '> ', '- ', 'three', '12/40', '46 %', 'all women', 'increased', '\uE000', '\r\n'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom<Language>('sv', 'en'), (pieces, language) => {
        const sentence = pieces.join(' ')
        const lines = `# Title\n\nSubtitle.\n\n${sentence}\n`.split('\n')
        for (const { where, values } of check(sentence, all, {}, language)) {
          expect(where.from).toBeGreaterThanOrEqual(0)
          expect(where.to).toBeGreaterThanOrEqual(where.from)
          expect(where.from).toBeLessThanOrEqual(lines[where.line - 1]!.length)
          expect(lines[where.line - 1]!.slice(where.from, where.to)).toBe(values.word)
        }
      }),
      { seed: 25, numRuns: 300 },
    )
  })
})

test('a sentence whose lines were broken by the page is read as one, and each finding stands in its own line', () => {
  const lines = ['Det blir tydligt genom antalet dokumenterade incidenter som ökat år', 'för år och har lett', 'till att Ruménien (54 procent) och Thailand', '(49 procent) är vanligast.', 'Nästa mening är en egen.']
  const found = check(lines.join('\n'), all, {}, 'sv')
  expect(found.map(({ code, where }) => [code, where.line - 4])).toEqual(expect.arrayContaining([
    ['periods-unequal', 1], ['direction-not-carried', 1], ['claim-untested', 1], ['claim-untested', 2], ['number-typed', 3], ['number-typed', 4], ['shares-over-whole', 3],
  ]))
  for (const { where, values } of found) expect(lines[where.line - 5]!.slice(where.from, where.to)).toBe(values.word)
})

describe('the shape', () => {
  test('what stopped an edition before is an error, what is new is a warning, and each says how it can be settled', () => {
    const told = check('There were 4 women and most men; {{lit 30}} per cent had moved, and the victims stayed.').map(({ code, severity, settle }) => [code, severity, settle.join()])
    expect(told).toEqual([
      ['number-typed', 'error', 'bind,literal'], ['quantifier-typed', 'warning', 'bind,reword,literal'], ['share-base-missing', 'warning', 'bind,note'], ['term-avoided', 'warning', 'reword,literal'],
    ])
  })

  test('is told as a problem, with file and line, under the key of its wording', () => {
    expect(check('The offender left.').map(problemOf)).toEqual([
      { code: 'publication.term-avoided', severity: 'warning', where: { file: 'own.md', row: 5 }, values: { word: 'offender', instead: 'possible perpetrator' } },
    ])
  })

  test('is settled by a mark, a binding, a test or an opinion', () => {
    for (const text of ['In {{lit 4}} cases.', 'The {{lit victim}} told.', '{{opinion}} the work has led to change.', '{{direction incidents.year incidents.previous}}', 'In {{share personsInContact.year of persons.year}}. ||']) expect(codes(text)).toEqual([])
  })
})

describe('shares', () => {
  test('of bound figures have one unit', () => {
    expect(codes('{{incidentsAccepting.latest}} of {{personsInContact.latest}}. || Hidden.')).toEqual(['share-units'])
    expect(codes('{{personsInContact.latest}} of {{persons.latest}}. || Hidden.')).toEqual([])
  })

  test('that are typed are held against whatever the tables print', () => {
    expect(codes('Accepted: {{lit 12}} of {{lit 40}}.')).toEqual(['share-units'])
    // 25 persons of 41 are a share; of 12 and 40 nothing is known when nothing is printed.
    expect(codes('Contact: {{lit 25}} of {{lit 41}}.')).toEqual([])
    expect(codes('Accepted: {{lit 12}} of {{lit 40}}.', [])).toEqual([])
  })

  test('in per cent need a base that is named, exact and large enough', () => {
    expect(codes('In {{lit 70}} per cent of the {{incidents.year}} incidents. || Hidden.')).toEqual([])
    expect(codes('In {{lit 50}} per cent of the {{incidents.first}} incidents. || Hidden.')).toEqual(['share-base-small'])
    expect(codes('{{lit 61}} per cent of the {{persons.year}} persons. || Hidden.')).toEqual(['share-base-at-least'])
    expect(codes('{{lit 61}} per cent of those asked.')).toEqual(['share-base-missing'])
    expect(codes('{{lit 47}} per cent ({{lit 15}} of {{lit 32}}).')).toEqual([])
    expect(codes('{{lit 46}} per cent ({{lit 15}} of {{lit 32}}).')).toEqual(['share-wrong'])
    expect(codes('{{lit 46.9}} per cent ({{lit 15}} of {{lit 32}}).')).toEqual([])
  })

  test('are held against the numbers of their own sentence, the nearest ones', () => {
    expect(codes('In {{lit 47}} per cent ({{lit 15}} of {{lit 32}}) and {{lit 9}} per cent ({{lit 3}} of {{lit 33}}).')).toEqual([])
    expect(codes('In {{lit 46}} per cent ({{lit 15}} of {{lit 32}}) and {{lit 9}} per cent ({{lit 3}} of {{lit 33}}).')).toEqual(['share-wrong'])
    expect(codes('In {{lit 47}} per cent ({{lit 15}} of {{lit 32}}). Further {{lit 10}} per cent.')).toEqual(['share-base-missing'])
  })

  test('of one table with several answers need a note somewhere in their chapter', async () => {
    const table = await protectedTable({ id: 'nationalityIncidents', by: ['nationality'], severalAnswers: true, periods: [mergePeriods(years, collection)], base: [shown(41)],
      rows: [{ codes: ['RO'], members: [], cells: [shown(22)] }, { codes: ['TH'], members: [], cells: [shown(16)] }, { codes: ['SE'], members: [], cells: [shown(11)] }] })
    const both = '{{share nationalityIncidents[RO].block}} and {{share nationalityIncidents[TH].block}}'
    const three = `{{share nationalityIncidents[SE].block}}, ${both}. || Hidden.`
    expect(codes(three, [table])).toEqual(['shares-over-whole'])
    expect(codes(`${both}. || Hidden.`, [table])).toEqual([])
    expect(codes(`${both}. || Hidden.`, [])).toEqual(['shares-over-whole'])
    expect(codes(`${three}\nSeveral nationalities can occur in one incident.`, [table])).toEqual([])
    expect(codes(`Several nationalities can occur in one incident.\n\n## Next {#next}\n\n${three}`, [table])).toEqual(['shares-over-whole'])
  })
})

describe('comparisons', () => {
  test('of unequal exposure, unless the rate or the months are told', () => {
    const text = '{{incidents.previous}} incidents against {{incidents.first}} the year before. || Hidden.'
    expect(check(text).map(({ code, values }) => [code, values['earlier'], values['later']])).toEqual([['periods-unequal', 2, 12]])
    expect(codes(text.replace(' ||', ' in {{months first}}. ||'))).toEqual([])
    expect(codes('{{incidents.year}} incidents against {{incidents.previous}}. || Hidden.')).toEqual([])
    // Members are a stock.
    expect(codes('{{participants.previous}} against {{participants.first}}. || Hidden.')).toEqual([])
  })

  test('of unequal follow-up: 90 days after the earlier year and fewer after the later', () => {
    const text = '{{personsInContact.year}} persons against {{personsInContact.previous}}. || Hidden.'
    expect(check(text, all, { collectedTo: '2020-03-30' }).map(({ code, values }) => [code, values['days']])).toEqual([])
    expect(check(text, all, { collectedTo: '2020-03-29' }).map(({ code, values }) => [code, values['days']])).toEqual([['follow-up-unequal', 89]])
    // Incidents are known at once.
    expect(codes('{{incidents.year}} against {{incidents.previous}}. || Hidden.', all, { collectedTo: '2020-01-01' })).toEqual([])
  })

  test('with a direction that the interval does not carry, whosever opinion it is', async () => {
    const text = '{{opinion}} incidents increased from {{incidents.previous}} to {{incidents.year}}. || Hidden.'
    const [finding] = check(text) as [Finding]
    expect(finding).toMatchObject({ code: 'direction-not-carried', severity: 'warning', values: { word: 'increased', reason: 'interval-includes-one' } })
    expect(Number(finding.values['ratio'])).toBeCloseTo(30 / 23, 10)
    const doubled = await protectedTable({ id: 'incidents', base: [shown(10), shown(23), shown(60)] })
    expect(codes(text, [doubled, participants])).toEqual([])
    expect(codes(text.replace('increased', 'decreased'), [doubled, participants])).toEqual(['direction-not-carried'])
    // Without the participants beside it nobody knows how many looked.
    expect(check(text, [doubled]).map(({ values }) => values['reason'])).toEqual(['no-effort'])
  })

  test('with a direction that would hold of two years alone, and not among all that are printed', async () => {
    const of = async (...counts: readonly number[]): Promise<ProtectedTable> => protectedTable({
      id: 'incidents', base: counts.map((count) => shown(count)),
      periods: counts.map((_, index) => String(2020 - counts.length + index)).map((id) => ({ id, from: `${id}-01-01`, to: `${id}-12-31`, months: 12 })),
    })
    for (const text of ['{{opinion}} incidents increased from {{incidents.previous}} to {{incidents.year}}. || Hidden.', '{{opinion}} the number of incidents has increased.']) {
      expect(codes(text, [await of(20, 38), participants])).toEqual([])
      expect(check(text, [await of(20, 21, 19, 20, 20, 38), participants]).map(({ code, values }) => [code, values['reason']])).toEqual([['direction-not-carried', 'one-of-several']])
    }
  })

  test('with a direction of persons, who are not tested at all', () => {
    expect(codes('{{opinion}} persons increased from {{persons.previous}} to {{persons.year}}. || Hidden.')).toEqual(['direction-of-persons'])
    expect(codes('{{opinion}} the number of women has grown.')).toEqual(['direction-of-persons'])
  })

  test('beside {{direction}} that says no direction', () => {
    expect(codes('The number has increased. {{direction incidents.year incidents.previous}}')).toEqual(['direction-not-carried'])
  })

  test('of all years at once, where the first was short', async () => {
    const text = '{{opinion}} the number of incidents has increased year by year.'
    expect(codes(text)).toEqual(['periods-unequal', 'direction-not-carried'])
    expect(codes(text, [])).toEqual(['periods-unequal'])
    expect(codes('{{opinion}} the number of incidents has increased from 2017 to 2019.', [])).toEqual(['periods-unequal'])
    expect(codes('{{opinion}} the number of persons has increased since {{first}}, most of it in {{year}}.', [])).toEqual(['periods-unequal', 'direction-of-persons'])
    expect(codes('{{opinion}} the number of incidents has increased from 2018 to 2019.', [])).toEqual([])
    const doubled = await protectedTable({ id: 'incidents', base: [shown(10), shown(23), shown(60)] })
    expect(codes(text.replace(' year by year', ''), [doubled, participants])).toEqual([])
  })
})

test('the program’s own templates raise no question in a year that is not over, nor when years are merged or nothing is shown', async () => {
  const sample = await sampleTables()
  for (const language of ['sv', 'en'] as const) {
    for (const tables of [sample, all, []]) {
      for (const collectedTo of ['2019-07-31', '2019-12-31', '2020-03-01']) {
        const template = { file: 'own.md', text: ownTemplate(language) }
        expect(checkProse({ context: contextOf({ language, collectedTo }), tables, label: (dimension, code) => findLabel(dimension, code, language), template })).toEqual([])
      }
    }
  }
})
