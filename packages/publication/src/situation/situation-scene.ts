// What every chapter of a situation report looks at: the input, the words, and how days, periods and numbers are written.
import type { CivilDate } from '@lykta/incident'
import type { Period } from '@lykta/statistics'
import type { Block } from '../document/document.ts'
import { plain } from '../document/inline.ts'
import { renderDay, renderMoment, renderMonth } from '../words/dates.ts'
import { renderCount } from '../words/numbers.ts'
import { periodLabel } from '../words/period-label.ts'
import type { Words } from '../words/words.ts'
import { wordsIn } from '../words/words-in.ts'
import type { SituationInput } from './situation.ts'
import { type SituationWords, situationWords } from './situation-words.ts'

export type Scene = {
  readonly input: SituationInput
  readonly words: Words
  readonly own: SituationWords
  readonly day: (day: CivilDate) => string
  readonly period: (period: Period) => string
  /** Of YYYY-MM. */
  readonly month: (month: string) => string
  readonly count: (count: number) => string
  readonly source: string
}

export function sceneOf(input: SituationInput): Scene {
  const { language, network, asOf } = input.context
  const own = situationWords[language]
  const words: Words = { ...wordsIn[language], page: { ...wordsIn[language].page, about: own.about } }
  return {
    input, words, own,
    day: (day) => renderDay(day, language),
    period: (period) => periodLabel(period, language),
    month: (month) => renderMonth(`${month}-01`, 'long', language),
    count: (count) => renderCount(count, language),
    source: words.source(network.name, renderMoment(asOf.time, network.timeZone, language)),
  }
}

export const heading = (id: string, text: string): Block => ({ kind: 'heading', level: 2, id, children: [plain(text)] })

export const paragraph = (text: string): Block => ({ kind: 'paragraph', children: [plain(text)] })

export const note = (...texts: readonly string[]): Block => ({ kind: 'note', children: texts.map((text) => ({ kind: 'paragraph', children: [plain(text)] })) })
