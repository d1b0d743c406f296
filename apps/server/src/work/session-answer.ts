// What GET /api/session says: who asks, what she may do, and what the first pages need before anybody has signed in.
import { inNetwork, type ReadTransaction, readDevices, readPublicKeys } from '@lykta/register'
import type { Caller, SessionAnswer } from '../api/member-types.ts'
import type { CallerOf } from '../access/caller.ts'
import { deskOfCaller } from '../access/desk-of-caller.ts'
import type { Resolved } from '../access/resolve-caller.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Site } from '../http/site.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'
import { standingOf } from './members-list.ts'
import { findSettings } from './network-settings.ts'
import { readWait } from './recovery-wait.ts'

export type SessionAnswerOptions = {
  readonly signIn: SignIn
  /** On this machine alone the sample is shown. */
  readonly site: Site
  readonly provider: SessionAnswer['provider']
}

export async function answerSession({ caller, desk: base, served, canFound }: Resolved, { signIn, site, provider }: SessionAnswerOptions): Promise<SessionAnswer> {
  const desk = deskOfCaller(base, caller)
  const { settings, keys } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    settings: await findSettings(transaction), keys: await keysOf(desk, caller, transaction),
  }))
  return {
    state: caller.state,
    network: desk.network,
    caller: caller.role === null ? null : await describe(caller, keys, signIn),
    rights: caller.rights,
    canFound,
    sample: site.origin === undefined && served.sample ? { id: served.sample.network.id, shown: served.sample.network.id === desk.network.id } : null,
    emergencyNumbers: settings?.emergencyNumbers ?? [],
    provider,
    recovery: caller.state === 'signed-in' ? ((await readWait(desk)) ?? null) : null,
  }
}

async function describe({ id, role, organisation, login }: CallerOf, keys: Caller['keys'], signIn: SignIn): Promise<Caller | null> {
  if (role === null) return null
  const person = login === null ? undefined : (await signIn.readLogins([login])).get(login)
  return {
    id, role, organisation, keys, name: person?.name ?? null, email: person?.email ?? null, passkeys: person?.passkeys ?? 0, totp: person?.totp ?? false,
  }
}

async function keysOf(desk: Desk, { id, state }: CallerOf, transaction: ReadTransaction): Promise<Caller['keys']> {
  if (state !== 'signed-in' && state !== 'device') return 'none'
  const own = state === 'device'
    ? (await readDevices(transaction)).filter((device) => device.id === id).map(({ verifyKey }) => ({ recipient: null, verifyKey }))
    : (await readPublicKeys(transaction)).filter(({ member }) => member === id)
  return own[0] ? standingOf(await findMembership(desk.register, transaction), id, own[0]) : 'none'
}
