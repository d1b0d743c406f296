// Words that count without a number, and words that claim a cause, a size or a direction. In a template they need a binding, a test or a mark.
import type { Language } from '@lykta/incident'

/** "samtliga", "the man": they say how many, or that there was exactly one. */
const quantifiers: Readonly<Record<Language, RegExp>> = {
  sv: wholeWords('samtliga', 'ingen av', 'inga av', 'ett fåtal', 'enstaka', 'någon enda', 'endast en', 'bara en', 'mannen', 'kvinnan', 'flickan', 'pojken', 'barnet',
    'den minderåriga', 'den minderårige', '(?:en|ett) (?:vuxen |ung |minderårig |ensam )?(?:man|kvinna|flicka|pojke|barn|minderårig)'),
  en: wholeWords('all of (?:them|the)', 'none of', 'a few', 'only one', 'just one', 'a couple of', 'the (?:man|woman|girl|boy|child|minor)',
    '(?:an?|one) (?:adult |young |minor |underage |single )?(?:man|woman|girl|boy|child|minor)'),
}

/** Claims that counts alone do not carry. */
const claims: Readonly<Record<Language, RegExp>> = {
  sv: wholeWords('bidragit', 'bidrog', 'bidrar till att', 'tack vare', 'orsakat', 'orsakade', 'orsaken till', 'beror på', 'berodde på', 'avgörande', 'markant', 'genombrott',
    'kraftigt?a?', 'dramatiskt?', 'drastiskt?', 'alarmerande', 'signifikanta?t?', 'ökat', 'ökade', 'ökar', 'ökning(?:en|ar|arna)?', 'minskat', 'minskade', 'minskar',
    'minskning(?:en|ar|arna)?', 'trend(?:en|er)?'),
  en: wholeWords('contributed', 'contributes', 'thanks to', 'caused', 'because of', 'due to', 'owing to', 'decisive(?:ly)?', 'marked(?:ly)?', 'breakthrough', 'sharply?',
    'dramatic(?:ally)?', 'drastic(?:ally)?', 'alarming(?:ly)?', 'significant(?:ly)?', 'increase[ds]?', 'increasing', 'decrease[ds]?', 'decreasing', 'rose', 'fell', 'trends?'),
}

function wholeWords(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

export const quantifiersIn = (text: string, language: Language): readonly string[] => found(text, quantifiers[language])

export const claimsIn = (text: string, language: Language): readonly string[] => found(text, claims[language])

function found(text: string, pattern: RegExp): readonly string[] {
  return text.normalize('NFC').replace(/\s+/gu, ' ').match(pattern) ?? []
}
