// What two recovery sheets open: how it stands, and after the wait a coordinator with new keys, whoever was lost.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { findMember, getNetwork, inNetwork, readGrants, readLogLines, readMembers, readOrganisations } from '@lykta/register'
import { isStatementBy, recoveryOf, recoverySigner, type RecoveryAct } from '@lykta/seal'
import type { RecoveryAnswer, RecoveryRequest, SheetsProof } from '../api/member-types.ts'
import type { SignIn } from '../auth/sign-in.ts'
import { bytesOf, textOf } from './base64url.ts'
import { changeMembership } from './change-membership.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'
import { checkBundles, storedGrants } from './found-with-members.ts'
import { findWait } from './recovery-wait.ts'

/** How far the clocks of browser and server may be apart. */
const minutes = 10

/** Whether the sheets are those that the log lists. Refuses (`recovery.clock`) a proof of another time: the reader can mend that. */
export async function isProof(desk: Desk, act: RecoveryAct, { at, signature }: SheetsProof): Promise<boolean> {
  const membership = await inNetwork(desk.register, desk.context, (transaction) => findMembership(desk.register, transaction))
  const recovery = membership && recoveryOf(membership)
  if (!recovery || !isStatementBy(recovery, { v: 1, network: desk.network.id, act, at }, signature)) return false
  if (Math.abs(Date.now() - Date.parse(at)) > minutes * 60_000) throw new ProblemError([problem('recovery.clock', { minutes })])
  return true
}

export async function lookAtRecovery(desk: Desk, { readLogins }: Pick<SignIn, 'readLogins'>): Promise<RecoveryAnswer> {
  const { lines, wait, grants, members, organisations } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    lines: await readLogLines(transaction, 0),
    wait: (await findWait(desk.register, transaction)) ?? null,
    grants: await readGrants(transaction, recoverySigner),
    members: (await readMembers(transaction)).filter(({ active }) => active),
    organisations: await readOrganisations(transaction, (await getNetwork(transaction)).position),
  }))
  const isOver = wait !== null && Date.now() >= Date.parse(wait.usableFrom)
  if (!isOver) return { network: desk.network, lines, wait, usable: null }
  const people = await readLogins(members.flatMap(({ login }) => (login === null ? [] : [login])))
  return {
    network: desk.network, lines, wait,
    usable: {
      grants: grants.map(({ epoch, holder, wrapped }) => ({ epoch, holder, file: textOf(wrapped) })),
      members: members.map(({ id, role, organisation, login }) => ({ id, role, organisation, name: (login === null ? undefined : people.get(login)?.name) ?? '' })),
      organisations: organisations.map(({ organisation: { id, name } }) => ({ id, name })),
    },
  }
}

export type Recovering = Omit<RecoveryRequest, 'proof' | 'signIn' | 'createdAt'> & {
  /** Of somebody new; null keeps the one that she has. */
  readonly login: string | null
}

export type RecoveredNetwork = { readonly login: string; readonly endedLogins: readonly string[] }

/**
 * All that it changes is one transaction. Refuses what the log's rules refuse, and somebody without a sign-in. `first`: what has to be done
 * to the login that stays before she is a coordinator by it. If the program ends in between, nothing is used up and it is done once more;
 * the other way round, her old password would open what two sheets have just given her.
 */
export async function recoverNetwork(
  desk: Desk, { member, organisation, login, keys, lines, grants }: Recovering, first: (login: string) => Promise<void> = async () => {},
): Promise<RecoveredNetwork> {
  checkBundles(keys.bundles)
  const before = await findMemberOf(desk, member)
  const kept = login ?? before?.login ?? null
  if (kept === null || (login !== null && before) || (before && !before.active)) throw new ProblemError([problem('recovery.nobody')])
  const changed = await changeMembership({ ...desk, context: { ...desk.context, member, role: 'coordinator' } }, {
    act: { action: 'recovery.use', object: `member:${member}` }, lines, grants: storedGrants(grants),
    recovers: {
      first: () => first(kept),
      member: { id: member, role: 'coordinator', organisation, login: kept, active: true, createdAt: before?.createdAt ?? new Date().toISOString() },
      keys: { recipient: keys.recipient, verifyKey: keys.verifyKey },
      bundles: keys.bundles.map((bundle) => ({ ...bundle, file: bytesOf(bundle.file) })),
    },
  })
  if (!changed) throw new ProblemError([problem('log.subject-unfit')])
  return { login: kept, endedLogins: changed.endedLogins }
}

async function findMemberOf(desk: Desk, id: Id) {
  return inNetwork(desk.register, desk.context, (transaction) => findMember(transaction, id))
}
