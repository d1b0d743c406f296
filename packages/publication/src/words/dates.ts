// Days, moments and periods as each language writes them.
import type { CivilDate, Language } from '@lykta/incident'

const locale: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** To make one takes longer than to write a thousand days with it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, options)
  formats.set(key, format)
  return format
}

const asDate = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`)

/** "1 mars 2020", "1 March 2020". */
export function renderDay(day: CivilDate, language: Language): string {
  return formatIn(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(asDate(day))
}

/** "1 mars 2020 kl. 14:05": an instant (ISO 8601, UTC) in the network's own zone. */
export function renderMoment(instant: string, timeZone: string, language: Language): string {
  const date = new Date(instant)
  const day = formatIn(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(date)
  const time = formatIn('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(date)
  return language === 'sv' ? `${day} kl. ${time}` : `${day}, ${time}`
}

/** "november 2017", "November 2017"; short: "nov". */
export function renderMonth(day: CivilDate, style: 'long' | 'short', language: Language): string {
  const options: Intl.DateTimeFormatOptions = style === 'long' ? { month: 'long', year: 'numeric' } : { month: 'short' }
  return formatIn(locale[language], { ...options, timeZone: 'UTC' }).format(asDate(day)).replace('.', '')
}
