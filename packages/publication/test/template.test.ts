// The template: what is refused, with file and line, and which wording is taken.
import { describe, expect, test } from 'vitest'
import { findLabel, type Language } from '@lykta/incident'
import type { ProtectedTable } from '@lykta/disclosure'
import { mergePeriods, yearPeriods } from '@lykta/statistics'
import { checkEdition, editionDocument, type EditionInput } from '../src/index.ts'
import { textOf } from '../src/document/inline.ts'
import { wordsIn } from '../src/words/words-in.ts'
import { contextOf, hidden, protectedTable, shown } from './support/protected.ts'
import { ownTemplate } from './support/sample-edition.ts'

const incidents = await protectedTable({ id: 'incidents', base: [shown(10), shown(23), shown(30)] })
const persons = await protectedTable({ id: 'persons', unit: 'person', base: [shown(14, true), hidden, shown(41, true)] })

// An edition of 2020, whose block ended with 2019.
const longer = { from: '2017-11-01', to: '2021-02-03' }
const fourYears = yearPeriods(2017, 2020, longer)
const firstBlock = mergePeriods(fourYears.slice(0, 3), longer)
const byYear = await protectedTable({ id: 'incidents', periods: fourYears, base: [shown(10), shown(23), shown(30), shown(40)] })
const byBlock = await protectedTable({ id: 'nationalityIncidents', by: ['nationality'], severalAnswers: true, periods: [firstBlock], base: [shown(50)] })

function input(body: string, language: Language = 'en', tables: readonly ProtectedTable[] = [incidents, persons]): EditionInput {
  const text = `# Title\n\nSubtitle.\n\n${body}\n`
  return { context: contextOf({ language }), tables, label: (dimension, code) => findLabel(dimension, code, language), template: { file: 'own.md', text } }
}

/** Codes with the line, counted from the body's first line. */
const problemsOf = (body: string, language: Language = 'en'): readonly (readonly [string, number])[] =>
  checkEdition(input(body, language)).map(({ code, where }) => {
    expect(where.file).toBe('own.md')
    return [code.replace('publication.', ''), where.row! - 4]
  })

const paragraphs = (body: string, tables?: readonly ProtectedTable[]): readonly string[] =>
  editionDocument(input(body, 'en', tables)).blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.children)] : []))

test('the program’s own templates have no problem, also when nothing at all is shown', () => {
  for (const language of ['sv', 'en'] as const) {
    const own = { ...input('', language, []), template: { file: `${language}.md`, text: ownTemplate(language) } }
    expect(checkEdition(own)).toEqual([])
    const { blocks } = editionDocument(own)
    expect(blocks.filter((block) => block.kind === 'table' && block.id !== 'years')).toEqual([])
    expect(blocks.filter((block) => block.kind === 'chart')).toEqual([])
  }
})

