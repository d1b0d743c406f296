// Days, months and moments as each language writes them, and an occurrence with the precision it is known to.
import type { CivilDate, Language, Occurrence } from '@lykta/incident'

const locale: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

function render(day: CivilDate, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale[language], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** "3 april 2019", "3 April 2019". */
export function renderDay(day: CivilDate, language: Language): string {
  return render(day, language, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** "mars 2019", "March 2019". */
export function renderMonth(day: CivilDate, language: Language): string {
  return render(day, language, { month: 'long', year: 'numeric' })
}

/** "mar", "Mar": for axes and columns. */
export function renderShortMonth(day: CivilDate, language: Language): string {
  return render(day, language, { month: 'short' }).replace('.', '').slice(0, 3)
}

/** An instant in the network's own zone: "24 nov. 2026 05:12". */
export function renderMoment(instant: string, timeZone: string, language: Language): string {
  const date = new Date(instant)
  const day = new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(date)
  const time = new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone }).format(date)
  return `${day} ${time}`
}

const lastDayOf = (day: CivilDate): number => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()

/** Known to the day, the month or the year, or to a span: "3 april 2019", "mars 2019", "2019", "3 april 2019–5 maj 2019". */
export function renderOccurrence({ from, to }: Omit<Occurrence, 'about'>, language: Language): string {
  if (from === to) return renderDay(from, language)
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) === lastDayOf(to)) return renderMonth(from, language)
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31')) return from.slice(0, 4)
  return `${renderDay(from, language)} – ${renderDay(to, language)}`
}
