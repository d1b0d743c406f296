// The columns of a file of series, their names in both languages, and the words that may stand in them.
export const columns = {
  series: { sv: 'serie', en: 'series' },
  kind: { sv: 'slag', en: 'kind' },
  area: { sv: 'område', en: 'area' },
  source: { sv: 'källa', en: 'source' },
  unit: { sv: 'enhet', en: 'unit' },
  datedBy: { sv: 'räknas_efter', en: 'dated_by' },
  period: { sv: 'period', en: 'period' },
  value: { sv: 'värde', en: 'value' },
  status: { sv: 'status', en: 'status' },
  label: { sv: 'benämning', en: 'label' },
  break: { sv: 'seriebrott', en: 'break' },
} as const

export type SeriesColumn = keyof typeof columns

/** The longest that may stand in each; what is longer is a paragraph, and belongs elsewhere. */
export const longest: Readonly<Partial<Record<SeriesColumn, number>>> = { series: 200, area: 100, source: 200, unit: 60, label: 200, break: 300 }

export const statusWords = { preliminary: ['preliminary', 'preliminär', 'preliminärt', 'p'], final: ['final', 'slutlig', 'slutligt', 'f', 's'] } as const
export const datedByWords = {
  filing: ['filing', 'filing date', 'anmälan', 'anmälningsdatum', 'registrering'], event: ['event', 'event date', 'händelse', 'händelsedatum'], other: ['other', 'annat'],
} as const
export const kindWords = { official: ['official', 'officiell'], own: ['own', 'egen'] } as const

/** The code whose word stands there. */
export function findCode<Code extends string>(text: string, words: Readonly<Record<Code, readonly string[]>>): Code | undefined {
  const asked = text.trim().toLowerCase().replaceAll('_', ' ')
  return (Object.keys(words) as Code[]).find((code) => words[code].includes(asked))
}

/** For a message: what may stand there, in the language. */
export const allowedWords = {
  status: { sv: 'preliminär eller slutlig', en: 'preliminary or final' },
  datedBy: { sv: 'anmälningsdatum, händelsedatum eller annat', en: 'filing date, event date or other' },
  kind: { sv: 'officiell eller egen', en: 'official or own' },
} as const
