// Prose while it is written: chapters, figures that have changed, what the picker offers and inserts, marks at their places, and how it reads.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundFigures, changedFigures, chapterAt, chaptersOf, figureChoices, findProseText, insertBinding, markLiteral, markOpinion, offsetOf, previewProse, printedNow, proseEdition, readProse,
} from '../src/prose/index.ts'
import { editionDocument } from '../src/index.ts'
import { hidden, protectedTable, shown } from './support/protected.ts'
import { editionInput, ownTemplate, sampleTables } from './support/sample-edition.ts'
import { wordsIn } from '../src/words/words-in.ts'

const tables = await sampleTables()
const edition = (language: 'sv' | 'en' = 'en') => proseEdition(editionInput(tables, language))
const marks = (text: string, language: 'sv' | 'en' = 'en') => readProse(editionInput(tables, language, {}, text))
const body = (sentence: string): string => `# Title\n\nSubtitle.\n\n${sentence}\n`

describe('chapters', () => {
  test('of the program’s own text, by their names', () => {
    expect(chaptersOf(ownTemplate('sv')).map(({ id }) => id)).toEqual([
      'top', 'summary', 'introduction', 'purpose', 'year', 'reasons', 'indicators', 'years', 'totals', 'nationalities', 'analysis', 'reflection', 'method'])
    expect(chaptersOf(ownTemplate('en'))[1]).toMatchObject({ title: 'Summary', line: 8 })
  })

  test('joined they are the file, whatever stands in it, and every place lies in one', () => {
    const line = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '## A {#a}', '## B', '### C {#c}', '# T', '##', 'text', '## {#x}'))
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), fc.nat(200), (lines, at) => {
      const text = lines.join('\n')
      const chapters = chaptersOf(text)
      expect(chapters.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
      const found = chapterAt(chapters, Math.min(at, text.length))
      expect(found.from).toBeLessThanOrEqual(Math.min(at, text.length))
    }), { seed: 7, numRuns: 300 })
  })
})

describe('bound figures', () => {
  const text = body('In {{year}} there were {{ incidents.year }} incidents, {{incidents.2018}} before. || {{lit 3}}\n\n{{chart incidents}}\n\n{{sex[girl].block}} girls. || ')

  test('each with its place and what it prints; names, words and pictures are none', () => {
    const figures = boundFigures(text, edition())
    expect(figures.map(({ source, printed }) => [source, printed])).toEqual([['incidents.year', '30'], ['incidents.2018', '23'], ['sex[girl].block', null]])
    for (const { line, from, to } of figures) expect(text.split('\n')[line - 1]!.slice(from, to)).toMatch(/^\{\{.*\}\}$/)
  })

  test('of a text saved with the years the wrong way round, or with the same one twice, are read, and say that nothing is compared', () => {
    const turned = body('{{direction incidents.previous incidents.year}}\n{{direction incidents.year incidents.year}}\n{{ratio incidents.year incidents.all}} || None.')
    const { notApart } = wordsIn.en.direction
    expect(boundFigures(turned, edition()).map(({ printed }) => printed)).toEqual([notApart, notApart, null])
    expect(marks(turned).map(({ code, line }) => [code, line])).toEqual([['publication.periods-order', 5], ['publication.periods-order', 6], ['publication.periods-order', 7]])
    expect(JSON.stringify(previewProse(turned, edition()))).toContain('None.')
  })

  test('one that prints another number, or nothing any more, has changed until somebody confirms it', () => {
    const figures = boundFigures(text, edition())
    expect(changedFigures(figures, {})).toEqual([])
    const before = { 'incidents.year': '29', 'incidents.2018': '23', 'sex[girl].block': '5' }
    expect(changedFigures(figures, before).map(({ source, before: was, printed }) => [source, was, printed])).toEqual([['incidents.year', '29', '30'], ['sex[girl].block', '5', null]])
    // Saved without having looked: it stays changed.
    expect(changedFigures(figures, printedNow(figures, before, new Set(['incidents.year'])))).toMatchObject([{ source: 'sex[girl].block' }])
    expect(changedFigures(figures, printedNow(figures, before, new Set(Object.keys(before))))).toEqual([])
    expect(printedNow(figures, {}, new Set())).toEqual({ 'incidents.year': '30', 'incidents.2018': '23', 'sex[girl].block': null })
  })
})

