// The neutral page that quick exit goes to: today's week and month. It knows nothing of the app and asks nobody.

const oneDay = 86_400_000
const today = new Date()
const at = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day))
const now = at(today.getFullYear(), today.getMonth(), today.getDate())

/** ISO 8601 week: the week of the year's Thursday. */
function weekOf(day: Date): number {
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * oneDay)
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / oneDay + 1) / 7)
}

const write = (day: Date, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'UTC' }).format(day)
const find = (id: string): HTMLElement => document.querySelector<HTMLElement>(`#${id}`)!

function cell(kind: 'td' | 'th', text: string): HTMLElement {
  const made = document.createElement(kind)
  made.textContent = text
  return made
}

find('week').textContent = `Vecka ${weekOf(now)}`
find('day').textContent = write(now, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
find('month').textContent = write(now, { month: 'long', year: 'numeric' })

const first = at(now.getUTCFullYear(), now.getUTCMonth(), 1)
const monday = new Date(first.getTime() - ((first.getUTCDay() || 7) - 1) * oneDay)
const dayAfter = (start: Date, days: number): Date => new Date(start.getTime() + days * oneDay)
find('weekdays').append(cell('th', 'v.'), ...Array.from({ length: 7 }, (_, day) => cell('th', write(dayAfter(monday, day), { weekday: 'short' }))))

for (let start = monday; start.getTime() <= at(now.getUTCFullYear(), now.getUTCMonth() + 1, 0).getTime(); start = dayAfter(start, 7)) {
  const row = document.createElement('tr')
  row.append(cell('th', String(weekOf(start))))
  for (let day = 0; day < 7; day++) {
    const date = dayAfter(start, day)
    const own = cell('td', date.getUTCMonth() === now.getUTCMonth() ? String(date.getUTCDate()) : '')
    if (date.getTime() === now.getTime()) own.setAttribute('aria-current', 'date')
    row.append(own)
  }
  find('days').append(row)
}
