// Words that say a number without digits; in a template they need a binding or a mark, like digits.
import type { Language } from '@lykta/incident'

// Left out on purpose: "en", "ett" and "one" by themselves (articles and pronouns) and "sex" (not a number in this field's prose).
const words: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    'två', 'tre', 'fyra', 'fem', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'tretton', 'fjorton', 'femton', 'sexton', 'sjutton',
    'arton', 'nitton', 'hundra', 'tusen', 'dussin', 'dussintal', 'tiotal', 'tiotals', 'hundratal', 'hundratals', 'hälften', 'halva', 'tredjedel', 'tredjedelar',
    'fjärdedel', 'fjärdedelar', 'femtedel', 'femtedelar', 'dubbelt', 'dubbla', 'fördubblats', 'fördubblades', 'tredubblats', 'procent', 'båda', 'majoriteten',
    'flertalet',
  ],
  en: [
    'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
    'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety',
    'hundred', 'hundreds', 'thousand', 'dozen', 'dozens', 'half', 'third', 'thirds', 'quarter', 'quarters', 'fifth', 'fifths', 'twice', 'double',
    'doubled', 'tripled', 'percent', 'both', 'majority',
  ],
}

/** Swedish writes a number as one word: "tjugo", "trettioåtta", "etthundratjugotvå". English parts them, so that its parts are found. */
const compound: Readonly<Record<Language, RegExp>> = {
  sv: new RegExp(
    '^(?:(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?hundra)?(?:(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio)?'
      + '|två|tre|fyra|fem|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton)$',
    'u',
  ),
  en: /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:one|two|three|four|five|six|seven|eight|nine)$/u,
}

/** Digits (of any script, fractions included) and number words in a piece of prose. */
export function numbersIn(text: string, language: Language): readonly string[] {
  const known = new Set(words[language])
  const found = text.normalize('NFC').match(/\p{N}+|\p{L}+/gu) ?? []
  return found.filter((token) => /\p{N}/u.test(token) || known.has(token.toLowerCase()) || compound[language].test(token.toLowerCase()))
}
