// A second attacker, written apart from the program: reads the published tables, writes the statements as LP text for a
// one-shot solver, and asks for every cell that the policy keeps back. Shares no code with the audit. Tables of several
// editions may be given together: it reads them all.
import loadHighs from 'highs'
import { ageGroups, exploitations, placeTypes, sectors, sexes } from '@lykta/incident'
import { countInMemory, type CountCell, type CountInput, type CountTable, type Dimension, partsOfYear, type Period, type TableSpec, type Unit, wholePeriod, yearPeriods } from '@lykta/statistics'
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

/** Everybody knows the answers of the form: that no "no" occurs in a register, nobody does. */
const answersOf = (by: Dimension): readonly string[] => (by.includes('support') || by === 'police-contacted' ? ['no'] : [])

export type Exposure = { readonly cell: string; readonly low: number; readonly high: number; readonly needed: number }

/** The cells that can be told too well; none when the tables are safe. Throws when the statements contradict each other. */
export async function independentAttack(
  input: CountInput, collection: { readonly from: string; readonly to: string }, policy: Policy, tables: readonly ProtectedTable[], lastYear = 2019,
  /** What somebody else published, by the name of the unknown: "person sex woman 2019". */
  told: Readonly<Record<string, number>> = {},
  /** The attacker is this organisation, and knows its own reports: then it is the others' part that it must not know. */
  member?: string,
): Promise<{ readonly exposed: readonly Exposure[]; readonly asked: number }> {
  const highs = await load()
  const years = yearPeriods(2017, lastYear, collection)
  const all = { ...wholePeriod(2017, lastYear, collection), id: `2017-${lastYear}` }
  const merged = tables.flatMap((table) => table.periods).filter((period) => period.from.slice(5) === '01-01' && period.to.slice(5) === '12-31')
  const periods = [...new Map([...years, all, ...merged].map((period) => [period.id, period])).values()]
  const count = (spec: TableSpec): CountTable => countInMemory(input, [spec], periods, { collection, basis: 'occurred' })[0]!
  const tablesOf = (id: string): readonly ProtectedTable[] => tables.filter((one) => one.id === id)

  const rows: string[] = []
  const names = new Map<string, string>()
  const fixed = new Map<string, number>()
  const v = (name: string): string => {
    const known = names.get(name) ?? `x${names.size}`
    names.set(name, known)
    return known
  }
  const ownInput = { ...input, incidents: input.incidents.filter(({ answers }) => answers.reportedBy === member) }
  // Persons and occurrences, where both are printed, tell everybody that each person was met once in the period.
  const shownIn = (id: string, period: string): number | undefined => tablesOf(id).flatMap(({ periods: list, base }) => list.flatMap((one, index) => {
    const cell = base[index]!
    return one.id === period && cell.state === 'shown' ? [cell.count] : []
  }))[0]
  const metOnce = (period: string): boolean => shownIn('persons', period) !== undefined && shownIn('persons', period) === shownIn('persons.occurrences', period)
  const periodOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)
  /** Whether what is true of the whole is known to be true of what the others reported, as far as persons are spoken of. */
  const holdsOfRest = (left: readonly (readonly [number, string])[]): boolean => {
    const ofPersons = left.filter(([, name]) => /^(?:N |rest )?person /.test(name)).map(([, name]) => name)
    if (ofPersons.length === 0 || left.length < 2) return true
    const [first = ''] = ofPersons
    if (ofPersons.every((name) => periodOf(name) === periodOf(first))) return metOnce(periodOf(first))
    // Who is one of the years' persons is one of the block's: so it is among those of the others too, of "yes" as of all.
    const family = first.slice(0, first.lastIndexOf(' '))
    const [whole, ...more] = left.filter(([c]) => c > 0)
    return whole !== undefined && more.length === 0 && /^N | yes$/.test(family) && left.every(([, name]) => name.startsWith(`${family} `)) && left.length > 2
  }
  const amounts = { all: amountsIn(input, collection, lastYear, tables), own: amountsIn(ownInput, collection, lastYear, tables) }
  const sumIn = (left: readonly (readonly [number, string])[], of: (name: string) => number): number => left.reduce((sum, [c, name]) => sum + c * of(name), 0)
  const say = (left: readonly (readonly [number, string])[], sign: '=' | '<=' | '>=', law: number): void => {
    let right = law
    if (member !== undefined && law === 0) {
      // What is so of every register is so of what the others reported, where it is; persons whom two have met make of the others'
      // part no register. What is not even so of its own reports the member does not take for certain.
      const [whole, own] = [sumIn(left, amounts.all), sumIn(left, amounts.own)]
      if (sign === '=' && own !== 0) {
        say(left, '<=', law)
        say(left, '>=', law)
        return
      }
      const ofRest = holdsOfRest(left)
      if (sign === '>=' && (own < 0 || (ofRest && whole - own >= 0))) right = own
      if (sign === '<=' && (own > 0 || (ofRest && whole - own <= 0))) right = own
    }
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
  for (const unit of ['incident', 'person', 'person-occurrence', 'perpetrator'] as const) totals.set(unit, count({ id: unit, unit, by: [], base: 'all' }))
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
    const id = { incident: 'incidents', person: 'persons', 'person-occurrence': 'persons.occurrences', perpetrator: 'perpetrators' }[unit as 'incident']
    addUp(unit, (period) => `N ${unit} ${period.id}`, (period) => cellOf(counted, null, period).count)
    for (const table of tablesOf(id)) for (const [index, period] of table.periods.entries()) fix(`N ${unit} ${period.id}`, table.base[index]!)
  }
  const incidents = totals.get('incident')!
  // So many organisations have reported: at least as many incidents, and none if none.
  for (const table of tablesOf('participants.reporting')) {
    for (const [index, period] of table.periods.entries()) {
      const cell = table.base[index]!
      const truth = cellOf(incidents, null, period).count
      if (cell.state !== 'shown' || truth < cell.count || (cell.count === 0 && truth > 0)) continue
      say([[1, `N incident ${period.id}`]], cell.count === 0 ? '<=' : '>=', cell.count)
    }
  }

  const questions: { readonly name: string; readonly margin: string; readonly threshold: number }[] = []
  // Who was met again: in one period (occurrences less persons), and in more than one (those of the parts less those of the whole).
  const met = (unit: 'person' | 'person-occurrence', period: Period): number => cellOf(totals.get(unit)!, null, period).count
  const again = (name: string, more: readonly (readonly [string, number])[], [less, persons]: readonly [string, number], most: number): void => {
    const few = more.reduce((sum, [, number]) => sum + number, 0) - persons
    if (few < 0) return
    say([[1, name], ...more.map(([part]): [number, string] => [-1, part]), [1, less]], '=', 0)
    if (few > 0 && few < policy.threshold) questions.push({ name, margin: less, threshold: Math.min(policy.threshold, most) })
  }
  for (const period of periods) {
    const whole = [`N person ${period.id}`, met('person', period)] as const
    again(`again ${period.id}`, [[`N person-occurrence ${period.id}`, met('person-occurrence', period)]], whole, met('person-occurrence', period))
    const runs = merged.filter((run) => run.id !== period.id && within(run).length > 1 && run.from >= period.from && run.to <= period.to)
    for (const parts of [within(period), ...[...new Map(runs.map((run) => [run.id, run])).values()].map((run) => [run, ...within(period).filter(({ from }) => from < run.from || from > run.to)])]) {
      if (parts.length < 2) continue
      const counts = parts.map((part) => met('person', part))
      again(`years ${parts.map(({ id }) => id).join('+')} ${period.id}`, parts.map((part) => [`N person ${part.id}`, met('person', part)] as const), whole, counts.reduce((sum, number) => sum + number, 0) - Math.max(...counts))
    }
  }
  // Parts of each edition's last year, and the months in them.
  const monthly = years.flatMap((year) => partsOfYear(Number(year.id), 1, collection))
  const parts = tablesOf('months').flatMap(({ periods: list }) => list).filter((part) => !periods.some(({ id }) => id === part.id))
  const [byMonth] = [countInMemory(input, [{ id: 'x', unit: 'incident', by: [], base: 'all' }], [...monthly, ...parts], { collection, basis: 'occurred' })[0]!]
  const addParts = (whole: Period, list: readonly Period[], total: number): void => {
    const sum = list.reduce((most, part) => most + cellOf(byMonth, null, part).count, 0)
    say([[1, `N incident ${whole.id}`], ...list.map((part): [number, string] => [-1, `N incident ${part.id}`])], sum === total ? '=' : '>=', 0)
  }
  for (const table of tablesOf('months')) {
    if (table.periods.some((period) => !parts.includes(period))) continue
    const year = years.find(({ from, to }) => from <= table.periods[0]!.from && to >= table.periods[0]!.to)!
    addParts(year, table.periods, cellOf(incidents, null, year).count)
    for (const [index, part] of table.periods.entries()) {
      fix(`N incident ${part.id}`, table.base[index]!)
      if (!monthly.some(({ id }) => id === part.id)) addParts(part, monthly.filter(({ from, to }) => from >= part.from && to <= part.to), cellOf(byMonth, null, part).count)
    }
  }
  for (const month of monthly.filter(({ months }) => months > 0)) {
    const { count: number, incidents: behind, organisations, largest } = cellOf(byMonth, null, month)
    const small = number < policy.threshold || behind < policy.incidents || organisations < policy.organisations || behind - largest < policy.remaining
    if (small && names.has(`N incident ${month.id}`)) questions.push({ name: `N incident ${month.id}`, margin: `N incident ${month.from.slice(0, 4)}`, threshold: policy.threshold })
  }
  for (const one of asked) {
    const counted = count({ id: 'x', unit: one.unit, by: [one.by], base: one.base })
    const several = one.base === 'answered'
    const occurring = counted.rows.map((row) => row.codes[0]!)
    // Categories that do not occur: the reader cannot know. Those that lie in the same merged rows of every table are told
    // apart by nobody, so one stands for all of them; where nobody has a list, the rests may hold more than is named.
    const printedTables = one.id === undefined ? [] : tablesOf(one.id)
    const known = lists[one.by]
    const rowHolds = ({ rows: list }: ProtectedTable, row: ProtectedTable['rows'][number], code: string): boolean => {
      if (row.members.length === 0) return false
      if (row.members.includes(code)) return true
      return row.codes[0] === 'other' && !list.some((other) => other.members.includes(code) || (other.members.length === 0 && other.codes[0] === code))
    }
    const rowsWith = (code: string): string => printedTables.flatMap((table, index) => table.rows.filter((row) => rowHolds(table, row, code)).map((row) => `${index}${row.codes[0]!}`)).join()
    const printedAlone = printedTables.flatMap(({ rows: list }) => list).filter(({ members }) => members.length === 0).map(({ codes: [code] }) => code!)
    const listed = [...new Set([...(known ?? ['(not in any list)']), ...printedTables.flatMap(({ rows: list }) => list.flatMap(({ members }) => members))])]
      .filter((code) => !notKnown.includes(code) && !occurring.includes(code) && !printedAlone.includes(code))
    const unseen = new Map((one.figures === undefined ? listed : []).map((code) => [`~${rowsWith(code)}`, code]))
    // A row that is printed and hidden may hold any number, also where it does not occur.
    const codes = [...new Set([
      ...occurring, ...printedAlone, ...Object.keys(one.figures ?? {}), ...answersOf(one.by), ...unseen.keys(),
    ])]
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
      for (const table of tablesOf(id)) for (const [index, period] of table.periods.entries()) fix(name(code, period), table.base[index]!)
    }
    for (const printed of printedTables) {
      for (const [index, period] of printed.periods.entries()) {
        fix(margin(period), printed.base[index]!)
        for (const row of printed.rows) {
          const cell = row.cells[index]!
          if (row.members.length === 0) fix(name(row.codes[0]!, period), cell)
          if (cell.state === 'band') say([[cell.denominator, name(row.codes[0]!, period)], [-cell.numerator, margin(period)]], '>=', 1)
          if (row.members.length === 0 || cell.state !== 'shown') continue
          const members = codes.filter((code) => rowHolds(printed, row, unseen.get(code) ?? code))
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
      const printedHere = tablesOf(one.id ?? Object.values(one.figures ?? {})[0]!).some((printed) => printed.periods.some(({ id }) => id === period.id))
      if ((within(period).length > 1 && !printedHere) || (whole.count > 0 && truth('not-asked', period).count === whole.count)) continue
      for (const code of codes.filter((candidate) => !notKnown.includes(candidate) && !shown(candidate, period))) {
        const cell = truth(code, period)
        const small = cell.count < threshold || cell.incidents < policy.incidents || cell.organisations < policy.organisations || cell.incidents - cell.largest < policy.remaining
        if (small) questions.push({ name: name(code, period), margin: margin(period), threshold })
        // That everybody has something that occurs nowhere is no attribute.
        if (whole.count - cell.count >= threshold || code.startsWith('~')) continue
        say([[1, `rest ${name(code, period)}`], [1, name(code, period)], [-1, margin(period)]], '=', 0)
        questions.push({ name: `rest ${name(code, period)}`, margin: margin(period), threshold })
      }
    }
  }
  // The police have been in contact with themselves, where that is so.
  const [bySector, byPolice] = (['sector', 'police-contacted'] as const).map((by) => count({ id: 'x', unit: 'incident', by: [by], base: 'all' }))
  for (const period of periods) {
    if (cellOf(bySector!, 'police', period).count <= cellOf(byPolice!, 'yes', period).count) say([[1, `incident police-contacted yes ${period.id}`], [-1, `incident sector police ${period.id}`]], '>=', 0)
  }
  // Who accepts is in contact, only those in contact are asked, and all of them, where that is so.
  for (const unit of ['incident', 'person'] as const) {
    const [accepting, contact] = (['accepted-support', 'support-contact'] as const).map((by) => count({ id: 'x', unit, by: [by], base: 'all' }))
    for (const period of periods) {
      const inContact = cellOf(contact!, 'yes', period).count
      const answers = ['yes', 'no', 'unknown'].filter((code) => code !== 'unknown' || names.has(`${unit} accepted-support unknown ${period.id}`))
      const asked = answers.reduce((sum, code) => sum + cellOf(accepting!, code, period).count, 0)
      const terms = answers.map((code): [number, string] => [-1, `${unit} accepted-support ${code} ${period.id}`])
      const inContactName: [number, string] = [1, `${unit} support-contact yes ${period.id}`]
      if (cellOf(accepting!, 'yes', period).count <= inContact) say([inContactName, [-1, `${unit} accepted-support yes ${period.id}`]], '>=', 0)
      if (asked <= inContact) say([inContactName, ...terms], '>=', 0)
      if (asked > 0 && asked === inContact) say([inContactName, ...terms], '=', 0)
    }
  }

  for (const [name, count] of Object.entries(told)) {
    if (!names.has(name)) throw new Error(`independent attack: no unknown ${name}`)
    fixed.set(v(name), count)
  }
  const leastOf = (name: string): number => (member !== undefined && amounts.all(name) >= amounts.own(name) ? amounts.own(name) : 0)
  const bounds = [...names].map(([word, name]) => (fixed.has(name) ? `${name} = ${fixed.get(name)}` : `${leastOf(word)} <= ${name} <= 100000`))
  // What any answer reached can be reached: most questions need no answer of their own.
  const reached = new Map<string, { low: number; high: number }>()
  const extreme = (name: string, sense: 'Minimize' | 'Maximize', enough: number): number => {
    const known = reached.get(v(name))
    if (known && (sense === 'Minimize' ? known.low <= enough : known.high >= enough)) return sense === 'Minimize' ? known.low : known.high
    const text = `${sense}\n obj: ${v(name)}\nSubject To\n${rows.map((row, index) => ` c${index}: ${row}`).join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`
    const solved = highs.solve(text, { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`independent attack: ${solved.Status}`)
    for (const [column, { Primal: value }] of Object.entries(solved.Columns)) {
      const range = reached.get(column) ?? { low: value, high: value }
      reached.set(column, { low: Math.min(range.low, value), high: Math.max(range.high, value) })
    }
    return solved.ObjectiveValue
  }
  const mosts = new Map<string, number>()
  const exposed: Exposure[] = []
  for (const { name, margin, threshold } of questions) {
    if (!mosts.has(margin)) mosts.set(margin, extreme(margin, 'Maximize', Infinity))
    if (member !== undefined) {
      const own = amounts.own(name)
      if (amounts.all(name) < own) continue
      const needed = own + Math.min(policy.remaining, Math.floor(mosts.get(margin)! + 1e-6) - amounts.own(margin))
      const [low, high] = [Math.ceil(extreme(name, 'Minimize', own + 1e-7) - 1e-6), Math.floor(extreme(name, 'Maximize', needed) + 1e-6)]
      if (low > own || high < needed) exposed.push({ cell: name, low: low - own, high: high - own, needed: needed - own })
      continue
    }
    const needed = Math.min(threshold, Math.floor(mosts.get(margin)! + 1e-6))
    const [low, high] = [Math.ceil(extreme(name, 'Minimize', 1e-7) - 1e-6), Math.floor(extreme(name, 'Maximize', needed) + 1e-6)]
    if (low > 0 || high < needed) exposed.push({ cell: name, low, high, needed })
  }
  return { exposed, asked: questions.length }
}

/** How many an input really has of each unknown, by its name; none of what does not occur. */
function amountsIn(input: CountInput, collection: { readonly from: string; readonly to: string }, lastYear: number, tables: readonly ProtectedTable[]): (name: string) => number {
  const years = yearPeriods(2017, lastYear, collection)
  const months = years.flatMap((year) => [1, 3, 6].flatMap((length) => partsOfYear(Number(year.id), length as 1, collection)))
  const all = { ...wholePeriod(2017, lastYear, collection), id: `2017-${lastYear}` }
  const periods = [...new Map([...years, all, ...tables.flatMap((table) => table.periods), ...months].map((period) => [period.id, period])).values()]
  const counted = new Map<string, CountTable>()
  const tableOf = (unit: Unit, by: Dimension | undefined, base: TableSpec['base']): CountTable => {
    const key = `${unit} ${by} ${base}`
    const found = counted.get(key) ?? countInMemory(input, [{ id: 'x', unit, by: by === undefined ? [] : [by], base }], periods, { collection, basis: 'occurred' })[0]!
    counted.set(key, found)
    return found
  }
  const amount = (name: string): number => {
    const words = name.split(' ')
    const at = periods.findIndex(({ id }) => id === words.at(-1))
    if (words[0] === 'N') return tableOf(words[1] as Unit, undefined, 'all').base[at]!.count
    if (words[0] === 'again') return amount(`N person-occurrence ${words[1]}`) - amount(`N person ${words[1]}`)
    if (words[0] === 'years') return words[1]!.split('+').reduce((sum, part) => sum + amount(`N person ${part}`), 0) - amount(`N person ${words[2]}`)
    if (words[0] === 'A') return tableOf('incident', words[1] as Dimension, 'answered').base[at]!.count
    if (words[0] === 'rest') {
      const [, ofUnit, ofBy] = words as [string, Unit, Dimension]
      const own = asked.find((one) => one.unit === ofUnit && one.by === ofBy)!
      return tableOf(ofUnit, own.base === 'answered' ? ofBy : undefined, own.base).base[at]!.count - amount(words.slice(1).join(' '))
    }
    const [unit, by] = words as [Unit, Dimension]
    const { base } = asked.find((one) => one.unit === unit && one.by === by)!
    return tableOf(unit, by, base).rows.find(({ codes }) => codes[0] === words[2])?.cells[at]!.count ?? 0
  }
  return amount
}
