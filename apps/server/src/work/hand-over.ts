// The coordinator's role goes to another organisation: begun, signed by the one, taken over by the other; it may rest between any two steps.
import { canonicalText, type Id, problem, ProblemError } from '@lykta/incident'
import { appendSettings, findAct, getNetwork, inNetwork, readOrganisations, type ReadTransaction, write, type WriteTransaction } from '@lykta/register'
import { coordinatorsOf, extendMembership, findEntry, headOf, type Membership, type StoredGrant } from '@lykta/seal'
import type { CallerOf } from '../access/caller.ts'
import type { BeginHandOver, Coordination, HandOverAct, HandOverAnswer, StoredHandOver } from '../api/hand-over-types.ts'
import { type ChangedMembership, changeMembership } from './change-membership.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'
import { findSettings, settingsToChange } from './network-settings.ts'

export async function readHandOver(desk: Desk, caller: CallerOf): Promise<HandOverAnswer> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const membership = await findMembership(desk.register, transaction)
    const underWay = await findUnderWay(transaction)
    const history = await readCoordination(transaction, membership)
    if (!underWay || !membership) return { history, underWay: null, may: membership ? ['begin'] : [] }
    const { from, to, former, begunAt } = underWay
    const [offer, exported] = [offerOf(underWay, membership), await findAct(transaction, 'export.made', underWay.after)]
    const takers = takersOf(membership, to)
    const takes = caller.organisation === to && exported !== undefined && offer?.state === 'waiting' && offer.approver === caller.id
    const may: readonly HandOverAct[] = [
      ...(caller.organisation === from && takers.length > 0 && exported !== undefined ? ['offer'] as const : []), ...(takes ? ['accept'] as const : []),
      ...(caller.organisation === from || caller.organisation === to ? ['withdraw'] as const : []),
    ]
    return { history, underWay: { from, to, former, begunAt, takers, exportedAt: exported?.at ?? null, offer }, may }
  })
}

/** False when it was begun before by the same act. */
export async function beginHandOver(desk: Desk, caller: CallerOf, { id, to, former }: BeginHandOver): Promise<boolean> {
  const from = caller.organisation
  const there = await inNetwork(desk.register, desk.context, findUnderWay)
  if (there) return there.id === id && there.to === to && there.former === former ? false : refuse('hand-over.stands')
  if (from === null || from === to) return refuse('hand-over.unfit')
  await write(desk.register, desk.context, { action: 'hand-over.begin', object: `organisation:${to}` }, async (transaction) => {
    if (await underWayToChange(transaction)) return refuse('hand-over.stands')
    const { position } = await getNetwork(transaction)
    const taker = (await readOrganisations(transaction, position)).find(({ organisation }) => organisation.id === to)?.organisation
    const today = desk.today()
    if (!taker || taker.joined === null || taker.joined > today || (taker.left !== null && taker.left <= today)) return refuse('hand-over.unfit')
    await change(transaction, { id, from, to, former, begunBy: caller.id, begunAt: new Date().toISOString(), after: position, offer: null })
  })
  return true
}

/** Refuses a line that says something else than was begun, that she has not signed, or that does not follow the log. */
export async function offerHandOver(desk: Desk, caller: CallerOf, line: string): Promise<{ readonly approver: Id }> {
  const entry = findEntry(line)?.entry
  if (entry?.type !== 'hand-over' || entry.approver === null) return refuse('hand-over.unfit')
  const { approver } = entry
  await write(desk.register, desk.context, { action: 'hand-over.offer', object: `member:${approver}` }, async (transaction) => {
    const underWay = (await underWayToChange(transaction)) ?? refuse('hand-over.not-begun')
    const membership = (await findMembership(desk.register, transaction)) ?? refuse('log.none')
    if (entry.signer !== caller.id || !isSame(entry.subject, underWay)) return refuse('hand-over.unfit')
    await checkExported(transaction, underWay)
    // All of it holds but for the signature that is still to come.
    const outcome = extendMembership(membership, line, transaction.network)
    if (outcome !== 'membership.approval-wrong') return refuse(typeof outcome === 'string' ? outcome : 'hand-over.unfit')
    await change(transaction, { ...underWay, offer: line })
  })
  return { approver }
}

