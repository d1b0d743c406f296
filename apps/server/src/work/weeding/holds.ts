// Legal holds: asked for by a coordinator, placed and lifted when a second person agrees; where a network has no members, by whoever sits there for two.
import { type Id, problem, ProblemError } from '@lykta/incident'
import {
  answerHold, appendHoldRequest, findCaseId, findIncident, findReference, inNetwork, readCases, readHoldRequests, readIncidentsByIds, readLegalHolds, readMeetings, readMembers, type ReadTransaction, readRegisterTime,
  type StoredHoldRequest, write,
} from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { HoldKind, HoldRequestEntry, HoldsAnswer, NewHoldRequest } from '../../api/retention-types.ts'
import type { Desk } from '../desk.ts'
import { findSecondPersons, findWhoMayAgree, isSecondPerson, type MayAgree } from '../second-persons.ts'
import { findActors } from '../who-acted.ts'
import { requestedFor } from './due.ts'

/** Undefined for a core member whom nobody has named. */
export async function listHolds(desk: Desk, caller: CallerOf): Promise<HoldsAnswer | undefined> {
  const [who, mayAgree] = [await findActors(desk, caller), await findWhoMayAgree(desk)]
  const members = await inNetwork(desk.register, { network: desk.network.id, member: 'operator' }, readMembers)
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const named = await findSecondPersons(transaction)
    if (!isSecondPerson({ id: caller.id, role: caller.role }, named)) return undefined
    const [holds, requests, now] = [await readLegalHolds(transaction), await readHoldRequests(transaction), Date.parse(await readRegisterTime(transaction))]
    const meetings = (await readMeetings(transaction)).map(({ id, date }) => ({ id, date }))
    const names = await nameSubjects(transaction, [...holds, ...requests])
    const nameOf = (id: Id): string => names.get(id) ?? meetings.find((one) => one.id === id)?.date ?? '–'
    const today = desk.today()
    return {
      holds: holds.map(({ kind, subject, reason, until, author }) => ({ kind, subject, name: nameOf(subject), reason, until, stands: until >= today, by: who(author) })).toSorted((a, b) => (a.until < b.until ? 1 : -1)),
      requests: requests.map((one): HoldRequestEntry => {
        const stops = one.act === 'place' && one.answer === null ? Date.parse(one.at) + requestedFor : 0
        return {
          id: one.id, act: one.act, kind: one.kind, name: nameOf(one.subject), reason: one.reason, until: one.until, by: who(one.author), at: one.at,
          answer: one.answer && { act: one.answer.act, by: who(one.answer.author) }, stopsUntil: stops > now ? new Date(stops).toISOString() : null, may: mayOf(one, caller, mayAgree),
        }
      }),
      meetings, mayAsk: caller.role === 'coordinator', alone: caller.state === 'local',
      second: members.some((member) => member.active && mayAgree(member, caller.id)),
    }
  })
}

function mayOf({ author, answer }: StoredHoldRequest, caller: CallerOf, mayAgree: MayAgree): HoldRequestEntry['may'] {
  if (answer !== null) return []
  if (caller.state === 'local') return ['agree', 'withdraw']
  if (author === caller.id) return ['withdraw']
  return [...(mayAgree({ id: caller.id, role: caller.role }, author) ? ['agree'] as const : []), 'refuse']
}

async function nameSubjects(transaction: ReadTransaction, of: readonly { readonly kind: HoldKind; readonly subject: Id }[]): Promise<ReadonlyMap<Id, string>> {
  const ids = (kind: HoldKind): readonly Id[] => [...new Set(of.filter((one) => one.kind === kind).map(({ subject }) => subject))]
  const incidents = await readIncidentsByIds(transaction, ids('incident'))
  const cases = ids('case').length === 0 ? [] : await readCases(transaction, ids('case'))
  return new Map([...[...incidents.values()].map(({ id, ref }) => [id, ref] as const), ...cases.map(({ id, ref }) => [id, ref] as const)])
}

/** False when it was there before. Refuses what does not stand to be lifted, a last day that is over, and, alone, whoever does not say that two decided. */
export async function askHold(desk: Desk, caller: CallerOf, sent: NewHoldRequest): Promise<boolean> {
  const { there, subject, hold } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const found = await findSubject(transaction, sent)
    return { subject: found, there: (await readHoldRequests(transaction)).some(({ id }) => id === sent.id), hold: (await readLegalHolds(transaction)).find((one) => one.subject === found) }
  })
  if (there) return false
  if (subject === undefined) return refuse('hold.no-subject')
  const today = desk.today()
  if (sent.act === 'lift' && !(hold && hold.until >= today)) return refuse('hold.none')
  if (sent.act === 'place' && sent.until < today) return refuse('hold.over')
  const alone = caller.state === 'local'
  if (alone && sent.both !== true) return refuse('hold.two')
  const object = `${sent.kind}:${subject}`
  await write(desk.register, desk.context, { action: `hold.ask-${sent.act}:${sent.reason}`, object }, (transaction) =>
    appendHoldRequest(transaction, { id: sent.id, subject, kind: sent.kind, reason: sent.reason, ...(sent.act === 'place' ? { act: 'place', until: sent.until } : { act: 'lift' }) }))
  // With its own line: the answer is to a request that is in the log.
  if (alone) await write(desk.register, desk.context, { action: 'hold.agree', object }, (transaction) => answerHold(transaction, sent.id, 'agree'))
  return true
}

async function findSubject(transaction: ReadTransaction, { kind, of }: NewHoldRequest): Promise<Id | undefined> {
  if (kind === 'meeting') return (await readMeetings(transaction)).find(({ id }) => id === of)?.id
  const ref = findReference(of)
  if (kind === 'case') return ref === undefined ? undefined : findCaseId(transaction, ref)
  return ((ref === undefined ? undefined : await findIncident(transaction, { ref })) ?? (await findIncident(transaction, { externalRef: of.trim() })))?.id
}

/** Undefined when there is none that the caller may see; otherwise who asked. Refuses what another has answered, and answers that are not hers to give. */
export async function answerRequest(desk: Desk, caller: CallerOf, id: Id, act: 'agree' | 'refuse' | 'withdraw'): Promise<{ readonly author: string } | undefined> {
  const asked = await inNetwork(desk.register, desk.context, async (transaction) => {
    const named = await findSecondPersons(transaction)
    return isSecondPerson({ id: caller.id, role: caller.role }, named) ? (await readHoldRequests(transaction)).find((one) => one.id === id) : undefined
  })
  if (!asked) return undefined
  if (asked.answer?.act === act && asked.answer.author === caller.id) return asked
  if (!mayOf(asked, caller, await findWhoMayAgree(desk)).includes(act)) return refuse('hold.not-now')
  await write(desk.register, desk.context, { action: `hold.${act}`, object: `${asked.kind}:${asked.subject}` }, (transaction) => answerHold(transaction, id, act))
  return asked
}

function refuse(code: string): never {
  throw new ProblemError([problem(code)])
}