describe('refused', () => {
  test.each([
    ['an unknown table', 'Fine.\nThere were {{burglaries.year}}. || None.', 'en', [['binding-unknown', 2]]],
    ['an unknown code', 'A {{exploitation[theft].block}}. || None.', 'en', [['binding-unknown', 1]]],
    ['an unknown period', 'A {{incidents.someday}}. || None.', 'en', [['binding-unknown', 1]]],
    ['a missing second wording', 'Fine.\n\nThere were {{incidents.year}}.', 'en', [['second-wording-missing', 3]]],
    ['a block without a second wording', 'Over {{span block}}.', 'en', [['second-wording-missing', 1]]],
    ['a second wording that may be hidden too', 'A {{incidents.year}}. || B {{persons.year}}.', 'en', [['second-wording-missing', 1]]],
    ['a typed number', 'There were 30 incidents.', 'en', [['number-typed', 1]]],
    ['a typed number in a second wording', 'There were {{incidents.year}}. || There were 30.', 'en', [['number-typed', 1]]],
    ['a fraction sign', 'About ½ of them.', 'en', [['number-typed', 1]]],
    ['an English number word', 'There were thirty incidents.', 'en', [['number-typed', 1]]],
    ['a Swedish number word', 'Det var trettio incidenter.', 'sv', [['number-typed', 1]]],
    ['a compound number word', 'Det gällde trettioåtta kvinnor och tjugoen andra.', 'sv', [['number-typed', 1], ['number-typed', 1]]],
    ['hälften', 'Hälften gällde hotell.', 'sv', [['number-typed', 1]]],
    ['samtliga', 'Samtliga var kvinnor.', 'sv', [['quantifier-typed', 1]]],
    ['en man', 'Det gällde en man och flickor.', 'sv', [['quantifier-typed', 1]]],
    ['mannen', 'Mannen misstänktes vara utsatt.', 'sv', [['quantifier-typed', 1]]],
    ['the man', 'It concerned\nthe man from before.', 'en', [['quantifier-typed', 2]]],
    ['one minor', 'It concerned one minor.', 'en', [['quantifier-typed', 1]]],
    ['bidragit', 'Arbetet har bidragit till lagföringen.', 'sv', [['claim-untested', 1]]],
    ['markant genombrott', 'Ett markant genombrott.', 'sv', [['claim-untested', 1], ['claim-untested', 1]]],
    ['ökat', 'Antalet har ökat.', 'sv', [['claim-untested', 1]]],
    ['increased because of', 'It increased because of the work.', 'en', [['claim-untested', 1], ['claim-untested', 1]]],
    ['a heading without a name', '## Chapter', 'en', [['heading-id', 1]]],
    ['two headings of one name', '## A {#same}\n\ntext\n\n## B {#same}\n\ntext', 'en', [['heading-id-twice', 5]]],
    ['HTML', '<script>alert()</script>', 'en', [['markdown-unsupported', 1]]],
    ['an image', 'See ![x](https://example.org/x.png).', 'en', [['markdown-unsupported', 1]]],
    ['a script link', '[x](javascript:alert())', 'en', [['link-refused', 1]]],
    ['braces left open', 'There were {{incidents.year incidents.', 'en', [['braces-unbalanced', 1]]],
    ['a chart within a sentence', 'See {{chart months}} here.', 'en', [['binding-alone', 1]]],
    ['a share over another unit', 'In {{share incidents.year of persons.year}}. ||', 'en', [['units-differ', 1]]],
    ['persons of several years added', 'In all {{persons.all}}. ||', 'en', [['not-additive', 1]]],
    ['organisations of several years added', 'In all {{participants.all}}. ||', 'en', [['not-additive', 1]]],
    ['a direction the wrong way round', 'Fine.\n\n{{direction incidents.previous incidents.year}}', 'en', [['periods-order', 3]]],
    ['a direction between one period and itself', '{{direction incidents.2018 incidents.previous}}', 'en', [['periods-order', 1]]],
    ['a direction from merged years to those before them, turned round', '{{direction incidents.before incidents.latest}}', 'en', [['periods-order', 1]]],
    ['a ratio of a part to its whole', 'It was {{ratio incidents.year incidents.all}}. ||', 'en', [['periods-order', 1]]],
    ['a ratio of two figures of one year', 'It was {{ratio policeContacted.year incidents.year}}. ||', 'en', [['periods-order', 1]]],
    ['a ratio to a block that holds the year before', 'It was {{ratio incidents.block incidents.previous}}. ||', 'en', [['periods-order', 1]]],
    ['a rate of persons', 'At {{rate persons.year}}. ||', 'en', [['incidents-only', 1]]],
  ] as const)('%s', (_, body, language, expected) => {
    expect(problemsOf(body, language)).toEqual(expected)
    expect(() => editionDocument(input(body, language))).toThrow(/publication\./)
  })

  test('a template without a title', () => {
    expect(checkEdition({ ...input(''), template: { file: 'own.md', text: 'Only text.' } }).map(({ code }) => code)).toEqual(['publication.title-missing'])
  })
})

