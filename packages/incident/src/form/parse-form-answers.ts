// From the answers of a form to the record, or every problem at its question; the same on the device and on the server.
import { catalogueOf, type OwnIndicator } from '../catalogue/catalogue.ts'
import type { CivilDate, Occurrence } from '../civil-date.ts'
import { channels, exploitations, placeTypes } from '../codes.ts'
import { maxTextLength } from '../import/limits.ts'
import type { ConcernReport, Id, Incident, Network, Organisation, PersonGroup } from '../incident.ts'
import type { Problem } from '../problem.ts'
import { isOwnQuestionId, type OwnQuestion } from '../questions/own-question.ts'
import { readOwnAnswers } from '../questions/read-own-answers.ts'
import type { FormVersion } from './form-version.ts'
import { questionsOf } from './form-words.ts'
import { collectFormProblems, type FormProblems } from './problems/form-problem.ts'
import { type Fields, openFields } from './read/fields.ts'
import { type Read, readAsked, readChoice, readCount, readDay, readFlag, readLine, readList, readOrganisation } from './read/read-answers.ts'
import { readOccurred, unknownOccurrence } from './read/read-occurred.ts'
import { readPersons } from './read/read-persons.ts'

export type FormContext = {
  readonly form: FormVersion
  /** In the network's time zone. */
  readonly today: CivilDate
  /** Where the answers do not say on which day it was reported; else today. Not after today. */
  readonly reportedOn?: CivilDate
  readonly network: Pick<Network, 'collectionStart'>
  readonly organisations: readonly Organisation[]
  /** Of whoever fills the form in; null when they belong to none, and must name the source's. */
  readonly reporterOrganisation: Id | null
  readonly ownIndicators: readonly OwnIndicator[]
  /** All of them, ended ones too. */
  readonly ownQuestions?: readonly OwnQuestion[]
}

export type ParsedForm = { readonly incident: Incident } | { readonly problems: readonly Problem[] }

/** Takes any JSON value, and never throws on one. Nothing need be answered. */
export function parseFormAnswers(answers: unknown, context: FormContext): ParsedForm {
  const problems = collectFormProblems()
  const fields = openFields(answers, problems)
  if (!fields) problems.add('form.not-answers', {})
  const incident = fields && parseFields(fields, context, problems)
  return incident && problems.list().length === 0 ? { incident } : { problems: problems.list() }
}

function parseFields(fields: Fields, context: FormContext, problems: FormProblems): Incident | undefined {
  const { top, ofGroup } = idsOf(context.form)
  const ownQuestions = context.ownQuestions ?? []
  checkIds(fields, new Set([...top, ...ownQuestions.map(({ id }) => id)]), problems)
  const organisations = new Set(context.organisations.map(({ id }) => id))
  const catalogue = new Set(catalogueOf(context.ownIndicators).map(({ id }) => id))

  const given = readDay(fields, 'reportedOn', context.today)
  const reportedOn = given === null ? (context.reportedOn ?? context.today) : given
  const when = readOccurred(fields, context.today)
  const occurred = when === null && reportedOn !== undefined ? unknownOccurrence(context.network.collectionStart, reportedOn) : (when ?? undefined)
  if (occurred && reportedOn !== undefined && occurred.from > reportedOn) {
    fields.report(given === null ? 'occurred' : 'reportedOn', 'form.occurred-after-reported', { reported: reportedOn })
  }
  const source = readSource(fields, context, organisations, occurred, reportedOn)
  const indicators = fields.notAsked('indicators') ? null : readList(fields, 'indicators', 'form.indicator-unknown', (id) => catalogue.has(id))
  const placeType = readChoice(fields, 'placeType', placeTypes)
  const area = readLine(fields, 'area', maxTextLength)
  const exploitation = readChoice(fields, 'exploitation', exploitations)
  const policeContacted = readChoice(fields, 'policeContacted', ['yes', 'no'])
  const policeReports = readCount(fields, 'policeReports')
  const buyers = readCount(fields, 'buyers')
  const procurers = readCount(fields, 'procurers')
  const otherPerpetrators = readCount(fields, 'otherPerpetrators')
  const persons = readPersons(fields, { today: context.today, organisations, fields: ofGroup, problems })
  const channel = fields.notAsked('channel') ? null : readChannel(fields)
  const own = readOwnAnswers(fields, ownQuestions)
  const concernReport = readConcernReport(fields, persons ?? [], context.today)
  if (
    reportedOn === undefined || !occurred || !source || indicators === undefined || placeType === undefined || area === undefined ||
    exploitation === undefined || policeContacted === undefined || policeReports === undefined || buyers === undefined ||
    procurers === undefined || otherPerpetrators === undefined || !persons || channel === undefined || concernReport === undefined || own === undefined
  ) return undefined
  return {
    occurred, reportedOn, ...source, placeType, area, exploitation, indicators, policeContacted, policeReports,
    buyers, procurers, otherPerpetrators, persons,
    ...(channel === null ? {} : { channel }),
    ...(concernReport === null ? {} : { concernReport }),
    ...(Object.keys(own).length === 0 ? {} : { own }),
  }
}

