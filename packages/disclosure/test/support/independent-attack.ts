// A second attacker, written apart from the program: reads the published tables, writes the statements as LP text for a
// one-shot solver, and asks for every cell that the policy keeps back. Shares no code with the audit.
import loadHighs from 'highs'
import { ageGroups, exploitations, placeTypes, sectors, sexes } from '@lykta/incident'
import { countInMemory, type CountCell, type CountInput, type CountTable, type Dimension, type Period, type TableSpec, type Unit, wholePeriod, yearPeriods } from '@lykta/statistics'
import type { Policy, ProtectedCell, ProtectedTable } from '../../src/index.ts'

const load = loadHighs as unknown as typeof loadHighs.default

type Asked = { readonly unit: Unit; readonly by: Dimension; readonly base: TableSpec['base']; readonly figures?: Readonly<Record<string, string>>; readonly id?: string }

/** What the public tables speak of: rows of one table, or single rows under ids of their own. */
const asked: readonly Asked[] = [
  { unit: 'incident', by: 'exploitation', base: 'all', id: 'exploitation' },
  { unit: 'incident', by: 'place-type', base: 'all', id: 'placeType' },
  { unit: 'incident', by: 'sector', base: 'all', id: 'sector' },
  { unit: 'person', by: 'sex', base: 'all', id: 'sex' },
  { unit: 'person', by: 'age-group', base: 'all', id: 'ageGroup' },
  { unit: 'incident', by: 'nationality', base: 'answered', id: 'nationalityIncidents' },
  { unit: 'incident', by: 'indicator', base: 'answered', id: 'indicators' },
  { unit: 'incident', by: 'police-contacted', base: 'all', figures: { yes: 'policeContacted', unknown: 'policeContacted.unknown' } },
  ...(['incident', 'person'] as const).flatMap((unit): readonly Asked[] => {
    const word = unit === 'incident' ? 'incidents' : 'persons'
    const figures = (id: string): Record<string, string> => ({ yes: id, unknown: `${id}.unknown`, 'not-asked': `${id}.notAsked` })
    return [
      { unit, by: 'support-contact', base: 'all', figures: figures(`${word}InContact`) },
      { unit, by: 'accepted-support', base: 'all', figures: figures(`${word}Accepting`) },
    ]
  }),
  { unit: 'perpetrator', by: 'role', base: 'all', figures: { buyer: 'buyers', procurer: 'procurers', other: 'otherPerpetrators' } },
]

const lists: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  exploitation: exploitations, 'place-type': placeTypes, sector: sectors, sex: [...sexes, 'conflicting'], 'age-group': [...ageGroups, 'conflicting'],
}

const notKnown = ['unknown', 'not-asked']

export type Exposure = { readonly cell: string; readonly low: number; readonly high: number; readonly needed: number }

