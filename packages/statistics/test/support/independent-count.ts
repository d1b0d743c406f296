// A third count, written apart from both executors and without their helpers: slow, plain, one cell at a time.
import type { Incident, PersonGroup } from '@lykta/incident'
import type { Basis, Collection, CountInput, Dimension, Period, TableSpec } from '@lykta/statistics'
import { independentEvents, largest, type PlainEvent } from './independent-joins.ts'

export type PlainCell = { count: number; atLeast: boolean; incidents: number; organisations: number; largest: number }

type Seen = { incident: number; organisations: readonly string[] }
/** A unit as it stands in the table: how many, where, and in which incidents it was seen. */
type Item = { count: number; atLeast: boolean; codes: Partial<Record<Dimension, string[]>>; seen: Seen[]; isNumber: boolean }

export function independentCount(input: CountInput, spec: TableSpec, period: Period, collection: Collection, basis: Basis): { base: PlainCell; rows: Map<string, PlainCell> } {
  const mayJoin = ({ occurred, reportedOn }: Incident): boolean =>
    (basis === 'reported' ? collection.from <= reportedOn : collection.from <= occurred.to && occurred.from.slice(0, 4) >= collection.from.slice(0, 4))
  const inside = independentEvents(input.incidents, input.links ?? [], mayJoin).map((event, index) => ({ ...event, index })).filter(({ answers }) => {
    const from = basis === 'occurred' ? answers.occurred.from : answers.reportedOn
    const to = basis === 'occurred' ? answers.occurred.to : answers.reportedOn
    return to >= collection.from && from >= period.from && to <= period.to
  })
  const items = itemsOf(input, spec, period, collection, inside)
  const where = Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][]
  const kept = items.filter((item) => where.every(([dimension, codes]) => item.codes[dimension]!.some((code) => codes.includes(code))))
  const dimension = spec.by[0]
  const answered = dimension !== undefined && spec.base === 'answered'
  const known = (item: Item): string[] => item.codes[dimension!]!.filter((code) => !answered || !['unknown', 'not-asked', 'conflicting'].includes(code))
  const based = answered ? kept.filter((item) => known(item).length > 0) : kept
  const openNumber = spec.where === undefined && spec.base === 'all' && (spec.unit === 'person' || spec.unit === 'person-occurrence')
    && inside.some(({ answers }) => answers.persons.length === 0)

  const parts = new Map<string, [Item, number, boolean][]>()
  if (dimension !== undefined) {
    for (const item of based) {
      for (const [code, count, atLeast] of split(item, known(item), spec)) {
        const keys = spec.by.length === 2 ? item.codes[spec.by[1]]!.map((other) => `${code}/${other}`) : [code]
        for (const key of keys) parts.set(key, [...(parts.get(key) ?? []), [item, count, atLeast]])
      }
    }
  }
  const base = cell(based.map((item) => [item, item.count, item.atLeast]))
  if (openNumber) base.atLeast = true
  const rows = new Map([...parts].map(([key, list]) => [key, cell(list)]))
  return { base, rows: new Map([...rows].filter(([, { count, atLeast }]) => count > 0 || atLeast)) }
}

function split(item: Item, codes: string[], spec: TableSpec): [string, number, boolean][] {
  const name = (code: string): string => spec.groups?.find((group) => group.members.includes(code))?.code ?? code
  const targets = [...new Set(codes.map(name))]
  if (targets.length === 1 || !item.isNumber) return targets.map((target) => [target, item.count, item.atLeast])
  const rest = Math.max(0, item.count - codes.length)
  const list: [string, number, boolean][] = targets.map((target) => {
    const own = codes.filter((code) => name(code) === target).length
    return [target, item.count < own ? item.count : own, item.atLeast || rest > 0]
  })
  return rest > 0 || item.atLeast ? [...list, ['distribution-not-known', rest, item.atLeast]] : list
}

function cell(list: [Item, number, boolean][]): PlainCell {
  const seen = new Map<number, readonly string[]>()
  for (const [item] of list) for (const { incident, organisations } of item.seen) seen.set(incident, organisations)
  const byOrganisation = new Map<string, number>()
  for (const organisation of [...seen.values()].flatMap((several) => [...new Set(several)])) byOrganisation.set(organisation, (byOrganisation.get(organisation) ?? 0) + 1)
  return {
    count: list.reduce((sum, [, count]) => sum + count, 0),
    atLeast: list.some(([, , atLeast]) => atLeast),
    incidents: seen.size,
    organisations: byOrganisation.size,
    largest: Math.max(0, ...byOrganisation.values()),
  }
}

type Inside = PlainEvent & { readonly index: number }

