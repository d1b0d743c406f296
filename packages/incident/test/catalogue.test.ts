// The catalogue: complete, in two languages, with stable ids, and nothing in it that profiles by origin.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  catalogueOf, categoryOfIndicator, findIndicator, hierarchiesOn, indicatorCategories, indicatorsOn, indicatorText, isOwnIndicatorId,
  nationalities, exploitations, placeTypes, sectors, shippedIndicators,
} from '../src/index.ts'
import { indicatorIds } from './import-support.ts'

test('ids are unique, say their category, and are those that were once given out', () => {
  const ids = shippedIndicators.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, category } of shippedIndicators) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
    expect(categoryOfIndicator(id)).toBe(category)
    expect(isOwnIndicatorId(id)).toBe(false)
  }
  // Counting is by id, so an id that was used may never vanish: new ones are added at the end of this file, none is taken out.
  const given = readFileSync(new URL('data/indicator-ids.txt', import.meta.url), 'utf8').trim().split('\n')
  expect(ids.toSorted()).toEqual(given.toSorted())
})

test('all seven categories, each with several signs', () => {
  expect(indicatorCategories.map(({ id }) => id)).toEqual(['general', 'sexual', 'labour', 'begging', 'forced-criminality', 'domestic-servitude', 'children'])
  for (const { id, sv, en } of indicatorCategories) {
    expect(sv).not.toBe('')
    expect(en).not.toBe('')
    expect(shippedIndicators.filter(({ category }) => category === id).length).toBeGreaterThanOrEqual(8)
  }
})

test('the eight that the published annual report names come first in their categories', () => {
  const first = (category: string, count: number) => shippedIndicators.filter((indicator) => indicator.category === category).slice(0, count).map(({ id }) => id)
  expect(first('sexual', 5)).toEqual(['sexual.many-phones', 'sexual.moves-often', 'sexual.unusual-hours', 'sexual.spoken-for', 'sexual.prostitution-setting'])
  expect(first('general', 3)).toEqual(['general.disoriented', 'general.unnaturally-cheerful', 'general.fear-or-stress'])
})

test('every id of the reference data is known', () => {
  expect([...indicatorIds].filter((id) => findIndicator(id) === undefined)).toEqual([])
})

test('short wording of our own in both languages, a source, a crosswalk, observers and dates', () => {
  for (const language of ['sv', 'en'] as const) {
    const texts = shippedIndicators.map((indicator) => indicator[language])
    for (const text of texts) expect(text).toMatch(/^\p{Lu}.{8,89}[^.!]$/u)
    // Within a category no two read the same.
    const keyed = shippedIndicators.map((indicator) => `${indicator.category}: ${indicator[language]}`)
    expect(keyed.filter((text, index) => keyed.indexOf(text) !== index)).toEqual([])
  }
  for (const { source, crosswalk, observers, validFrom, validTo } of shippedIndicators) {
    expect(source).not.toBe('')
    expect(crosswalk.length).toBeGreaterThan(0)
    for (const item of crosswalk) expect(item).toMatch(/^(?:[GCDSLB]\d\d|SE\d|NO\d+|HT\d+|LO\d)$/)
    expect(observers.length).toBeGreaterThan(0)
    for (const observer of observers) expect(['anyone', 'hotel', 'landlord', 'outreach', 'police', 'social-services', 'health', 'workplace']).toContain(observer)
    expect([validFrom, validTo]).toEqual(['2017-11-01', null])
  }
})

/** Items of published lists that profile by origin or ethnicity, or by age alone, or by a smile. */
const profiling = ['G33', 'S01', 'S17', 'S18', 'S19', 'B04']

test('nothing that profiles people by where they come from', () => {
  expect(shippedIndicators.filter(({ crosswalk }) => crosswalk.some((item) => profiling.includes(item)))).toEqual([])
  for (const { sv, en } of shippedIndicators) {
    expect(`${sv} ${en}`).not.toMatch(/etni|ursprung|nationalit|medborgar|hudfärg|utländsk|ethnic|origin|foreign|nationality|citizen|skin/i)
    expect(`${sv} ${en}`).not.toMatch(/\boffer\b|\bvictim/i)
  }
})

test("a network's own come after the shipped ones of their category, and only while they are valid", () => {
  const own = { id: 'begging.x-cup', sv: 'Mugg', en: 'Cup', observers: ['anyone'], validFrom: '2020-01-01', validTo: '2020-12-31' } as const
  const catalogue = catalogueOf([own])
  expect(catalogue).toHaveLength(shippedIndicators.length + 1)
  const begging = catalogue.filter(({ category }) => category === 'begging')
  expect(begging.at(-1)?.id).toBe('begging.x-cup')
  expect(indicatorText('begging.x-cup', 'sv', catalogue)).toBe('Mugg')
  const offered = (day: string) => indicatorsOn(day, catalogue).some(({ id }) => id === own.id)
  expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map(offered)).toEqual([false, true, true, false])
  expect(indicatorsOn('2017-10-31', catalogue)).toEqual([])
})

test('along every hierarchy each code reaches a top, and every code of a list is in it', () => {
  const codes = {
    nationality: nationalities, 'place-type': placeTypes, sector: sectors, exploitation: exploitations,
    indicator: [...shippedIndicators.map(({ id }) => id), 'labour.x-own'],
  }
  const hierarchies = hierarchiesOn('2019-12-31', ['labour.x-own'])
  expect(hierarchies.map(({ dimension }) => dimension).toSorted()).toEqual(Object.keys(codes).toSorted())
  for (const { dimension, parents } of hierarchies) {
    for (const code of codes[dimension as keyof typeof codes]) expect(parents).toHaveProperty([code])
    for (const start of Object.keys(parents)) {
      let code: string | null = start
      for (let steps = 0; code !== null; steps += 1) {
        expect(steps).toBeLessThan(5)
        expect(parents).toHaveProperty([code])
        code = parents[code] ?? null
      }
    }
  }
  const unknowns = hierarchies.filter(({ parents }) => 'unknown' in parents)
  for (const { parents } of unknowns) expect(parents['unknown']).toBeNull()
})

test('who is in the European Union depends on the day', () => {
  const parentOn = (day: string) => hierarchiesOn(day).find(({ dimension }) => dimension === 'nationality')?.parents['GB']
  expect([parentOn('2020-01-31'), parentOn('2020-02-01')]).toEqual(['eu-other', 'non-eu-other'])
})
