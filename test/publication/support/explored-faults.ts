// A table's page of the site read back: what stands or is drawn in it that the protected tables do not hold, or is lacking of what they do.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { howTested, howTestedParts, poissonRate, trendsOf } from '@lykta/statistics'
import { parseHTML } from 'linkedom'
import { renderColumn, renderPeriod, renderSource } from '../../../packages/publication/src/binding/edition.ts'
import type { EditionInput } from '../../../packages/publication/src/index.ts'
import { breakdownTable } from '../../../packages/publication/src/tables/breakdown-table.ts'
import { wordsIn } from '../../../packages/publication/src/words/words-in.ts'
import { cellText, rowsOf } from './expected.ts'
import { difference, numbersIn, squeezed } from './parsed.ts'

type Drawn = { readonly text: string; readonly bars: string }

/** `table`: the page's; its parts ("persons.occurrences") stand on the same page. */
export function exploredFaults(input: EditionInput, table: string, html: string): readonly string[] {
  const { document } = parseHTML(html)
  const own = input.tables.filter(({ id }) => id.split('.')[0] === table)
  const faults: string[] = [...html.matchAll(/<!--[\s\S]*?-->/g)].map(([comment]) => comment)
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) if (!harmless.has(name) && !(name === 'open' && value === '')) faults.push(`${name}="${value}"`)
  }

  const rows = own.flatMap((one) => rowsOf(input, one))
  for (const one of document.querySelectorAll('td .spoken')) one.remove()
  const printed = [...document.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('th,td')].map((cell) => squeezed(cell.textContent)))
  faults.push(...difference(rows.map((row) => row.join(' | ')), printed.map((row) => row.join(' | '))))

  const lines = [...document.querySelectorAll('.track-line')].map((line): Drawn => ({
    text: `${squeezed(line.parentElement!.querySelector('.track-label')!.textContent)} | ${squeezed(line.querySelector('.track-period')!.textContent)} | ${squeezed(line.querySelector('.track-value')!.textContent)}`,
    bars: shapesIn(line.querySelector('svg')!),
  }))
  const expected = expectedLines(input, own)
  faults.push(...difference(expected.map(({ text, bars }) => `${text}: ${bars}`), lines.map(({ text, bars }) => `${text}: ${bars}`)))
  const alt = document.querySelector('.tracks')!.getAttribute('aria-label')!
  faults.push(...difference(numbersIn([document.querySelector('h1')!.textContent, ...expected.map(({ spoken }) => spoken)].join(' ; ')).toSorted(), numbersIn(alt).filter((one) => one !== '').toSorted()).filter((one) => !isLabel(one, lines)))

  const { texts, points } = expectedRates(input, table)
  const drawn = [...document.querySelectorAll('.rates .track')].map(shapesIn)
  faults.push(...difference(points, drawn))
  const known = new Set([...texts, ...fixedTexts(input, own)].flatMap(numbersIn))
  for (const element of document.querySelectorAll('style, table, .tracks[role=img], svg, head meta[http-equiv]')) element.remove()
  for (const element of document.querySelectorAll('p, li, a, dd, dt, h1, h2')) element.textContent = ` ${element.textContent} `
  const rest = [squeezed(document.body.textContent), document.querySelector('title')!.textContent, ...[...document.querySelectorAll('meta[content]')].map((one) => one.getAttribute('content')!).filter((one) => !one.startsWith('width='))]
  return [...faults, ...rest.flatMap(numbersIn).filter((number) => !known.has(number)).map((number) => `${number} is said`)]
}

/** Addresses, looks and coordinates; those of bars are read below. */
const harmless = new Set([
  'id', 'href', 'class', 'lang', 'hreflang', 'scope', 'role', 'tabindex', 'download', 'charset', 'http-equiv', 'name', 'content', 'aria-label', 'aria-labelledby', 'aria-hidden', 'aria-current', 'focusable', 'colspan',
  'width', 'height', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'd', 'patternunits', 'patterntransform', 'patternUnits', 'patternTransform',
])

/** Labels are repeated in the spoken text once a row, in the drawing once a line. */
const isLabel = (fault: string, lines: readonly Drawn[]): boolean => lines.some(({ text }) => numbersIn(text.split(' | ')[0]!).some((number) => fault.includes(` ${number} (`)))

const shapesIn = (svg: Element): string => [...svg.querySelectorAll('rect, line.interval, circle')]
  .map((one) => ['class', 'x', 'width', 'x1', 'x2', 'cx'].flatMap((name) => one.getAttribute(name) ?? []).join(' ')).join(', ')

const percent = (value: number, of: number): string => `${Math.round((value / of) * 10_000) / 100}%`