function itemsOf(input: CountInput, spec: TableSpec, period: Period, collection: Collection, inside: Inside[]): Item[] {
  const sight = ({ organisations, index }: Inside): Seen => ({ incident: index, organisations })
  if (spec.unit === 'incident') {
    return inside.map((incident) => ({ count: 1, atLeast: false, codes: incidentCodes(input, incident.answers), seen: [sight(incident)], isNumber: false }))
  }
  if (spec.unit === 'organisation') return organisations(input, period, collection, inside)
  if (spec.unit === 'perpetrator' || spec.unit === 'police-report') {
    return inside.flatMap((incident) => {
      const { buyers, procurers, otherPerpetrators, policeReports } = incident.answers
      const numbers = spec.unit === 'police-report' ? [['all', policeReports]] as const : [['buyer', buyers], ['procurer', procurers], ['other', otherPerpetrators]] as const
      return numbers.map(([role, number]) => ({
        count: number?.count ?? 0, atLeast: number?.atLeast ?? true, codes: { role: [role] },
        seen: number && (number.count > 0 || number.atLeast) ? [sight(incident)] : [], isNumber: false,
      }))
    })
  }
  if (spec.unit === 'person-occurrence') {
    return inside.flatMap((event) => event.occurrences.map((groups) => personItem([...groups], [sight(event)]))).filter((item) => item.count > 0 || item.atLeast)
  }
  const entries = inside.flatMap((incident) => incident.answers.persons.map((group) => ({ group, seen: sight(incident) })))
    .filter(({ group: { count } }) => count.count > 0 || count.atLeast)
  const alone = entries.filter(({ group }) => group.personRef === null)
  const refs = [...new Set(entries.flatMap(({ group }) => group.personRef ?? []))]
  return [...alone.map((entry) => [entry]), ...refs.map((ref) => entries.filter(({ group }) => group.personRef === ref))]
    .map((same) => personItem(same.map(({ group }) => group), same.map(({ seen }) => seen)))
    .filter((item) => item.count > 0 || item.atLeast)
}

function personItem(groups: PersonGroup[], seen: Seen[]): Item {
  const agreed = (values: string[]): string => {
    const said = values.filter((value) => value !== 'unknown')
    if (said.length === 0) return 'unknown'
    return said.every((value) => value === said[0]) ? said[0]! : 'conflicting'
  }
  return {
    ...largest(groups.map(({ count }) => count))!,
    codes: {
      sex: [agreed(groups.map(({ sex }) => sex))],
      'age-group': [agreed(groups.map(({ ageGroup }) => ageGroup))],
      nationality: [...new Set(groups.flatMap(({ nationalities }) => nationalities))],
      'support-contact': [strongest(groups.map((group) => group.supportContact))],
      'support-offered': [strongest(groups.map((group) => group.supportOffered))],
      'accepted-support': [strongest(groups.map((group) => group.acceptedSupport))],
    },
    seen,
    isNumber: true,
  }
}

function strongest(said: (string | null)[]): string {
  return said.includes('yes') ? 'yes' : said.includes('unknown') ? 'unknown' : said.includes('no') ? 'no' : 'not-asked'
}

function incidentCodes(input: CountInput, answers: Incident): Item['codes'] {
  const real = answers.persons.filter(({ count }) => count.count > 0 || count.atLeast)
  const said = (number: unknown): string => (number === null ? 'unknown' : 'known')
  const { buyers, procurers, otherPerpetrators } = answers
  return {
    exploitation: [answers.exploitation],
    'place-type': [answers.placeType],
    sector: [input.organisations.find(({ id }) => id === answers.reportedBy)!.sector],
    indicator: [...(answers.indicators ?? [])],
    'indicator-category': [...new Set((answers.indicators ?? []).map((id) => id.split('.')[0]!))],
    'police-contacted': [answers.policeContacted],
    nationality: [...new Set(real.flatMap(({ nationalities }) => nationalities))],
    'support-contact': [strongest(real.map((group) => group.supportContact))],
    'support-offered': [strongest(real.map((group) => group.supportOffered))],
    'accepted-support': [strongest(real.map((group) => group.acceptedSupport))],
    'persons-known': [answers.persons.length > 0 ? 'known' : 'unknown'],
    'buyers-known': [said(buyers)],
    'procurers-known': [said(procurers)],
    'other-perpetrators-known': [said(otherPerpetrators)],
    'perpetrators-known': [buyers && procurers && otherPerpetrators ? 'known' : 'unknown'],
    'police-reports-known': [said(answers.policeReports)],
  }
}

function organisations(input: CountInput, period: Period, collection: Collection, inside: Inside[]): Item[] {
  const days = [period.from, collection.from].sort()[1]!
  const end = [period.to, collection.to].sort()[0]!
  if (days > end) return []
  return input.organisations.map(({ id, joined, left, sector }) => {
    const membership: string[] = []
    if (joined !== null && joined <= end && (left === null || left >= days)) membership.push('member')
    if (joined !== null && joined <= end && (left === null || left >= end)) membership.push('at-end')
    if (inside.some((event) => event.organisations.includes(id))) membership.push('reported')
    return { count: 1, atLeast: false, codes: { membership, sector: [sector] }, seen: [], isNumber: false }
  })
}