describe('allowed', () => {
  test.each([
    ['a marked number', 'The law is from {{lit 2005}}.', 'en'],
    ['a marked quantifier', '{{lit Samtliga}} deltagare är välkomna.', 'sv'],
    ['an opinion', '{{opinion}} arbetet har bidragit till lagföringen.', 'sv'],
    ['periods that follow each other, by whatever name', '{{direction incidents.latest incidents.before}}\n{{direction incidents.2019 incidents.first}}\n{{ratio incidents.year incidents.block}}. ||', 'en'],
    ['a claim beside its test', 'The number rose: {{direction incidents.year incidents.previous}}', 'en'],
    ['a comment for the next editor', '<!-- 30 women, three -->', 'en'],
    ['a person in general', 'Det är en person som kan vara utsatt.', 'sv'],
  ] as const)('%s', (_, body, language) => {
    expect(problemsOf(body, language)).toEqual([])
  })
})

describe('wordings', () => {
  test('the first whose values are all shown', () => {
    const text = 'In {{year}} {{incidents.year}}, earlier {{incidents.previous}}. || Only {{year}}.\n\nPersons {{persons.year}} against {{persons.previous}}. || Persons {{persons.year}}. || Hidden.'
    expect(paragraphs(text)).toEqual(['In 2019 30, earlier 23.', 'Persons at least 41.'])
  })

  test('an empty last wording leaves the sentence out, and an empty chapter its heading', () => {
    const document = editionDocument(input('## Gone {#gone}\n\nPersons {{persons.previous}}. ||\n\n## Stays {#stays}\n\nText.'))
    expect(document.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph'])
  })

  test('a sum over years stands only when every year does', async () => {
    expect(paragraphs('All {{incidents.all}}. || Hidden.')).toEqual(['All 63.'])
    const gap = await protectedTable({ id: 'incidents', base: [hidden, shown(23), shown(30)] })
    expect(paragraphs('All {{incidents.all}}. || Hidden.', [gap])).toEqual(['Hidden.'])
    // The last year waits for the next, so 33 would not be all.
    const waiting = await protectedTable({ id: 'incidents', periods: yearPeriods(2017, 2018, longer), base: [shown(10), shown(23)] })
    expect(paragraphs('All {{incidents.all}}. || Hidden.', [waiting])).toEqual(['Hidden.'])
  })

  describe('a block', () => {
    const say = (text: string, tables: readonly ProtectedTable[]): readonly string[] => {
      const one = input(text, 'en', tables)
      const document = editionDocument({ ...one, context: contextOf({ language: 'en', year: 2020, today: '2021-02-03', collectedTo: '2021-02-03' }) })
      return document.blocks.flatMap((each) => (each.kind === 'paragraph' ? [textOf(each.children)] : []))
    }

    const ofAll = (count: number, sexual: number): Promise<ProtectedTable> =>
      protectedTable({ id: 'exploitation', by: ['exploitation'], periods: [firstBlock], base: [shown(count)], rows: [{ codes: ['sexual'], members: [], cells: [shown(sexual)] }] })

    test('that the edition’s year lies past is named as what it is, and its incidents are those of its own years', async () => {
      const text = 'Over {{span block}}, {{months block}}. ||\n\nKnown in {{share nationalityIncidents.block of incidents.block}}. ||\n\nAll {{incidents.all}}, {{span all}}. || Hidden.'
      expect(say(text, [byYear, byBlock, await ofAll(63, 60)])).toEqual([
        'Over November 2017–December 2019, 26 months.', 'Known in 50 of 63 incidents (79 per cent).', 'All 103, November 2017–December 2020.',
      ])
    })

    test('has its own number of incidents; what is told by year is added up to it only when no incident lies between the years', async () => {
      const police = await protectedTable({ id: 'policeContacted', periods: fourYears, base: [shown(5), shown(12), shown(21), shown(20)] })
      const text = '{{incidents.block}}, {{rate incidents.block}}. || Hidden.\n\nPolice in {{share policeContacted.block of incidents.block}}. || Hidden.\n\nSexual in {{share exploitation[sexual].block of incidents.block}}. ||'
      expect(say(text, [byYear, police, await ofAll(63, 60)])).toEqual([expect.stringMatching(/^63, 2\.4 /), 'Police in 38 of 63 incidents (60 per cent).', 'Sexual in 60 of 63 incidents (95 per cent).'])
      expect(say(text, [byYear, police, await ofAll(65, 64)])).toEqual([expect.stringMatching(/^65, 2\.5 /), 'Hidden.', 'Sexual in 64 of 65 incidents (98 per cent).'])
      expect(say('In {{incidents.block}}. || Hidden.', [byYear, byBlock])).toEqual(['Hidden.'])
    })

    test('is not said while none is full, nor added up from years that run past it', async () => {
      expect(say('Over {{span block}}. || No block.\n\nIn {{incidents.block}}. || Hidden.', [byYear])).toEqual(['No block.', 'Hidden.'])
      const merged = [...fourYears.slice(0, 2), mergePeriods(fourYears.slice(2), longer)]
      const past = await protectedTable({ id: 'incidents', periods: merged, base: [shown(10), shown(23), shown(70)] })
      expect(say('In {{incidents.block}}. || Hidden.', [past, byBlock])).toEqual(['Hidden.'])
    })

    test('of persons is never made up of years', async () => {
      const persons = await protectedTable({ id: 'persons', unit: 'person', periods: fourYears, base: fourYears.map(() => shown(20)) })
      expect(say('In {{persons.block}}. || Hidden.', [persons, byBlock])).toEqual(['Hidden.'])
    })
  })

  test('a share names its base, with a percentage only over an exact base of twenty or more', async () => {
    const police = await protectedTable({ id: 'policeContacted', base: [shown(5), shown(12), shown(21)] })
    const contact = await protectedTable({ id: 'personsInContact', unit: 'person', base: [hidden, hidden, shown(25)] })
    const text = '{{share policeContacted.year of incidents.year}} ||\n\n{{share policeContacted.first of incidents.first}} ||\n\n{{share personsInContact.year of persons.year}} ||'
    expect(paragraphs(text, [incidents, persons, police, contact])).toEqual(['21 of 30 incidents (70 per cent)', '5 of 10 incidents', '25 of at least 41 persons'])
  })

  test('a share of more than its whole is none', async () => {
    const police = await protectedTable({ id: 'policeContacted', base: [shown(11), shown(23), shown(31)] })
    const text = '{{share policeContacted.year of incidents.year}} || No share.\n\n{{share policeContacted.previous of incidents.previous}} || No share.'
    expect(paragraphs(text, [incidents, police])).toEqual(['No share.', '23 of 23 incidents (100 per cent)'])
  })

  test('direction gives the reason and no direction where the rule refuses one', () => {
    expect(paragraphs('{{direction incidents.year incidents.previous}}\n\n{{direction incidents.previous incidents.first}}')).toEqual([
      '30 incidents in 2019 against 23 in 2018: no increase or decrease can be read from this, monthly ratio 1.30 (95 per cent interval 0.73–2.35). '
        + 'The difference can be chance. There is no record of how many reported.',
      expect.stringMatching(/^23 incidents in 2018 against 10 in 2017 \(Nov–Dec\): no increase or decrease.*monthly ratio 0\.38 .*0\.18–0\.90\).*half a year/),
    ])
  })

  test('nothing is compared where the tables’ own periods overlap: merged years hold the year before, a block the year', async () => {
    const merged = await protectedTable({ id: 'incidents', periods: [fourYears[0]!, mergePeriods(fourYears.slice(1, 3), longer)], base: [shown(10), shown(53)] })
    const separate = await protectedTable({ id: 'policeContacted', base: [shown(5), shown(12), shown(21)] })
    expect(paragraphs('{{direction incidents.latest policeContacted.previous}}\n\nRatio {{ratio incidents.latest policeContacted.previous}}. || No ratio.', [merged, separate])).toEqual([
      wordsIn.en.direction.notApart, 'No ratio.',
    ])
  })

  test('direction is withheld where it would not hold among all the years that are printed', async () => {
    const participants = await protectedTable({ id: 'participants', unit: 'organisation', base: [shown(7), shown(7), shown(9)] })
    const told = async (...counts: readonly number[]): Promise<readonly string[]> => {
      const periods = counts.map((_, index) => String(2020 - counts.length + index)).map((id) => ({ id, from: `${id}-01-01`, to: `${id}-12-31`, months: 12 }))
      return paragraphs('{{direction incidents.year incidents.previous}}', [await protectedTable({ id: 'incidents', periods, base: counts.map((count) => shown(count)) }), participants])
    }
    expect(await told(20, 38)).toEqual([expect.stringContaining('more a month than before')])
    expect(await told(20, 21, 19, 20, 20, 38)).toEqual([expect.stringMatching(/no increase or decrease .*when so many years are compared/)])
    expect(await told(20, 21, 19, 20, 20, 60)).toEqual([expect.stringContaining('more a month than before')])
  })
})

