// Words for the codes of the data; a code that this version does not know shows as it is, never as nothing.
import type { Language } from '@lykta/incident'
import type { Dimension } from '@lykta/statistics'
import type { NetworkAnswer } from '../../../server/src/api/types.ts'
import { messagesIn } from '../messages/messages.ts'

const countryNames: Readonly<Record<Language, Intl.DisplayNames>> = {
  sv: new Intl.DisplayNames('sv-SE', { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' }),
}

const coded = ['exploitation', 'place-type', 'sector', 'sex', 'age-group', 'answer'] as const
type Coded = (typeof coded)[number]
const isCoded = (kind: string): kind is Coded => coded.some((one) => one === kind)

export function codeWord(kind: Coded, code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = messagesIn[language].codes[kind]
  return words[code] ?? code
}

/** ISO 3166-1 alpha-2. */
export function countryWord(code: string, language: Language): string {
  if (code === 'unspecified') return messagesIn[language].statistics.unspecified
  return /^[A-Z]{2}$/.test(code) ? (countryNames[language].of(code) ?? code) : code
}

export function indicatorWord(id: string, language: Language, { indicators }: NetworkAnswer): string {
  return indicators.find((one) => one.id === id)?.text[language] ?? id
}

export function categoryWord(id: string, language: Language, { categories }: NetworkAnswer): string {
  return categories.find((one) => one.id === id)?.text[language] ?? id
}

/** The words of a row: one code for each dimension of the table. */
export function rowWord(dimensions: readonly Dimension[], codes: readonly string[], language: Language, network: NetworkAnswer): string {
  const words = dimensions.map((dimension, index) => {
    const code = codes[index] ?? ''
    if (dimension === 'indicator') return indicatorWord(code, language, network)
    if (dimension === 'indicator-category') return categoryWord(code, language, network)
    if (dimension === 'nationality') return countryWord(code, language)
    return isCoded(dimension) ? codeWord(dimension, code, language) : code
  })
  return words.join(', ')
}
