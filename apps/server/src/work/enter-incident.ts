// From what a form sends to a revision in the register: entered, corrected, withdrawn.
import { canonicalText, type FormContext, findFormVersion, type FormVersion, type Id, type Incident, parseFormAnswers, problem, ProblemError } from '@lykta/incident'
import { findRevision, inNetwork } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { CorrectionRequest, NewIncidentRequest, WithdrawalRequest } from '../api/types.ts'
import type { CallerOf } from '../access/caller.ts'
import type { Desk } from './desk.ts'
import { type EntryBasis, readEntryBasis } from './entry-basis.ts'
import { findOwnIncident } from './find-own-incident.ts'
import { formContextOf } from './form-context.ts'
import { receiveSealed } from './receive-sealed.ts'
import { correctAct, enterAct, withdrawAct } from './revision-act.ts'
import { storeIncident } from './store-incident.ts'
import { type Receipt, storeRevision } from './store-revision.ts'

/** As it came: answers are parsed here, the rest has its shape already. */
export type Sent<Request> = Omit<Request, 'answers'> & { readonly answers: unknown }

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

/** Refuses (`ProblemError`) answers that cannot be, each at its question, and an id that stands for something else. */
export async function enterIncident(desk: Desk, caller: CallerOf, sent: Sent<NewIncidentRequest>): Promise<Receipt> {
  const form = formOf(sent)
  return storeIncident(desk, enterAct(sent.id), (basis) => {
    checkOpen(basis, caller)
    const reportedOn = dayOf(sent.createdAt, desk)
    const context = formContextOf(desk, form, basis)
    // By the sender's clock it may be tomorrow, and what she calls today was read as that.
    const answers = parse(sent.answers, { ...context, reportedOn, today: context.today < reportedOn ? reportedOn : context.today })
    checkSource(answers, caller)
    const sealed = sent.sealed && receiveSealed(sent.sealed, basis, { answers: canonicalText(answers), createdAt: sent.createdAt, author: desk.context.member })
    return { incident: sent.id, formVersion: form.id, answers, sealed, createdAt: sent.createdAt }
  })
}

/** Undefined when there is no such incident. */
export async function correctIncident(desk: Desk, caller: CallerOf, ref: string, sent: Sent<CorrectionRequest>): Promise<Receipt | undefined> {
  const form = formOf(sent)
  const id = await findId(desk, caller, ref)
  return id === undefined ? undefined : storeRevision(desk, correctAct(id, sent.reason), 'incident.revised-meanwhile', async (transaction) => {
    const base = await findRevision(transaction, id, sent.base)
    if (!base) return refuse('incident.revised-meanwhile')
    if (base.withdrawn) return refuse('incident.withdrawn')
    const entry = await readEntryBasis(desk.register, transaction)
    const { reportedOn, reportedBy } = JSON.parse(base.answers) as Incident
    const answers = parse(sent.answers, { ...formContextOf(desk, form, entry), reportedOn, reporterOrganisation: reportedBy })
    if (answers.reportedBy !== reportedBy) checkSource(answers, caller)
    const sealed = sent.sealed === 'kept' ? sent.sealed
      : receiveSealed(sent.sealed, entry, { answers: canonicalText(answers), createdAt: sent.createdAt, author: desk.context.member })
    return { incident: id, number: sent.base + 1, formVersion: form.id, answers, withdrawn: false, sealed, createdAt: sent.createdAt }
  })
}

/** The answers and the text stay as they were: it is numbered, and counted no more. Undefined when there is no such incident. */
export async function withdrawIncident(desk: Desk, caller: CallerOf, ref: string, { base: number, reason }: WithdrawalRequest): Promise<Receipt | undefined> {
  const id = await findId(desk, caller, ref)
  return id === undefined ? undefined : storeRevision(desk, withdrawAct(id, reason), 'incident.revised-meanwhile', async (transaction) => {
    const base = await findRevision(transaction, id, number)
    if (!base) return refuse('incident.revised-meanwhile')
    if (base.withdrawn) return refuse('incident.withdrawn')
    const answers = JSON.parse(base.answers) as Incident
    return { incident: id, number: number + 1, formVersion: base.formVersion, answers, withdrawn: true, sealed: 'kept', createdAt: null }
  })
}

async function findId(desk: Desk, caller: CallerOf, ref: string): Promise<Id | undefined> {
  return (await inNetwork(desk.register, desk.context, (transaction) => findOwnIncident(transaction, caller, ref)))?.id
}

/**
 * In a network with members nothing is taken in before sheets that bring the keys back have been tried. New sheets close
 * nothing: a network that works would else stand still, and lose what it is told, until two of them were fetched and typed.
 */
function checkOpen({ recoveryTested }: EntryBasis, caller: CallerOf): void {
  if (caller.state !== 'local' && !recoveryTested) refuse('incident.recovery-untested')
}

/** Whoever reports for her own organisation, or a device for its own, names no other, and nobody on whose behalf it is. */
function checkSource({ reportedBy, channel }: Incident, { rights, organisation }: CallerOf): void {
  if (!rights.includes('incident.enter-for-others') && (reportedBy !== organisation || (channel ?? 'form') !== 'form')) refuse('incident.not-own-organisation')
}

/**
 * A device that was offline may send an older form. One whose clock is up to a day ahead is believed: the time is signed, so nobody could
 * put another in its place, and what arrives has the register's own time beside it (docs/decisions/0031-a-clock-that-is-wrong.md).
 */
function formOf({ formVersion, createdAt }: { readonly formVersion: string; readonly createdAt: string }): FormVersion {
  const age = Date.now() - Date.parse(createdAt)
  if (age < -day) return refuse('incident.clock-ahead')
  if (age > 366 * day) return refuse('incident.clock')
  return findFormVersion(formVersion) ?? refuse('incident.form-unknown')
}

const day = 24 * 3_600_000

/** In the network's time zone. The same request read on another day is the same incident. */
function dayOf(createdAt: string, { network }: Desk): string {
  return Temporal.Instant.from(createdAt).toZonedDateTimeISO(network.timeZone).toPlainDate().toString()
}

function parse(answers: unknown, context: FormContext): Incident {
  const parsed = parseFormAnswers(answers, context)
  if ('problems' in parsed) throw new ProblemError(parsed.problems)
  return parsed.incident
}
