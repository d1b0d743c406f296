// A poster for one kind of work: one A4 page of the signs seen there, what to do, what to leave alone and whom to call, from the network's catalogue.
import { type Indicator, indicatorsOn, type Language } from '@lykta/incident'
import type { PublicationDocument } from '../../document/document.ts'
import { renderDay } from '../../words/dates.ts'
import { heading, list, note, paragraph, terms } from '../blocks.ts'
import type { GuideInput } from '../guide/make-guide.ts'
import { posterEn } from './poster-en.ts'
import { type PosterId, posterObserver, posterSigns } from './poster-signs.ts'
import { posterSv } from './poster-sv.ts'
import type { PosterWords } from './poster-words.ts'

export const posterWords: Readonly<Record<Language, PosterWords>> = { sv: posterSv, en: posterEn }

/** So many of the network's own signs, and of its telephone numbers, have room beside the others. */
const mostOwn = 2
const mostNumbers = 3

export function makePoster({ poster, language, network, catalogue, numbers, day }: GuideInput & { readonly poster: PosterId }): PublicationDocument {
  const words = posterWords[language]
  const { doing, leaving, calling, facts } = words
  return {
    language,
    title: words.title,
    subtitle: words.of[poster][0],
    publisher: network.name,
    marks: network.sample ? [{ id: 'sample', text: words.sample }] : [],
    facts: [{ name: facts.from, value: network.name }, { name: facts.day, value: renderDay(day, language) }],
    about: words.about,
    notice: words.notice,
    sheet: 'poster',
    blocks: [
      note(...words.danger),
      heading('signs', words.signs), list(signsOf(poster, indicatorsOn(day, catalogue)).map((indicator) => indicator[language])), paragraph(words.reading),
      heading('doing', doing.title), list([doing.first, doing.own[poster], ...doing.rest]),
      heading('leaving', leaving.title), list(leaving.rules),
      heading('calling', calling.title), terms([...calling.numbers, ...numbers.slice(0, mostNumbers).map(({ name, number }) => [number, name] as const)]), paragraph(words.child),
    ],
  }
}

/** Those of the list that are in use, then the network's own that such a person may see. */
function signsOf(poster: PosterId, inUse: readonly Indicator[]): readonly Indicator[] {
  const chosen = posterSigns[poster].flatMap((id) => inUse.find((indicator) => indicator.id === id) ?? [])
  const own = inUse.filter(({ id, observers }) => /^[a-z-]+\.x-/.test(id) && (observers.includes('anyone') || observers.includes(posterObserver[poster])))
  return [...chosen, ...own.slice(0, mostOwn)]
}
