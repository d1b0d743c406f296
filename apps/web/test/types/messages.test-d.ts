// What must not compile: a page whose texts say less in one language than in the other, something more, or take other values.
import { chart as english } from '../../src/messages/en/chart.ts'
import type { chart as swedish } from '../../src/messages/sv/chart.ts'
import { ownWords } from '../../src/messages/own-words.ts'

export const whole: typeof swedish = english

// @ts-expect-error a text is missing in English
export const missing: typeof swedish = { chart: { ...english.chart, showTable: undefined } }
// @ts-expect-error a text that Swedish does not have
export const more: typeof swedish = { chart: { ...english.chart, another: 'Another' } }
// @ts-expect-error a number where the Swedish has words
export const other: typeof swedish = { chart: { ...english.chart, asOf: (moment: number) => `${moment}` } }

// @ts-expect-error a page's own texts: English lacks one of the two
export const own = ownWords<{ readonly title: string; readonly lead: string }>({ sv: { title: 'Sida', lead: 'Ingress' }, en: { title: 'Page' } })
