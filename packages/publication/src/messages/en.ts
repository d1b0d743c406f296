// What is wrong with a report's prose, or asked about it, in English: what stands there and what to do. The place is said by whoever tells it.
import type { Values } from './values.ts'
import type { sv } from './sv.ts'

export const en: { readonly [Code in keyof typeof sv]: (values: Values) => string } = {
  'publication.binding-unknown': ({ binding, name }) => `{{${binding}}} cannot be read${name ? `; there is no ${name}` : ''}. Mend the binding.`,
  'publication.binding-alone': ({ binding }) => `{{${binding}}} should stand alone in a paragraph of its own.`,
  'publication.braces-unbalanced': ({ text }) => `the braces {{ }} do not match near “${text}”.`,
  'publication.footnote-open': () => `the footnote ^[ … ] does not end on the same line.`,
  'publication.heading-id': () => `the heading needs a name, for instance {#summary}.`,
  'publication.heading-id-twice': ({ id }) => `two headings are named {#${id}}.`,
  'publication.incidents-only': ({ binding }) => `{{${binding}}} may concern incidents only; persons of one incident are not independent.`,
  'publication.link-refused': ({ link }) => `the link ${link} should begin with https: or mailto:.`,
  'publication.markdown-unsupported': ({ what }) => `${what} cannot be used here. Write paragraphs, lists, headings and notes.`,
  'publication.not-additive': ({ binding }) => `{{${binding}}} would add persons or organisations of several years, and those that occur in more than one would count twice. Use a table for the whole period, for instance {{sex.block}}.`,
  'publication.number-typed': ({ number }) => `“${number}” is typed by hand. Bind the number to a table, or mark it {{lit ${number}}} if it does not come from the statistics.`,
  'publication.quantifier-typed': ({ word }) => `“${word}” says how many without a number. Bind it to a table, rewrite it, or mark it {{lit ${word}}} if it does not come from the statistics.`,
  'publication.claim-untested': ({ word }) => `“${word}” claims a cause, a size or a direction. Let {{direction …}} say it, begin the sentence with {{opinion}}, or mark the word {{lit ${word}}} if nothing is claimed.`,
  'publication.periods-order': ({ binding }) => `{{${binding}}} compares a period with one that is not over before it begins, so that they overlap or stand the wrong way round. Write the later period first and an earlier one after it, for instance {{direction incidents.year incidents.previous}}.`,
  'publication.second-wording-missing': ({ binding }) => `{{${binding}}} may become hidden. Write || and a sentence that holds then.`,
  'publication.title-missing': () => `the template should begin with a main heading (#).`,
  'publication.units-differ': ({ binding }) => `{{${binding}}} mixes different units. Numerator and base should count the same thing.`,
  'publication.term-avoided': ({ word, instead }) => `“${word}” says more than the network knows. Write “${instead}”, or mark the word {{lit ${word}}} if it is a name or the words of a law.`,
  'publication.share-units': ({ word }) => `the share (${word}) divides numbers that count different things. Let {{share … of …}} print a share whose numerator and base count the same.`,
  'publication.share-base-missing': ({ word }) => `“${word}” does not say of how many. Let {{share … of …}} print the share with its base, or write the base in the same sentence.`,
  'publication.share-base-small': ({ word, base, smallest }) => `“${word}” is taken of ${base}. Below ${smallest}, a single one moves it by several points: write both numbers instead of a percentage.`,
  'publication.share-base-at-least': ({ word }) => `“${word}” is taken of a lower bound (“at least”), so nobody knows the percentage. Write both numbers instead.`,
  'publication.share-wrong': ({ word, exact }) => `“${word}” does not agree with the numbers beside it, which give ${decimalEn(exact, 1)} per cent. Let {{share … of …}} do the sum.`,
  'publication.shares-over-whole': ({ sum }) => `the shares ${sum === 0 ? 'may add up' : `add up to ${sum} per cent, and so`} to more than the whole. Say in the same chapter that several answers are possible.`,
  'publication.periods-unequal': ({ word, earlier, later }) => `“${word}” compares periods with ${decimalEn(earlier, 1)} and ${decimalEn(later, 1)} months of collection. Compare {{rate …}} or let {{direction …}} do it, or say how long the periods are.`,
  'publication.follow-up-unequal': ({ days, needed }) => `the later period has been followed for ${days} days after its end, the earlier for at least ${needed}. What tends to come later is still missing: say so, or wait with the comparison.`,
  'publication.direction-not-carried': ({ word, ratio, lower, upper, reason }) => `the figures do not carry “${word}”. The monthly ratio is ${decimalEn(ratio, 2)} (95 per cent interval ${decimalEn(lower, 2)}–${decimalEn(upper, 2)}). ${reasonsEn[reason as string] ?? ''} Let {{direction …}} say what can be said.`.replace('  ', ' '),
  'publication.direction-of-persons': ({ word }) => `“${word}” is about persons. Those of one incident do not come independently of each other, so no direction is tested on them. Compare incidents, or give the numbers without a direction.`,
}

const reasonsEn: Readonly<Record<string, string>> = {
  'interval-includes-one': 'The difference can be chance.',
  'one-of-several': 'The difference can be chance when so many years are compared.',
  'short-period': 'At least one period covers less than half a year.',
  'start-of-collection': 'At least one period lies in the first half-year of collection.',
  'no-effort': 'There is no record of how many reported.',
}

function decimalEn(value: string | number | undefined, digits: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits === 2 ? 2 : 0 }).format(Number(value))
}