function expectedLines({ tables, context, label }: EditionInput, own: readonly ProtectedTable[]): readonly (Drawn & { readonly spoken: string })[] {
  const { language } = context
  const words = wordsIn[language]
  const edition = { context, tables: new Map(tables.map((one) => [one.id, one])), words, label, examples: [] }
  const rows = own.flatMap((table) => {
    const names = rowsOf({ tables, context, label, template: { file: '', text: '' } }, table).map(([name]) => name!)
    const of = table.by.length === 0 ? [{ cells: table.base, name: names[0]! }] : table.rows.map(({ cells }, index) => ({ cells, name: names[index]! }))
    return of.flatMap(({ cells, name }) => table.periods.map((period, index) => ({ table, name, period, cell: cells[index]!, base: table.base[index]!, said: cellText(tables, table, cells[index]!, period, language) })))
  })
  const kind = (said: string): string => ({ '0': 'zero', '×': 'hidden', '?': 'unknown', '..': 'not-collected', [words.notAsked]: 'not-asked' })[said] ?? 'number'
  const interval = (unit: string, cell: ProtectedCell, said: string) => (unit === 'incident' && cell.state === 'shown' && !cell.atLeast && ['number', 'zero'].includes(kind(said)) ? poissonRate({ count: cell.count, months: 1, level: 0.95 }) : undefined)
  const baseOf = (base: ProtectedCell): number => (base.state === 'shown' ? base.count : 0)
  const longest = Math.max(1, ...rows.flatMap(({ table, cell, base, said }) => (kind(said) === 'number' || kind(said) === 'zero' ? [cell.state === 'shown' ? cell.count : baseOf(base), interval(table.unit, cell, said)?.upper ?? 0] : [])))
  return rows.map(({ table, name, period, cell, base, said }) => {
    const range = interval(table.unit, cell, said)
    const whiskers = range ? [[range.lower, range.upper], [range.lower, range.lower], [range.upper, range.upper]].map(([from, to]) => `interval ${percent(from!, longest)} ${percent(to!, longest)}`) : []
    const bar = (): readonly string[] => {
      if (kind(said) !== 'number') return [`bar ${kind(said)} 0 ${kind(said) === 'zero' ? 3 : 40}`]
      if (cell.state === 'shown') return [`bar number 0 ${percent(cell.count, longest)}`, ...(cell.atLeast ? [`bar at-least ${percent(cell.count, longest)} 14`] : [])]
      if (cell.state !== 'band') return ['nothing']
      return base.state === 'shown' ? [`bar band 0 ${percent(base.count, longest)}`, `bar number 0 ${percent((base.count * cell.numerator) / cell.denominator, longest)}`] : ['bar band 0 40']
    }
    const at = squeezed(renderPeriod(edition, period))
    return { text: `${squeezed(name)} | ${at} | ${squeezed(said)}`, bars: [...bar(), ...whiskers].join(', '), spoken: `${at} ${kind(said) === 'zero' || kind(said) === 'number' ? said : ''}` }
  })
}

/** From shown exact counts of incidents alone, whatever the pages were made with. */
function expectedRates({ tables, context }: EditionInput, table: string): { readonly texts: readonly string[]; readonly points: readonly string[] } {
  const incidents = tables.find(({ id }) => id === 'incidents')
  if (table !== 'incidents' || !incidents) return { texts: [], points: [] }
  const words = wordsIn[context.language]
  const shown = incidents.periods.flatMap((period, index) => {
    const cell = incidents.base[index]!
    return cell.state === 'shown' && !cell.atLeast && period.months > 0 ? [{ period, count: cell.count, ...poissonRate({ count: cell.count, months: period.months, level: 0.95 }) }] : []
  })
  const one = (value: number): string => new Intl.NumberFormat(context.language === 'sv' ? 'sv-SE' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  const longest = Math.max(...shown.map(({ upper }) => upper))
  const members = tables.find(({ id }) => id === 'participants')
  const reporters = tables.find(({ id }) => id === 'participants.reporting')
  const shownIn = (table: typeof members, id: string): number | null => {
    const cell = table?.base[table.periods.findIndex((period) => period.id === id)]
    return cell?.state === 'shown' ? cell.count : null
  }
  const participants = (id: string): number | null => shownIn(members, id)
  const { comparisons, several, equalRates, trend } = trendsOf({
    periods: shown.map(({ period, count }) => ({ unit: 'incident', count, from: period.from, to: period.to, months: period.months })),
    collectionStart: context.network.collectionStart, collectedTo: context.collectedTo, effortShown: shown.every(({ period }) => participants(period.id) !== null),
  })
  const said = [...comparisons.map((each) => each.said), several, equalRates?.said, equalRates?.spread, trend?.said].flatMap((each) => (each ? [each[context.language]] : []))
  return {
    texts: [
      ...said, ...howTestedParts.flatMap((part) => howTested[context.language].parts[part]),
      ...shown.flatMap(({ period, count, rate, lower, upper }) => [words.rate(one(rate), one(lower), one(upper)), words.months(String(period.months), false), String(count), String(participants(period.id) ?? ''), String(shownIn(reporters, period.id) ?? '')]),
    ],
    points: shown.map(({ rate, lower, upper }) => [[lower, upper], [lower, lower], [upper, upper]].map(([from, to]) => `interval ${percent(from!, longest)} ${percent(to!, longest)}`).concat(`point ${percent(rate, longest)}`).join(', ')),
  }
}

/** What stands on the page whatever its cells hold: names of periods, the source, notes, the kinds of number explained. */
function fixedTexts({ tables, context, label }: EditionInput, own: readonly ProtectedTable[]): readonly string[] {
  const edition = { context, tables: new Map(tables.map((one) => [one.id, one])), words: wordsIn[context.language], label, examples: [] }
  const periods = own.flatMap((table) => table.periods.flatMap((period) => [renderPeriod(edition, period), ...Object.values(renderColumn(edition, period)).map((one) => one ?? '')]))
  return [...periods, renderSource(edition), String(context.year), '95', ...own.flatMap((table) => breakdownTable(edition, table).notes), ...tables.map(({ id }) => edition.words.tables[id] ?? '')]
}
