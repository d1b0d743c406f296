// The indicator guide: what to look for, what to do, what not to do and whom to call, made from the network's catalogue.
import { type CivilDate, type Indicator, indicatorCategories, indicatorsOn, type Language, type Observer } from '@lykta/incident'
import type { PublishedNetwork } from '../../binding/edition-context.ts'
import type { Block, PublicationDocument } from '../../document/document.ts'
import { renderDay } from '../../words/dates.ts'
import { heading, list, note, paragraph, terms } from '../blocks.ts'
import { posterWords } from '../posters/make-poster.ts'
import { posterIds } from '../posters/poster-signs.ts'
import { guideEn } from './guide-en.ts'
import { guideSv } from './guide-sv.ts'
import type { GuideWords } from './guide-words.ts'

export type GuideInput = {
  readonly language: Language
  readonly network: PublishedNetwork
  /** The shipped signs and the network's own; those in use on the day are printed. */
  readonly catalogue: readonly Indicator[]
  /** The network's own, after the national ones. */
  readonly numbers: readonly { readonly name: string; readonly number: string }[]
  readonly day: CivilDate
}

/** `posters`: with links to them, where they lie beside it. */
export type GuideOptions = { readonly posters?: boolean }

export const guideWords: Readonly<Record<Language, GuideWords>> = { sv: guideSv, en: guideEn }

/** A sheet that counts nothing: anybody may read it. */
export function makeGuide({ language, network, catalogue, numbers, day, posters = false }: GuideInput & GuideOptions): PublicationDocument {
  const words = guideWords[language]
  const { danger, reading, doing, leaving, children, calling, facts } = words
  const own = numbers.map(({ name, number }) => [number, name] as const)
  return {
    language,
    title: words.title,
    subtitle: words.subtitle,
    publisher: network.name,
    marks: network.sample ? [{ id: 'sample', text: words.sample }] : [],
    facts: [
      { name: facts.from, value: network.name },
      { name: facts.day, value: renderDay(day, language) },
      { name: facts.sources, value: facts.sourcesText },
    ],
    about: words.about,
    notice: words.notice,
    sheet: true,
    blocks: [
      note(danger.title, ...danger.texts),
      heading('reading', reading.title), ...reading.texts.map(paragraph),
      heading('doing', doing.title), list(doing.steps, true),
      heading('leaving', leaving.title), terms(leaving.rules),
      heading('children', children.title), ...children.texts.map(paragraph),
      heading('calling', calling.title), terms([...calling.numbers, ...own]), paragraph(calling.reporting),
      ...(posters ? posterLinks(language) : []),
      ...signs(indicatorsOn(day, catalogue), language, words),
    ],
  }
}

function posterLinks(language: Language): readonly Block[] {
  const { list: { title, text }, of } = posterWords[language]
  return [heading('posters', title), paragraph(text), { kind: 'list', ordered: false, items: posterIds.map((id) => [{ kind: 'link', href: `${id}/`, children: [{ kind: 'text', text: of[id][1] }] }]) }]
}

/** By category, in the order of the form: first what needs no special position to be seen. */
function signs(catalogue: readonly Indicator[], language: Language, words: GuideWords): readonly Block[] {
  return indicatorCategories.flatMap((category) => {
    const all = catalogue.filter((indicator) => indicator.category === category.id)
    const [anyone, closer] = [all.filter(isForAnyone), all.filter((indicator) => !isForAnyone(indicator))]
    if (all.length === 0) return []
    const observers = [...new Set(closer.flatMap((indicator) => indicator.observers))].filter((one): one is Exclude<Observer, 'anyone'> => one !== 'anyone')
    const named = observers.map((one) => words.observers[one]).toSorted((a, b) => a.localeCompare(b, language)).join(', ')
    return [
      heading(`signs-${category.id}`, words.signs(category[language])),
      ...(anyone.length === 0 ? [] : [paragraph(words.anyone), list(anyone.map((indicator) => indicator[language]))]),
      ...(closer.length === 0 ? [] : [paragraph(words.closer(named)), list(closer.map((indicator) => indicator[language]))]),
    ]
  })
}

function isForAnyone({ observers }: Indicator): boolean {
  return observers.length === 0 || observers.includes('anyone')
}
