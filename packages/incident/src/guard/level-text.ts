// Levels what looks alike: the many spaces, hyphens and quotation marks that telephones and word processors write.

const lookalikes: readonly (readonly [RegExp, string])[] = [
  [/[\t\u00a0\u2000-\u200f\u202a-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff]/g, ' '],
  [/[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-'],
  [/[\u2018\u2019\u201a\u201b\u00b4`]/g, "'"],
  [/[\u201c-\u201f\u00ab\u00bb]/g, '"'],
]

/** Full-width signs, as some keyboards of East Asia write digits, "@" and "+". */
const fullWidth = /[\uff01-\uff5e]/g
const narrow = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)

/** As long as `text`, unit for unit, so that a place in one is the same place in the other. */
export function levelText(text: string): string {
  return lookalikes.reduce((levelled, [pattern, plain]) => levelled.replace(pattern, plain), text).replace(fullWidth, narrow)
}
