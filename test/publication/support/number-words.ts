// How whole numbers below a hundred are said, in both languages and in every spelling: for finding a count that hides in prose.

const small = {
  sv: ['noll', 'en|ett|ena|enda', 'två|tvenne|ett par', 'tre|trenne', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'tretton', 'fjorton', 'femton', 'sexton',
    'sjutton', 'arton|aderton', 'nitton'],
  en: ['zero', 'one|a|an|single|sole', 'two|a couple', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
    'sixteen', 'seventeen', 'eighteen', 'nineteen'],
} as const
const tens = {
  sv: ['', '', 'tjugo', 'trettio', 'fyrtio', 'femtio', 'sextio', 'sjuttio', 'åttio', 'nittio'],
  en: ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
} as const

/** A pattern without anchors: "trettioåtta|trettio åtta|…", "thirty-eight|thirty eight". */
export function numberPattern(count: number, language: 'sv' | 'en'): string {
  if (count < 20) return small[language][count]!
  const ten = tens[language][Math.floor(count / 10)]!
  if (count % 10 === 0) return ten
  return small[language][count % 10]!.split('|').map((one) => `${ten}[\\s-]?${one}`).join('|')
}

/** The number as a token of its own, in figures or in words of either language. */
export function saysNumber(text: string, count: number): boolean {
  const figures = new RegExp(`(?<![\\p{N}.,:/#-])${count}(?![\\p{N}]|[.,:/-]\\p{N})`, 'u')
  const words = new RegExp(`(?<!\\p{L})(?:${numberPattern(count, 'sv')}|${numberPattern(count, 'en')})(?!\\p{L})`, 'iu')
  return figures.test(text) || words.test(text)
}
