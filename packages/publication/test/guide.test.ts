// The indicator guide: every sign in use stands in it once, in both languages, with what to do and whom to call; and it counts nothing.
import { catalogueOf, indicatorsOn, shippedIndicators } from '@lykta/incident'
import { describe, expect, test } from 'vitest'
import { makeGuide, paperMarkdown, type PublicationDocument } from '../src/index.ts'
import { textOf } from '../src/document/inline.ts'

const network = { name: 'Provstad', municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', sample: false }
const own = { id: 'labour.x-nets', sv: 'Bor hos den som *anställer*', en: 'Lives with the employer', observers: ['landlord'] as const, validFrom: '2020-01-01', validTo: '2020-12-31' }
const day = '2020-06-01'
const input = { network, catalogue: catalogueOf([own]), numbers: [{ name: 'socialjouren', number: '042-00 00 00' }], day }

const items = ({ blocks }: PublicationDocument): readonly string[] => blocks.flatMap((block) => (block.kind === 'list' ? block.items.map((item) => textOf(item)) : []))

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  const guide = makeGuide({ ...input, language })
  test('every sign in use stands once in its category, and none that is no longer in use', () => {
    const signs = indicatorsOn(day, input.catalogue).map((indicator) => indicator[language])
    expect(signs.length).toBe(shippedIndicators.length + 1)
    // Some signs belong to several categories under one wording.
    for (const sign of new Set(signs)) expect(items(guide).filter((item) => item === sign)).toHaveLength(signs.filter((one) => one === sign).length)
    expect(items(makeGuide({ ...input, language, day: '2021-01-01' }))).not.toContain(own[language])
  })
  test('says whom to call: the national numbers, and the network’s own', () => {
    const called = items(guide).filter((item) => /^[\d -]+:/.test(item))
    expect(called.map((item) => item.split(':')[0])).toEqual(['112', '114 14', '020-390 000', '042-00 00 00'])
  })
  test('is prose alone: nothing in it could hold a count', () => {
    expect(new Set(guide.blocks.map(({ kind }) => kind))).toEqual(new Set(['note', 'heading', 'paragraph', 'list']))
    const ids = guide.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('an invented network says so', () => {
    expect(makeGuide({ ...input, network: { ...network, sample: true }, language }).marks).toHaveLength(1)
    expect(guide.marks).toEqual([])
  })
})

test('as Markdown a sign can be no markup', () => {
  expect(new TextDecoder().decode(paperMarkdown({ document: makeGuide({ ...input, language: 'sv' }) }))).toContain('- Bor hos den som \\*anställer\\*\n')
})
