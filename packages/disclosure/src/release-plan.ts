// What is published by year and what by block, fixed before anything is counted.
import {
  type Dimension, type MeasureSpec, measures, severalAnswerDimensions, specsOf, type TableSpec, type Unit,
} from '@lykta/statistics'
import type { Policy } from './policy.ts'

export type Release =
  /** Every year of the edition, neighbouring years merged where one is too small. */
  | 'year'
  /** The latest full block of years, as one period. */
  | 'block'
  /** Months, quarters or half-years of the edition's last year, or that year. */
  | 'part-of-year'

/** One cell of a table, published under an id of its own ("personsInContact" is the row "yes"). */
export type Figure = {
  readonly id: string
  /** The row's code; null for the total. */
  readonly code: string | null
}

export type PlannedPart = {
  /** Without filter and groups: the audit must know all rows, also those that are never printed. */
  readonly spec: TableSpec
  readonly figures: 'rows' | readonly Figure[]
}

/** Parts of one planned table always share their periods: a figure and the number of unknowns beside it. */
export type PlannedTable = {
  readonly id: string
  readonly release: Release
  readonly parts: readonly PlannedPart[]
  /** True when it harms nobody that everybody is known to have the attribute (docs/disclosure.md). */
  readonly harmless: boolean
  /** True where two persons have decided so: its rows stand or are hidden, and none are merged. */
  readonly apart?: boolean
}

/** The order is that of importance: what must give way is taken from the end. */
export type ReleasePlan = {
  readonly id: string
  readonly blockYears: number
  readonly tables: readonly PlannedTable[]
}

/** The release plan of docs/disclosure.md. Where the policy allows crosses, sex and age are one table. */
export function defaultPlan(policy: Policy): ReleasePlan {
  const block = (id: string, unit: Unit, by: TableSpec['by'], base: TableSpec['base'] = 'all'): PlannedTable => rows('block', { id, unit, by, base })
  return {
    id: policy.crosses ? 'annual-crossed-1' : 'annual-1',
    blockYears: 3,
    tables: [
      figures('incidents', ['incidents']),
      figures('persons', ['persons']),
      figures('participants', ['participants']),
      figures('police', ['policeContacted']),
      figures('contact', ['personsInContact', 'incidentsInContact']),
      figures('acceptance', ['incidentsAccepting', 'personsAccepting']),
      figures('perpetrators', ['perpetrators', 'buyers', 'procurers', 'otherPerpetrators']),
      rows('year', { id: 'indicators', unit: 'incident', by: ['indicator'], base: 'answered' }),
      block('exploitation', 'incident', ['exploitation']),
      block('nationalityIncidents', 'incident', ['nationality'], 'answered'),
      ...(policy.crosses
        ? [block('sexAge', 'person', ['sex', 'age-group'])]
        : [block('sex', 'person', ['sex']), block('ageGroup', 'person', ['age-group'])]),
      block('placeType', 'incident', ['place-type']),
      block('sector', 'incident', ['sector']),
      figures('policeReports', ['policeReports']),
      figures('offered', ['incidentsOffered']),
      {
        id: 'months',
        release: 'part-of-year',
        parts: [{ spec: { id: 'months', unit: 'incident', by: [], base: 'all' }, figures: [{ id: 'months', code: null }] }],
        harmless: true,
      },
    ],
  }
}

/** The same plan with the rows of one table kept apart, which its id tells. */
export function keepApart(plan: ReleasePlan, table: string): ReleasePlan {
  return { ...plan, id: `${plan.id}-apart-${table}`, tables: plan.tables.map((planned) => (planned.id === table ? { ...planned, apart: true } : planned)) }
}

function rows(release: Release, spec: TableSpec): PlannedTable {
  return { id: spec.id, release, parts: [{ spec, figures: 'rows' }], harmless: false }
}

/** Headline figures with all that stands beside them, by year. */
function figures(id: string, ids: readonly string[]): PlannedTable {
  return { id, release: 'year', parts: partsOf(ids.map(getMeasure)), harmless: false }
}

function getMeasure(id: string): MeasureSpec {
  const measure = measures.find((candidate) => candidate.id === id)
  if (!measure) throw new Error(`release plan: no measure ${id}`)
  return measure
}

/** A filtered total is a row of the table by the dimension that it filters on. */
function partsOf(list: readonly MeasureSpec[]): readonly PlannedPart[] {
  const parts = new Map<string, { readonly spec: TableSpec; readonly figures: Figure[] }>()
  for (const spec of list.flatMap(specsOf)) {
    const [filter, ...more] = Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][]
    const code = filter?.[1][0] ?? null
    if (more.length > 0 || (filter && filter[1].length !== 1)) throw new Error(`release plan: ${spec.id} filters on more than one code`)
    const table: TableSpec = filter
      ? { id: `${spec.unit}.${filter[0]}`, unit: spec.unit, by: [filter[0]], base: 'all' }
      : { id: spec.id, unit: spec.unit, by: [], base: 'all' }
    const part = parts.get(table.id) ?? { spec: table, figures: [] }
    part.figures.push({ id: spec.id, code })
    parts.set(table.id, part)
  }
  return [...parts.values()]
}

/** Throws when a plan contradicts itself or the policy: a defect of the plan, not of the data. */
export function checkPlan(plan: ReleasePlan, policy: Policy): void {
  const refuse = (id: string, why: string): never => {
    throw new Error(`release plan ${plan.id}, ${id}: ${why}`)
  }
  const seen = new Set<string>()
  const crossed = new Set(plan.tables.flatMap(({ parts }) => parts.flatMap(({ spec }) => (spec.by.length > 1 ? spec.by.map((dimension) => `${spec.unit} by ${dimension}`) : []))))
  for (const { id, release, parts } of plan.tables) {
    for (const { spec, figures: printed } of parts) {
      const name = `${spec.unit} by ${spec.by.join(' and ')}`
      if (spec.where || spec.groups) refuse(id, 'a planned table has neither filter nor groups')
      if (spec.by.length > 0 && seen.has(name)) refuse(id, `${name} is published twice`)
      seen.add(name)
      if (crossed.has(name)) refuse(id, `${name} follows from a cross that is published too`)
      if (spec.by.length > 1 && !policy.crosses) refuse(id, 'the policy allows no cross')
      if (spec.by.some((dimension) => policy.sensitiveDimensions.includes(dimension)) && release !== 'block') {
        refuse(id, 'a sensitive dimension is published by block only')
      }
      if (release === 'part-of-year' && (spec.by.length > 0 || parts.length > 1)) refuse(id, 'parts of a year are of one total')
      if (printed === 'rows' ? spec.by.length === 0 : spec.by.length > 1) refuse(id, 'figures are of one dimension, rows of one or two')
    }
  }
}

/** One unit may stand in several rows. */
export function hasSeveralAnswers(spec: TableSpec): boolean {
  return spec.by.length === 1 && severalAnswerDimensions.includes(spec.by[0])
}