describe('the picker', () => {
  test('every figure that it offers can be bound, and prints what it says', () => {
    for (const following of [true, false]) {
      const choices = figureChoices(edition(), { following })
      expect(choices.length).toBeGreaterThan(100)
      expect(new Set(choices.map(({ source }) => source)).size).toBe(choices.length)
      const text = body(choices.map(({ source }) => `{{${source}}} || Not shown.`).join('\n'))
      expect(marks(text).filter(({ severity }) => severity === 'error')).toEqual([])
      for (const { source, printed } of boundFigures(text, edition())) expect([source, printed]).toEqual([source, choices.find((one) => one.source === source)!.printed])
    }
  })

  test('follows the report’s year, or names the years', () => {
    const of = (following: boolean) => figureChoices(edition(), { following }).filter(({ table, kind }) => table === 'incidents' && kind === 'figure').map(({ source, period, printed }) => [source, period, printed])
    expect(of(true)).toEqual(expect.arrayContaining([['incidents.year', '2019', '30'], ['incidents.previous', '2018', '23'], ['incidents.2017', '2017', '10']]))
    expect(of(false)).toEqual(expect.arrayContaining([['incidents.2019', '2019', '30'], ['incidents.2018', '2018', '23']]))
  })

  test('tells of a hidden cell that it is hidden, and offers no share of it', async () => {
    const table = await protectedTable({ id: 'policeContacted', base: [hidden, shown(5), shown(21)] })
    const choices = figureChoices({ ...edition(), tables: new Map([['policeContacted', table]]) }, { following: false })
    expect(choices.find(({ source }) => source === 'policeContacted.2017')).toMatchObject({ printed: null })
    expect(choices.some(({ source }) => source === 'share policeContacted.2017 of incidents.2017')).toBe(false)
  })
})

describe('inserting', () => {
  test('a figure goes where the caret is, and the sentence gets a wording for when it is hidden, which is selected', () => {
    const text = 'There were  incidents.\nNext.'
    const edited = insertBinding(text, { from: 11, to: 11 }, 'incidents.year', 'Not shown.')
    expect(edited.text).toBe('There were {{incidents.year}} incidents. || Not shown.\nNext.')
    expect(edited.text.slice(edited.from, edited.to)).toBe('Not shown.')
  })

  test('a sentence that has one keeps it, and what is selected is replaced', () => {
    expect(insertBinding('Of 30 || none', { from: 3, to: 5 }, 'incidents.year', 'x').text).toBe('Of {{incidents.year}} || none')
  })

  test('an opinion begins its wording, behind what opens a list or a note', () => {
    expect(markOpinion('- It increased.', { line: 1, from: 5, to: 14 }).text).toBe('- {{opinion}} It increased.')
    expect(markOpinion('a\n> It increased.', { line: 2, from: 5, to: 14 }).text).toBe('a\n> {{opinion}} It increased.')
    expect(markOpinion('{{incidents.year}} came. || It increased.', { line: 1, from: 31, to: 40 }).text).toBe('{{incidents.year}} came. || {{opinion}} It increased.')
  })

  test('a word is marked without the spaces around it; braces and bars are left alone', () => {
    expect(markLiteral('Some 3 items', { line: 1, from: 4, to: 7 }).text).toBe('Some {{lit 3}} items')
    expect(markLiteral('{{x}}', { line: 1, from: 0, to: 5 }).text).toBe('{{x}}')
  })

  test('what is marked as opinion, or as no figure, is asked about no more', () => {
    const claim = body('The network’s work has contributed to more people being reached.')
    const found = marks(claim).find(({ settle }) => settle.includes('opinion'))!
    expect(marks(markOpinion(claim, found).text).some(({ code }) => code === 'publication.claim-untested')).toBe(false)
    const typed = body('There were thirty incidents.')
    const number = marks(typed).find(({ code }) => code === 'publication.number-typed')!
    expect(typed.slice(offsetOf(typed, number.line, number.from), offsetOf(typed, number.line, number.to))).toBe('thirty')
    expect(marks(markLiteral(typed, number).text)).toEqual([])
  })
})

