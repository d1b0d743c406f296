// One more event of a case, stored once however often it arrives; a police report reaches the incident's own number with it.
import { type CaseAct, type CaseEvent, contactedAsSaid, findCaseProblem, foldCase, type Id, type Incident, noteContent, problem, ProblemError, withoutReportFiled, withReportFiled } from '@lykta/incident'
import {
  appendCaseEvents, appendRevisions, findIncident, findReference, findRevision, getNetwork, holdIncidents, type NewCaseEvent, readCases, readCasesOfIncidents, readHistory, readOrganisations, type ReadTransaction, type StoredCase, write,
  type WriteTransaction,
} from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import { changingScope } from '../../access/scope.ts'
import type { NewCaseAct, NewCaseEventRequest } from '../../api/case-types.ts'
import type { Desk } from '../desk.ts'
import { readEntryBasis } from '../entry-basis.ts'
import { findOwnIncident } from '../find-own-incident.ts'
import { readChain } from '../network-settings.ts'
import { receiveSealed } from '../receive-sealed.ts'
import { findCase } from './find-case.ts'

export type AddedEvent = {
  readonly act: CaseAct
  /** False when it was there already. */
  readonly stored: boolean
}

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}
/** Which incidents belong to a case, and whether it is closed, is the coordinator's. */
const managing: readonly CaseAct['kind'][] = ['join', 'leave', 'close', 'reopen']

/** Ends a write that has nothing to write. */
class Nothing extends Error {
  readonly value: AddedEvent | undefined
  constructor(value: AddedEvent | undefined) {
    super('nothing to write')
    this.value = value
  }
}

/** Undefined when there is no such case or incident for the caller, or it is not hers to say. */
export async function addCaseEvent(desk: Desk, caller: CallerOf, ref: string, sent: NewCaseEventRequest): Promise<AddedEvent | undefined> {
  if (managing.includes(sent.act.kind) && caller.role !== 'coordinator') return undefined
  try {
    const { value } = await write(desk.register, desk.context, { action: `case.${sent.act.kind}`, object: `event:${sent.id}` }, async (transaction) => {
      const id = await findCase(transaction, ref)
      const [stored] = id === undefined ? [] : await readCases(transaction, [id])
      const act = stored && (await actOf(transaction, sent.act))
      if (!act) throw new Nothing(undefined)
      const there = stored.events.find((event) => event.id === sent.id)
      if (there) throw new Nothing(isSame(there, act, desk.context.member) ? { act, stored: false } : refuse('incident.id-taken'))
      await checkAct(desk, transaction, caller, stored, act)
      await followPoliceReports(transaction, caller, stored, act)
      await appendCaseEvents(transaction, stored.id, [await eventOf(desk, transaction, stored.id, sent, act)])
      return { act, stored: true }
    })
    return value
  } catch (error) {
    if (error instanceof Nothing) return error.value
    throw error
  }
}

async function checkAct(desk: Desk, transaction: WriteTransaction, caller: CallerOf, { events }: StoredCase, act: CaseAct): Promise<void> {
  const { position } = await getNetwork(transaction)
  const organisations = new Set((await readOrganisations(transaction, position)).map(({ organisation }) => organisation.id))
  const found = findCaseProblem(act, { events, state: foldCase(events), steps: await readChain(transaction), organisations, today: desk.today() })
  if (found) refuse(found)
  if (act.kind === 'join') {
    await holdIncidents(transaction, [act.incident])
    if ((await readCasesOfIncidents(transaction, [act.incident])).size > 0) refuse('case.incident-taken')
  }
  // What another wrote down is the coordinator's to take back.
  if (act.kind === 'void' && caller.role !== 'coordinator' && events.find(({ id }) => id === act.event)?.author !== caller.id) throw new Nothing(undefined)
}

/** By ids instead of references; undefined when the incident is not there. */
async function actOf(transaction: ReadTransaction, act: NewCaseAct): Promise<CaseAct | undefined> {
  if (!('incident' in act)) return act
  const ref = findReference(act.incident)
  const incident = ref === undefined ? undefined : await findIncident(transaction, { ref })
  return incident && { ...act, incident: incident.id }
}

async function eventOf(desk: Desk, transaction: WriteTransaction, of: Id, { id, sealed, createdAt }: NewCaseEventRequest, act: CaseAct): Promise<NewCaseEvent> {
  if (act.kind !== 'note') return { id, act, at: new Date().toISOString() }
  const entry = await readEntryBasis(desk.register, transaction)
  const answers = noteContent({ case: of, note: id, replaces: act.replaces })
  const note = receiveSealed({ ...sealed!, sealedId: id }, entry, { answers, createdAt, author: desk.context.member })
  return { id, act, note, at: createdAt }
}

/** One that is not counted yet, or that was counted with the event that is taken back, makes a revision of the incident. */
async function followPoliceReports(transaction: WriteTransaction, caller: CallerOf, { events }: StoredCase, act: CaseAct): Promise<void> {
  const target = act.kind === 'void' ? events.find(({ id }) => id === act.event)?.act : act
  if (target?.kind !== 'police-report' || target.counted) return
  const found = await findIncident(transaction, { id: target.incident })
  if (!found || !(await findOwnIncident(transaction, caller, found.ref, changingScope(caller)))) throw new Nothing(undefined)
  const base = (await findRevision(transaction, target.incident))!
  const before = JSON.parse(base.answers) as Incident
  const answers = act.kind === 'void'
    ? withoutReportFiled(before, {
      said: await readSaid(transaction, target.incident),
      others: foldCase(events).policeReports.some((one) => one.id !== act.event && one.act.incident === target.incident),
    })
    : withReportFiled(before)
  await appendRevisions(transaction, [{
    incident: target.incident, number: base.number + 1, first: null, formVersion: base.formVersion, answers, withdrawn: base.withdrawn, sealed: 'kept', createdAt: new Date().toISOString(),
  }])
}

/** Whether the police were contacted, as it was answered: a police report and the revision that it makes are one line of the audit. */
async function readSaid(transaction: ReadTransaction, incident: Id): Promise<Incident['policeContacted']> {
  const rows = await transaction.run(`select from_position from lykta.case_event where network_id = $1 and incident_id = $2 and kind = 'police-report'`, [transaction.network, incident])
  const filed = new Set(rows.map((row) => Number(row['from_position'])))
  return contactedAsSaid((await readHistory(transaction, incident)).map(({ from, answers }) => ({ contacted: answers.policeContacted, filed: filed.has(from) })))
}

function isSame(there: CaseEvent, act: CaseAct, author: string): boolean {
  return there.author === author && JSON.stringify(sorted(there.act)) === JSON.stringify(sorted(act))
}

const sorted = (act: CaseAct): unknown => Object.entries(act).sort(([a], [b]) => (a < b ? -1 : 1))
