// Rows of the incidents table; the persons of each come from a table of their own.
import type { CivilDate, Occurrence } from '../civil-date.ts'
import type { Place } from '../problem.ts'
import type { ImportedAnswers, ImportedIncident } from './bundle.ts'
import type { Problems } from './collect-problems.ts'
import { maxListLength, maxReasonLength } from './limits.ts'
import { found, openRows, readName, readRequiredName } from './open-rows.ts'
import type { Row } from './open-rows.ts'
import type { KnownOrganisation } from './parse-organisations.ts'
import { readCode, readDay, readOccurrence, readQuantity, required } from './read-values.ts'
import type { Table } from './recognise-tables.ts'

export type IncidentContext = {
  readonly today: CivilDate
  readonly organisations: ReadonlyMap<string, KnownOrganisation>
  readonly indicatorIds: ReadonlySet<string>
}

export type IncidentWithoutPersons = Omit<ImportedIncident, 'answers'> & { readonly answers: Omit<ImportedAnswers, 'persons'> }

export type ParsedIncidents = {
  /** In the order of the file; rows with errors are left out. */
  readonly incidents: readonly IncidentWithoutPersons[]
  /** Every reference of the file, with the first day of the occurrence if it could be read. */
  readonly occurredFrom: ReadonlyMap<string, CivilDate | undefined>
  /** Where each reference stands. */
  readonly placeOf: ReadonlyMap<string, Place>
}

export function parseIncidents(
  table: Table & { readonly id: 'incidents' }, context: IncidentContext, problems: Problems,
): ParsedIncidents {
  const incidents: IncidentWithoutPersons[] = []
  const occurredFrom = new Map<string, CivilDate | undefined>()
  const placeOf = new Map<string, Place & { readonly row: number }>()
  const column = table.columns.get('ref')?.header ?? ''
  for (const row of openRows(table, problems)) {
    const externalRef = readRequiredName(row, 'ref')
    const occurred = required(row, 'occurred', readOccurrence(row, 'occurred', context.today))
    const incident = parseIncident(row, externalRef, occurred, context)
    if (externalRef === undefined) continue
    const first = placeOf.get(externalRef)?.row
    if (first !== undefined) {
      row.report('ref', 'import.ref-twice', { ...found(externalRef), row: first })
      continue
    }
    placeOf.set(externalRef, { file: row.file, row: row.number, ...(column === '' ? {} : { column }) })
    occurredFrom.set(externalRef, occurred?.from)
    if (incident) incidents.push(incident)
  }
  return { incidents, occurredFrom, placeOf }
}

function parseIncident(
  row: Row<'incidents'>, externalRef: string | undefined, occurred: Occurrence | undefined, context: IncidentContext,
): IncidentWithoutPersons | undefined {
  const reportedOn = required(row, 'reported', readDay(row, 'reported', context.today))
  const reporterCode = readReporter(row, context.organisations)
  const external = readExternal(row)
  const placeType = readCode(row, 'placeType', 'placeType')
  const area = readName(row, 'area')
  const exploitation = readCode(row, 'exploitation', 'exploitation')
  const indicators = readIndicators(row, context.indicatorIds)
  const reason = row.prose('reason', maxReasonLength)
  const policeContacted = readCode(row, 'policeContacted', 'answer')
  const policeReports = readQuantity(row, 'policeReports')
  const buyers = readQuantity(row, 'buyers')
  const procurers = readQuantity(row, 'procurers')
  const otherPerpetrators = readQuantity(row, 'otherPerpetrators')
  if (occurred && reportedOn) {
    if (reportedOn < occurred.from) {
      row.report('reported', 'import.reported-before-occurred', { ...found(reportedOn), occurred: row.text('occurred') ?? '' })
    } else if (reporterCode !== undefined && external !== undefined) {
      checkMembership(row, reporterCode, external, { from: occurred.from, to: reportedOn }, context.organisations)
    }
  }
  if (
    externalRef === undefined || !occurred || reportedOn === undefined || reporterCode === undefined || external === undefined ||
    placeType === undefined || area === undefined || exploitation === undefined || indicators === undefined ||
    reason === undefined || policeContacted === undefined || policeReports === undefined || buyers === undefined ||
    procurers === undefined || otherPerpetrators === undefined
  ) return undefined
  return {
    externalRef,
    reporterCode,
    answers: {
      occurred, reportedOn, external,
      placeType: placeType ?? 'unknown',
      area: area === '' ? null : area,
      exploitation: exploitation ?? 'unknown',
      indicators,
      policeContacted: policeContacted ?? 'unknown',
      policeReports, buyers, procurers, otherPerpetrators,
    },
    reason: reason === '' ? null : reason,
  }
}

function readReporter(row: Row<'incidents'>, organisations: ReadonlyMap<string, KnownOrganisation>): string | undefined {
  const code = readRequiredName(row, 'reporter')
  if (code === undefined || organisations.has(code)) return code
  row.report('reporter', 'import.organisation-unknown', { ...found(code), near: row.near(code, organisations.keys()) })
  return undefined
}

/** Whether the source is outside the network; without either column, or in an empty cell, it is a member. */
function readExternal(row: Row<'incidents'>): boolean | undefined {
  const answer = row.has('external') ? readCode(row, 'external', 'yesNo') : readCode(row, 'source', 'source')
  return answer === undefined ? undefined : answer === 'yes' || answer === 'external'
}

/** Null when the row's sheet has no such column: then nobody was asked. */
function readIndicators(row: Row<'incidents'>, known: ReadonlySet<string>): readonly string[] | null | undefined {
  if (!row.has('indicators')) return null
  const text = row.text('indicators', maxListLength)
  if (text === undefined) return undefined
  const ids = [...new Set(text.split('|').map((id) => id.trim()).filter((id) => id !== ''))].sort()
  const unknown = ids.filter((id) => !known.has(id))
  for (const id of unknown) row.report('indicators', 'import.indicator-unknown', { ...found(id), near: nearIndicator(row, id, known) })
  return unknown.length > 0 ? undefined : ids
}

/** By the whole id, else by what follows its category: people write "many-phones" for "sexual.many-phones". */
function nearIndicator(row: Row<'incidents'>, written: string, known: ReadonlySet<string>): string {
  const whole = row.near(written, known)
  if (whole !== '') return whole
  const nameOf = (id: string) => id.slice(id.indexOf('.') + 1)
  const name = row.near(nameOf(written), [...known].map(nameOf))
  return name === '' ? '' : [...known].find((id) => nameOf(id) === name) ?? ''
}

/** An organisation that was a member on no day from the occurrence to the report can hardly have reported it as one. */
function checkMembership(
  row: Row<'incidents'>, code: string, external: boolean, span: { readonly from: CivilDate; readonly to: CivilDate },
  organisations: ReadonlyMap<string, KnownOrganisation>,
): void {
  const membership = organisations.get(code)?.membership
  if (!membership) return
  const { joined, left } = membership
  if (joined !== null && joined <= span.to && (left === null || left >= span.from)) return
  row[external ? 'warn' : 'report']('reporter', 'import.reporter-not-member', { ...found(code), ...span })
}
