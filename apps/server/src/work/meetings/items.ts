// Situations, decisions and actions into the register, each with the sealed text that it is about; nothing written freely stands in clear.
import { canonicalText, type Id, problem, ProblemError } from '@lykta/incident'
import { appendMeetingItem, type MeetingItem, type NewMeetingText, readMeetingItems, type StoredMeetingItem, write, type WriteTransaction } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { ActionRequest, DecisionRequest, MeetingTextCoded, SituationRequest } from '../../api/meeting-types.ts'
import type { SealedBody } from '../../api/types.ts'
import type { Desk } from '../desk.ts'
import { readEntryBasis } from '../entry-basis.ts'
import { receiveSealed } from '../receive-sealed.ts'
import { checkOrganisations, findMeeting } from './meetings.ts'

export type Stored = { readonly revision: number; /** False when it was there already. */ readonly stored: boolean }

/** Undefined when the caller sees no such meeting, or may not speak for that organisation. */
export async function giveSituation(desk: Desk, caller: CallerOf, meeting: Id, sent: SituationRequest): Promise<Stored | undefined> {
  if (caller.role !== 'coordinator' && sent.organisation !== caller.organisation) return undefined
  const { id, revision, organisation, state } = sent
  return storeItem(desk, caller, meeting, 'meeting.situation', sent, { id, revision, kind: 'situation', organisation, state, due: null, settled: null, line: null })
}

export async function noteDecision(desk: Desk, caller: CallerOf, meeting: Id, { id, revision, line, withdrawn, ...sent }: DecisionRequest): Promise<Stored | undefined> {
  return storeItem(desk, caller, meeting, 'meeting.decision', sent, { id, revision, kind: 'decision', organisation: null, state: withdrawn ? 'withdrawn' : 'stands', due: null, settled: null, line })
}

/** A core member settles an action of her own organisation, and changes nothing else of it. */
export async function noteAction(desk: Desk, caller: CallerOf, meeting: Id, { id, revision, line, organisation, due, state, ...sent }: ActionRequest): Promise<Stored | undefined> {
  const settled = state === 'done' || state === 'dropped' ? desk.today() : null
  return storeItem(desk, caller, meeting, 'meeting.action', sent, { id, revision, kind: 'action', organisation, state, due, settled, line })
}

type Text = { readonly sealed: SealedBody | 'kept' | null; readonly createdAt: string }
type Item = Omit<MeetingItem, 'meeting' | 'circle'>

/** Ends a write that has nothing to write. */
class Ended extends Error {
  readonly outcome: Stored | undefined
  constructor(outcome: Stored | undefined) {
    super('nothing to store')
    this.outcome = outcome
  }
}

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

async function storeItem(desk: Desk, caller: CallerOf, meeting: Id, action: string, text: Text, item: Item): Promise<Stored | undefined> {
  try {
    await write(desk.register, desk.context, { action, object: `meeting:${meeting}` }, async (transaction) => {
      const of = await findMeeting(transaction, meeting)
      if (!of) throw new Ended(undefined)
      const there = (await readMeetingItems(transaction, of.circle)).find(({ id }) => id === item.id)
      if (there && (there.meeting !== meeting || there.kind !== item.kind)) return refuse('register.changed-meanwhile')
      if (!mayStore(caller, item, there)) throw new Ended(undefined)
      if (there?.revision === item.revision && isSame(there, item, text)) throw new Ended({ revision: there.revision, stored: false })
      if (item.revision !== (there?.revision ?? 0) + 1) return refuse('register.changed-meanwhile')
      if (!mayChange(caller, item, there)) throw new Ended(undefined)
      if (of.state === 'cancelled' && item.state !== 'withdrawn') return refuse('meeting.cancelled')
      if (item.organisation !== null && item.organisation !== there?.organisation) await checkOrganisations(transaction, [item.organisation])
      await appendMeetingItem(transaction, { ...item, settled: settledOn(item, there), meeting, circle: of.circle }, await receive(desk, transaction, caller, { ...item, meeting, circle: of.circle }, text, there))
    })
    return { revision: item.revision, stored: true }
  } catch (error) {
    if (error instanceof Ended) return error.outcome
    throw error
  }
}

/** What was settled keeps its day, until it is open again. */
function settledOn({ settled }: Item, there: StoredMeetingItem | undefined): Item['settled'] {
  return settled !== null && there?.settled ? there.settled : settled
}

/** Whose a situation is never changes. A core member speaks for her own organisation, and settles its actions. */
function mayStore({ role, organisation }: CallerOf, item: Item, there: StoredMeetingItem | undefined): boolean {
  if (item.kind === 'situation' && there !== undefined && there.organisation !== item.organisation) return false
  if (role === 'coordinator') return true
  if (item.kind === 'situation') return item.organisation === organisation
  return item.kind === 'action' && organisation !== null && there !== undefined && there.organisation === organisation && item.organisation === organisation && item.state !== 'withdrawn'
}

/** Whoever settles an action or opens it again changes nothing else of it; asked of the revision that she has seen, for the coordinator may have moved it. */
function mayChange({ role }: CallerOf, item: Item, there: StoredMeetingItem | undefined): boolean {
  return role === 'coordinator' || item.kind !== 'action' || (there !== undefined && item.due === there.due && item.line === there.line)
}

function isSame(there: StoredMeetingItem, item: Item, { sealed }: Text): boolean {
  const text = sealed === 'kept' ? there.text?.id : sealed?.sealedId
  return there.state === item.state && there.organisation === item.organisation && there.due === item.due && there.line === item.line && (there.text?.id ?? null) === (text ?? null)
}

async function receive(desk: Desk, transaction: WriteTransaction, caller: CallerOf, { meeting, circle, kind, state, organisation }: MeetingItem, { sealed, createdAt }: Text, there: StoredMeetingItem | undefined): Promise<NewMeetingText | StoredMeetingItem['text']> {
  if (state === 'nothing') return null
  if (sealed === 'kept') return there?.text ?? refuse('meeting.text-missing')
  if (sealed === null || (kind === 'action' && caller.role !== 'coordinator')) return refuse('meeting.text-missing')
  const basis = await readEntryBasis(desk.register, transaction)
  if (caller.state !== 'local' && !basis.recoveryTested) return refuse('incident.recovery-untested')
  const coded: MeetingTextCoded = { meeting, circle, kind, organisation: kind === 'situation' ? organisation : null }
  const { sealedId, body, key, epoch, position } = receiveSealed(sealed, basis, { answers: canonicalText(coded), createdAt, author: desk.context.member })
  return { id: sealedId, body, key, epoch, position: position ?? null, previous: there?.text?.hash ?? null, createdAt }
}