describe('marks', () => {
  test('a wrong binding with its place and its reason in both languages', () => {
    const text = body('There were {{burglaries.year}} burglaries. || None.')
    const [mark] = marks(text)
    expect(mark).toMatchObject({ code: 'publication.binding-unknown', severity: 'error', line: 5 })
    expect(text.split('\n')[4]!.slice(mark!.from, mark!.to)).toBe('{{burglaries.year}}')
    expect(findProseText(mark!.code, mark!.values, 'sv')).toMatch(/burglaries finns inte/)
    expect(findProseText(mark!.code, mark!.values, 'en')).toMatch(/there is no burglaries/)
  })

  test('a figure that may be hidden without a second wording, at the figure', () => {
    const text = body('There were {{incidents.year}} incidents.')
    const mark = marks(text).find(({ code }) => code === 'publication.second-wording-missing')!
    expect(text.split('\n')[mark.line - 1]!.slice(mark.from, mark.to)).toBe('{{incidents.year}}')
  })

  test('nothing is told twice, and nothing of the program’s own text', () => {
    expect(marks(body('There were thirty incidents.'))).toHaveLength(1)
    for (const language of ['sv', 'en'] as const) expect(marks(ownTemplate(language), language)).toEqual([])
  })

  test('any text is read without a fault, and every mark lies in its line', () => {
    const piece = fc.constantFrom('{{', '}}', '||', '^[', ']', '# ', '## ', '- ', '> ', '\n', 'thirty', 'incidents.year', 'lit', ' ', '{#a}', 'ökat', '30', '<b>', '[x](http:)', '\\', '`')
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      const lines = text.split('\n')
      for (const { line, from, to } of marks(text, 'sv')) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(from).toBeLessThanOrEqual(to)
      }
      previewProse(text, edition('sv'))
      boundFigures(text, edition('sv'))
    }), { seed: 11, numRuns: 120 })
  })
})

describe('the preview', () => {
  test('prints each sentence in the wording that its figures allow, and names what stands alone', () => {
    const blocks = previewProse(body('There were {{incidents.year}}. || Hidden.\n{{sex[girl].block}} girls. || Girls are not shown.\n\n{{chart incidents}}\n\n{{examples}}'), edition())
    const texts = JSON.stringify(blocks)
    expect(texts).toContain('"binding":"incidents.year","text":"30"')
    expect(texts).toContain('Girls are not shown.')
    expect(texts).not.toContain('Hidden.')
    expect(blocks.filter(({ kind }) => kind === 'placed')).toHaveLength(2)
  })

  test('of an unfinished text shows what stands there', () => {
    expect(JSON.stringify(previewProse(body('{{sex[girl].block}} girls.'), edition()))).toContain('{{sex[girl].block}} girls.')
  })
})

test('approved examples are printed in the chapter on why suspicion arose, as quotations behind what says that they are reworded; without any, nothing is', () => {
  const blocks = (examples: readonly string[]) => {
    const all = editionDocument({ ...editionInput(tables, 'sv'), examples }).blocks
    const from = all.findIndex((block) => block.kind === 'heading' && block.id === 'reasons')
    return all.slice(from, all.findIndex((block, index) => index > from && block.kind === 'heading'))
  }
  const [none, some] = [blocks([]), blocks(['En dörr som {{alltid}} är <b>stängd</b>', 'Någon svarar åt en annan'])]
  expect(some.length - none.length).toBe(2)
  expect(JSON.stringify(some.at(-2))).toContain('omskrivna')
  expect(some.at(-1)).toEqual({ kind: 'list', ordered: false, items: [[{ kind: 'text', text: '”En dörr som {{alltid}} är <b>stängd</b>”' }], [{ kind: 'text', text: '”Någon svarar åt en annan”' }]] })
})
