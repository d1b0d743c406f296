// Numbers as each language writes them: decimal comma and point, no-break space and comma between thousands.
import type { Language } from '@lykta/incident'

const locale: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** To make one takes longer than to write a thousand numbers with it. */
const formats = new Map<string, Intl.NumberFormat>()

function formatIn(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale[language], { minimumFractionDigits: least, maximumFractionDigits: most })
  formats.set(key, format)
  return format
}

/** A whole number: "1 234" (with a no-break space) or "1,234". */
export function renderCount(count: number, language: Language): string {
  return formatIn(language, 0, 0).format(count)
}

/** A number with exactly `digits` decimals: "0,38" or "0.38". */
export function renderDecimal(value: number, digits: number, language: Language): string {
  return formatIn(language, digits, digits).format(value)
}

/** Months of exposure: whole ones without decimals, else one: "2", "1,5". */
export function renderMonths(months: number, language: Language): string {
  return formatIn(language, 0, 1).format(months)
}

/** Whole per cent, halves upwards (40 of 86 is 47). */
export function percentOf(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole))
}