/** The cells that can be told too well; none when the tables are safe. Throws when the statements contradict each other. */
export async function independentAttack(
  input: CountInput, collection: { readonly from: string; readonly to: string }, policy: Policy, tables: readonly ProtectedTable[],
): Promise<{ readonly exposed: readonly Exposure[]; readonly asked: number }> {
  const highs = await load()
  const years = yearPeriods(2017, 2019, collection)
  const all = { ...wholePeriod(2017, 2019, collection), id: '2017-2019' }
  const merged = tables.flatMap((table) => table.periods).filter((period) => period.from.slice(5) === '01-01' && period.to.slice(5) === '12-31')
  const periods = [...new Map([...years, all, ...merged].map((period) => [period.id, period])).values()]
  const count = (spec: TableSpec): CountTable => countInMemory(input, [spec], periods, { collection, basis: 'occurred' })[0]!
  const table = (id: string): ProtectedTable => tables.find((one) => one.id === id)!

  const rows: string[] = []
  const names = new Map<string, string>()
  const fixed = new Map<string, number>()
  const v = (name: string): string => {
    const known = names.get(name) ?? `x${names.size}`
    names.set(name, known)
    return known
  }
  const say = (left: readonly (readonly [number, string])[], sign: '=' | '<=' | '>=', right: number): void => {
    const text = left.filter(([c]) => c !== 0).map(([c, name]) => `${c < 0 ? '-' : '+'} ${Math.abs(c)} ${v(name)}`).join(' ')
    rows.push(`${text} ${sign} ${right}`)
  }
  const fix = (name: string, cell: ProtectedCell): void => {
    if (cell.state === 'shown') fixed.set(v(name), cell.count)
  }
  const within = (whole: Period): readonly Period[] => years.filter((year) => year.from >= whole.from && year.to <= whole.to)
  const longer = periods.filter((period) => within(period).length > 1)

  // Totals of each unit, and how periods add up.
  const totals = new Map<Unit, CountTable>()
  for (const unit of ['incident', 'person', 'perpetrator'] as const) totals.set(unit, count({ id: unit, unit, by: [], base: 'all' }))
  const cellOf = (counted: CountTable, code: string | null, period: Period): CountCell => {
    const index = counted.periods.findIndex(({ id }) => id === period.id)
    const cells = code === null ? counted.base : counted.rows.find((row) => row.codes[0] === code)?.cells
    return cells?.[index] ?? { count: 0, atLeast: false, incidents: 0, organisations: 0, largest: 0 }
  }
  const spans = (period: Period): boolean =>
    cellOf(totals.get('incident')!, null, period).count > within(period).reduce((sum, year) => sum + cellOf(totals.get('incident')!, null, year).count, 0)
  const addUp = (unit: Unit, name: (period: Period) => string, truth: (period: Period) => number): void => {
    for (const whole of longer) {
      const parts = within(whole)
      const sum = parts.map((part): [number, string] => [-1, name(part)])
      if (unit !== 'person') {
        say([[1, name(whole)], ...sum], spans(whole) ? '>=' : '=', 0)
        continue
      }
      if (truth(whole) <= parts.reduce((total, part) => total + truth(part), 0)) say([[1, name(whole)], ...sum], '<=', 0)
      for (const part of parts) if (truth(whole) >= truth(part)) say([[1, name(whole)], [-1, name(part)]], '>=', 0)
    }
  }
  for (const [unit, counted] of totals) {
    const id = { incident: 'incidents', person: 'persons', perpetrator: 'perpetrators' }[unit as 'incident']
    addUp(unit, (period) => `N ${unit} ${period.id}`, (period) => cellOf(counted, null, period).count)
    for (const [index, period] of table(id).periods.entries()) fix(`N ${unit} ${period.id}`, table(id).base[index]!)
  }

  const questions: { readonly name: string; readonly margin: string; readonly threshold: number }[] = []
  for (const one of asked) {
    const counted = count({ id: 'x', unit: one.unit, by: [one.by], base: one.base })
    const several = one.base === 'answered'
    const occurring = counted.rows.map((row) => row.codes[0]!)
    // A category of the form that does not occur: the reader cannot know.
    const unseen = one.figures === undefined && (lists[one.by]?.some((code) => !notKnown.includes(code) && !occurring.includes(code)) ?? true)
    const codes = [...new Set([...occurring, ...Object.keys(one.figures ?? {}), ...(one.by.includes('support') ? ['no'] : []), ...(unseen ? ['~'] : [])])]
    const name = (code: string, period: Period): string => `${one.unit} ${one.by} ${code} ${period.id}`
    const margin = (period: Period): string => (several ? `A ${one.by} ${period.id}` : `N ${one.unit} ${period.id}`)
    const truth = (code: string, period: Period): CountCell => cellOf(counted, code, period)
    for (const code of codes) addUp(one.unit, (period) => name(code, period), (period) => truth(code, period).count)
    if (several) addUp(one.unit, margin, (period) => cellOf(counted, null, period).count)
    for (const period of periods) {
      const sum = codes.map((code): [number, string] => [-1, name(code, period)])
      say([[1, margin(period)], ...sum], several ? '<=' : '=', 0)
      if (several) for (const code of codes) say([[1, margin(period)], [-1, name(code, period)]], '>=', 0)
      if (several) say([[1, `N ${one.unit} ${period.id}`], [-1, margin(period)]], '>=', 0)
    }
    for (const [code, id] of Object.entries(one.figures ?? {})) {
      for (const [index, period] of table(id).periods.entries()) fix(name(code, period), table(id).base[index]!)
    }
    if (one.id !== undefined) {
      const printed = table(one.id)
      for (const [index, period] of printed.periods.entries()) {
        fix(margin(period), printed.base[index]!)
        const alone = new Set(printed.rows.filter((row) => row.members.length === 0).map((row) => row.codes[0]!))
        const named = new Set(printed.rows.flatMap((row) => row.members))
        for (const row of printed.rows) {
          const cell = row.cells[index]!
          if (row.members.length === 0) fix(name(row.codes[0]!, period), cell)
          if (cell.state === 'band') say([[cell.denominator, name(row.codes[0]!, period)], [-cell.numerator, margin(period)]], '>=', 1)
          if (row.members.length === 0 || cell.state !== 'shown') continue
          const members = codes.filter((code) => row.members.includes(code) || (row.codes[0] === 'other' && !alone.has(code) && !named.has(code)))
          const sum = members.map((code): [number, string] => [1, name(code, period)])
          if (sum.length > 0) say(sum, several ? '>=' : '=', cell.count)
          if (several) for (const code of members) say([[1, name(code, period)]], '<=', cell.count)
        }
      }
    }
    const threshold = policy.sensitiveDimensions.includes(one.by) ? policy.sensitiveThreshold : policy.threshold
    const shown = (code: string, period: Period): boolean => fixed.has(v(name(code, period)))
    for (const period of periods) {
      const whole = cellOf(counted, null, period)
      const printedHere = table(one.id ?? Object.values(one.figures ?? {})[0]!).periods.some(({ id }) => id === period.id)
      if ((within(period).length > 1 && !printedHere) || (whole.count > 0 && truth('not-asked', period).count === whole.count)) continue
      for (const code of codes.filter((candidate) => !notKnown.includes(candidate) && !shown(candidate, period))) {
        const cell = truth(code, period)
        const small = cell.count < threshold || cell.incidents < policy.incidents || cell.organisations < policy.organisations || cell.incidents - cell.largest < policy.remaining
        if (small) questions.push({ name: name(code, period), margin: margin(period), threshold })
        if (whole.count - cell.count >= threshold) continue
        say([[1, `rest ${name(code, period)}`], [1, name(code, period)], [-1, margin(period)]], '=', 0)
        questions.push({ name: `rest ${name(code, period)}`, margin: margin(period), threshold })
      }
    }
  }
  // Who accepts is in contact, where that is so.
  for (const unit of ['incident', 'person'] as const) {
    const [accepting, contact] = (['accepted-support', 'support-contact'] as const).map((by) => count({ id: 'x', unit, by: [by], base: 'all' }))
    for (const period of periods) {
      if (cellOf(accepting!, 'yes', period).count > cellOf(contact!, 'yes', period).count) continue
      say([[1, `${unit} support-contact yes ${period.id}`], [-1, `${unit} accepted-support yes ${period.id}`]], '>=', 0)
    }
  }

  const bounds = [...names.values()].map((name) => (fixed.has(name) ? `${name} = ${fixed.get(name)}` : `0 <= ${name} <= 100000`))
  const extreme = (name: string, sense: 'Minimize' | 'Maximize'): number => {
    const text = `${sense}\n obj: ${v(name)}\nSubject To\n${rows.map((row, index) => ` c${index}: ${row}`).join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`
    const solved = highs.solve(text, { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`independent attack: ${solved.Status}`)
    return solved.ObjectiveValue
  }
  const mosts = new Map<string, number>()
  const exposed: Exposure[] = []
  for (const { name, margin, threshold } of questions) {
    if (!mosts.has(margin)) mosts.set(margin, extreme(margin, 'Maximize'))
    const needed = Math.min(threshold, Math.floor(mosts.get(margin)! + 1e-6))
    const [low, high] = [Math.ceil(extreme(name, 'Minimize') - 1e-6), Math.floor(extreme(name, 'Maximize') + 1e-6)]
    if (low > 0 || high < needed) exposed.push({ cell: name, low, high, needed })
  }
  return { exposed, asked: questions.length }
}