/** Refuses what is not under way, and lines that are another hand-over than the one begun. The sessions of whoever has handed over are to end. */
export async function completeHandOver(desk: Desk, { lines, grants }: { readonly lines: readonly string[]; readonly grants: readonly StoredGrant[] }): Promise<ChangedMembership> {
  const entry = findEntry(lines[0] ?? '')?.entry
  if (entry?.type !== 'hand-over' || lines.length !== 2) return refuse('hand-over.unfit')
  // What she takes over is what she signs: nobody posts it in her place.
  if (entry.approver !== desk.context.member) return refuse('log.signed-by-another')
  const { to } = entry.subject
  const changed = await changeMembership(desk, {
    act: { action: 'hand-over.done', object: `organisation:${to}` }, lines, grants,
    handsOver: async (transaction, membership) => {
      const underWay = (await underWayToChange(transaction)) ?? refuse('hand-over.not-begun')
      // A line that was signed before the one that is offered now, or before it was all withdrawn, is hers no longer.
      const offered = underWay.offer === null ? undefined : findEntry(underWay.offer)?.entry
      if (!offered || canonicalText(offered) !== canonicalText(entry) || !isSame(entry.subject, underWay)) return refuse('hand-over.unfit')
      await checkExported(transaction, underWay)
      await change(transaction, null, [...(await readCoordination(transaction, membership)), { organisation: to, since: new Date().toISOString() }])
    },
  })
  return changed ?? refuse('log.subject-unfit')
}

export async function withdrawHandOver(desk: Desk, caller: CallerOf): Promise<void> {
  const underWay = await inNetwork(desk.register, desk.context, findUnderWay)
  if (!underWay) return refuse('hand-over.not-begun')
  if (caller.organisation !== underWay.from && caller.organisation !== underWay.to) return refuse('hand-over.not-yours')
  await write(desk.register, desk.context, { action: 'hand-over.withdraw', object: `organisation:${underWay.to}` }, (transaction) => change(transaction, null))
}

/** Before the first hand-over the founder's organisation, from the network's first line on. */
export async function readCoordination(transaction: ReadTransaction, membership: Membership | undefined): Promise<readonly Coordination[]> {
  const stored = (await findSettings(transaction))?.coordination
  if (stored) return stored
  const founder = membership?.controllers[0]
  const [row] = founder ? await transaction.run(`select created_at as at from lykta.network where network_id = $1`, [transaction.network]) : []
  return founder && row ? [{ organisation: founder.organisation, since: String(row['at']) }] : []
}

async function findUnderWay(transaction: ReadTransaction): Promise<StoredHandOver | undefined> {
  return (await findSettings(transaction))?.handOver ?? undefined
}

async function underWayToChange(transaction: WriteTransaction): Promise<StoredHandOver | undefined> {
  return (await settingsToChange(transaction)).handOver ?? undefined
}

async function change(transaction: WriteTransaction, handOver: StoredHandOver | null, coordination?: readonly Coordination[]): Promise<void> {
  const { handOver: _, ...before } = await settingsToChange(transaction)
  await appendSettings(transaction, { ...before, ...(coordination && { coordination }), ...(handOver && { handOver }) })
}

async function checkExported(transaction: ReadTransaction, { after }: StoredHandOver): Promise<void> {
  if (!(await findAct(transaction, 'export.made', after))) refuse('hand-over.not-exported')
}

function offerOf({ offer }: StoredHandOver, membership: Membership): NonNullable<HandOverAnswer['underWay']>['offer'] {
  const entry = offer === null ? undefined : findEntry(offer)?.entry
  if (!entry || entry.approver === null || offer === null) return null
  return { state: entry.previous === headOf(membership).hash ? 'waiting' : 'outdated', signer: entry.signer, approver: entry.approver, line: offer }
}

function takersOf(membership: Membership, to: Id): readonly Id[] {
  return coordinatorsOf(membership).filter(({ organisation }) => organisation === to).map(({ id }) => id)
}

function isSame(one: Pick<StoredHandOver, 'from' | 'to' | 'former'>, other: StoredHandOver): boolean {
  return one.from === other.from && one.to === other.to && one.former === other.former
}

function refuse(code: string): never {
  throw new ProblemError([problem(code)])
}