describe('a year that is not over', () => {
  const marksOn = (collectedTo: string, language: Language): readonly string[] =>
    editionDocument({ ...input('Text.', language), context: contextOf({ language, collectedTo, today: collectedTo }) }).marks.map(({ text }) => text)

  test('is said on every page, with the day that the figures go to', () => {
    expect(marksOn('2019-11-26', 'sv')).toContain('2019 är inte slut – uppgifter till och med 26 november 2019')
    expect(marksOn('2019-11-26', 'en')).toContain('2019 is not over – figures to 26 November 2019')
  })

  test('ends for the reader where the figures end', async () => {
    const collected = { from: '2017-11-01', to: '2019-11-26' }
    const table = await protectedTable({ id: 'incidents', periods: yearPeriods(2017, 2019, collected), base: [shown(10), shown(23), shown(30)] })
    const one = input('In {{span incidents.year}}, {{span all}}. ||\n\nIn {{span year}}, {{span previous}}.\n\n{{table years}}', 'en', [table])
    const { blocks, facts } = editionDocument({ ...one, context: contextOf({ collectedTo: collected.to, today: collected.to }) })
    expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.children)] : []))).toEqual([
      'In 2019 (Jan–Nov), November 2017–November 2019.', 'In January 2019–November 2019, 2018.',
    ])
    expect(blocks.flatMap((block) => (block.kind === 'table' ? block.columns : []))).toEqual([
      { label: '2017', remark: 'Nov–Dec, 2 months' }, { label: '2018', remark: null }, { label: '2019', remark: 'Jan–Nov, 10.9 months' },
    ])
    expect(facts[0]).toEqual({ name: 'Period', value: 'November 2017–November 2019' })
  })

  test('is one until its last day', () => {
    expect(marksOn('2019-12-30', 'en')).toHaveLength(2)
    expect(marksOn('2019-12-31', 'en')).toEqual(['Draft – not approved for publication'])
  })
})

describe('the same facts in both languages', () => {
  test('both templates bind the same figures in the same chapters', () => {
    const chapters = (language: Language): readonly string[] =>
      ownTemplate(language).split(/^(?=##)/m).map((chapter) => {
        const id = /\{#([a-z-]+)\}/.exec(chapter)?.[1] ?? 'front'
        const bindings = [...chapter.matchAll(/\{\{(?!lit)([^}]+)\}\}/g)].map((match) => match[1]!.trim()).toSorted()
        return `${id}: ${bindings.join(', ')}`
      })
    expect(chapters('sv')).toEqual(chapters('en'))
  })

  test('the chapters are those of an annual report', () => {
    const ids = [...ownTemplate('sv').matchAll(/^## .*\{#([a-z-]+)\}/gm)].map((match) => match[1])
    expect(ids).toEqual(['summary', 'introduction', 'purpose', 'year', 'reasons', 'indicators', 'years', 'totals', 'nationalities', 'analysis', 'reflection', 'method'])
  })

  test('every fixed word has its other language', () => {
    const keysOf = (value: unknown, path = ''): readonly string[] =>
      typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`)) : [path]
    expect(keysOf(wordsIn.sv).toSorted()).toEqual(keysOf(wordsIn.en).toSorted())
  })
})