/** What may be answered: at the top, and in each group. */
function idsOf(form: FormVersion): { readonly top: ReadonlySet<string>; readonly ofGroup: ReadonlySet<string> } {
  const all = questionsOf(form)
  const ofGroup = new Set([...all.flatMap((question) => (question.kind === 'groups' ? question.fields.map(({ id }) => id) : [])), 'personRef'])
  const top = all.filter((question) => !ofGroup.has(question.id) && question.kind !== 'sealed-text' && !(question.kind === 'groups' && question.rowsOf !== undefined))
  return { top: new Set([...top.map(({ id }) => id), 'external']), ofGroup }
}

function checkIds(fields: Fields, known: ReadonlySet<string>, problems: FormProblems): void {
  if (fields.ids.includes('reason')) fields.report('reason', 'form.reason-in-clear', {})
  if (fields.ids.some((id) => isOwnQuestionId(id) && !known.has(id))) problems.add('form.own-question-unknown', {})
  // Without a place: what stands there in a question's stead may be anything.
  if (fields.ids.some((id) => !known.has(id) && id !== 'reason' && !isOwnQuestionId(id))) problems.add('form.question-unknown', {})
}

function readChannel(fields: Fields): Read<NonNullable<Incident['channel']>> {
  const channel = readChoice(fields, 'channel', channels)
  return channel === 'unknown' ? 'form' : channel
}

/** Whose it is. Where nothing is said, an organisation that was a member on no day from the event to the report is a source outside. */
function readSource(
  fields: Fields, context: FormContext, known: ReadonlySet<string>, occurred: Occurrence | undefined, reportedOn: CivilDate | undefined,
): Read<Pick<Incident, 'reportedBy' | 'external'>> {
  const named = readOrganisation(fields, 'reportedBy', known)
  const said = readFlag(fields, 'external')
  const reportedBy = named === null ? context.reporterOrganisation : named
  if (reportedBy === null) return fields.report('reportedBy', 'form.source-missing', {})
  if (reportedBy === undefined || said === undefined || !occurred || reportedOn === undefined) return undefined
  const { joined = null, left = null } = context.organisations.find(({ id }) => id === reportedBy) ?? {}
  const member = joined !== null && joined <= reportedOn && (left === null || left >= occurred.from)
  if (said === false && !member) return fields.report('reportedBy', 'form.source-not-member', {})
  return { reportedBy, external: said ?? !member }
}

/** Null where it was not asked: nobody was said to be a minor, and nothing was answered. */
function readConcernReport(fields: Fields, persons: readonly PersonGroup[], today: CivilDate): Read<ConcernReport | null> {
  const made = readAsked(fields, 'concernReport', persons.some(({ ageGroup }) => ageGroup === 'minor'))
  const on = readDay(fields, 'concernReportOn', today)
  if (made === undefined || on === undefined) return undefined
  if (on !== null && made !== 'yes') return fields.report('concernReportOn', 'form.concern-date-without-report', {})
  return made === null ? null : { made, on }
}
