// Numbers as each language writes them: decimal comma and point, no-break space and comma between thousands.
import type { Language } from '@lykta/incident'

const locale: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** A whole number: "1 234" (with a no-break space) or "1,234". */
export function renderCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 0 }).format(count)
}

/** A number with exactly `digits` decimals: "0,38" or "0.38"; no upper limit is "∞". */
export function renderDecimal(value: number | null, digits: number, language: Language): string {
  if (value === null) return '∞'
  return new Intl.NumberFormat(locale[language], { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/** Months of exposure: whole ones without decimals, else one: "2", "1,5". */
export function renderMonthCount(months: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(months)
}
