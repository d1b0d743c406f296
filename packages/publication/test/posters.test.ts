// The posters: every sign on them is in the catalogue and can be seen from there, none points at origin or looks, and each is one page of a tagged PDF.
import { catalogueOf, findIndicator, indicatorsOn, shippedIndicators } from '@lykta/incident'
import { describe, expect, test } from 'vitest'
import { makePoster, type PublicationDocument, posterIds } from '../src/index.ts'
import { textOf } from '../src/document/inline.ts'
import { posterObserver, posterSigns } from '../src/papers/posters/poster-signs.ts'

const network = { name: 'Provstad', municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', sample: false }
const own = (id: string, observers: readonly ('hotel' | 'anyone')[]) => ({ id, sv: `Eget: ${id}`, en: `Own: ${id}`, observers, validFrom: '2020-01-01', validTo: '2020-12-31' })
const catalogue = catalogueOf([own('sexual.x-hotel', ['hotel']), own('sexual.x-all', ['anyone'])])
const numbers = Array.from({ length: 5 }, (_, index) => ({ name: `nummer ${index}`, number: `042-00 00 0${index}` }))
const input = { network, catalogue, numbers, day: '2020-06-01' }
const listOf = ({ blocks }: PublicationDocument, id: string): readonly string[] => {
  const list = blocks.slice(blocks.findIndex((block) => block.kind === 'heading' && block.id === id)).find((block) => block.kind === 'list')
  return list?.items.map((item) => textOf(item)) ?? []
}

test('each sign is the catalogue’s, stands once, and can be seen by those whom the poster is for', () => {
  for (const id of posterIds) {
    const signs = posterSigns[id]
    expect([id, signs.length, new Set(signs).size]).toEqual([id, 14, 14])
    for (const sign of signs) {
      const observers = findIndicator(sign)?.observers ?? []
      expect([id, sign, observers.includes('anyone') || observers.includes(posterObserver[id])]).toEqual([id, sign, true])
    }
  }
})

test('none of them is about language, papers, clothes, marks on the body or where somebody happens to be', () => {
  const left = ['general.no-local-language', 'general.no-identity-documents', 'general.false-documents', 'general.hides-migration-status', 'general.exploitation-setting', 'general.unexplained-money',
    'sexual.few-words', 'sexual.marked', 'sexual.prostitution-setting', 'sexual.travels-in-group', 'general.unnaturally-cheerful']
  for (const sign of left) expect([sign, shippedIndicators.some(({ id }) => id === sign)]).toEqual([sign, true])
  expect(Object.values(posterSigns).flat().filter((sign) => left.includes(sign))).toEqual([])
})

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  test.each(posterIds)('%s says what to look for, what to do and to leave alone, and whom to call', (poster) => {
    const document = makePoster({ ...input, language, poster })
    const owns = catalogue.filter(({ id }) => id === 'sexual.x-all' || (id === 'sexual.x-hotel' && poster === 'hotel')).map((indicator) => indicator[language])
    expect(listOf(document, 'signs')).toEqual([...posterSigns[poster].map((id) => findIndicator(id)![language]), ...owns])
    expect(listOf(document, 'doing').length).toBe(5)
    expect(listOf(document, 'leaving').length).toBe(5)
    // The national numbers, and as many of the network's own as there is room for.
    expect(listOf(document, 'calling').map((line) => line.split(':')[0])).toEqual(['112', '114 14', '020-390 000', '042-00 00 00', '042-00 00 01', '042-00 00 02'])
    expect(document.sheet).toBe('poster')
  })
})

test('a sign that has ended is on none', () => {
  const ended = indicatorsOn('2020-06-01', catalogue).map((indicator) => (indicator.id === 'sexual.many-towels' ? { ...indicator, validTo: '2020-01-01' } : indicator))
  expect(listOf(makePoster({ ...input, catalogue: ended, language: 'sv', poster: 'hotel' }), 'signs')).not.toContain(findIndicator('sexual.many-towels')!.sv)
})
