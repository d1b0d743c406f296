// Who asks, and which network is shown to her: the sample or one without members on this machine; else device or member.
import { findDevice, findMemberships } from '@lykta/register'
import type { SignIn } from '../auth/sign-in.ts'
import { findCookie, type Site } from '../http/site.ts'
import { hashOf } from '../work/invitations.ts'
import type { Desk } from '../work/desk.ts'
import { type CallerOf, deviceCaller, halfCaller, local, memberCaller, stranger } from './caller.ts'
import { isConfirmed } from './confirmed.ts'
import type { Desks, Served } from './desks.ts'
import { findDeviceToken } from './device-token.ts'

export type Resolved = {
  readonly caller: CallerOf
  /** Of the network that is shown to her. */
  readonly desk: Desk
  readonly served: Served
  readonly canFound: boolean
  /** What keeps her session going (Set-Cookie). */
  readonly cookies: readonly string[]
}

export type ResolveOptions = { readonly desks: Desks; readonly signIn: SignIn; readonly site: Site }

/** `half`: whether a sign-in that is half done counts for more than the device that it is done on; only where it is gone on with. */
export function makeResolve({ desks, signIn, site }: ResolveOptions): (headers: Headers, half: boolean) => Promise<Resolved> {
  const onThisMachine = site.origin === undefined

  async function find({ desk, headers, half }: { readonly desk: Desk; readonly headers: Headers; readonly half: boolean }): Promise<Pick<Resolved, 'caller' | 'cookies'>> {
    const { state, login, session, cookies } = await signIn.find(headers)
    if (state === 'whole' && login !== null && session !== null) {
      const membership = (await findMemberships(desk.register, login)).find(({ network, active }) => network === desk.network.id && active)
      if (membership) return { caller: memberCaller({ id: membership.member, role: membership.role, organisation: membership.organisation }, await isConfirmed(desk, membership), login, session), cookies }
    }
    const halfWay = state === 'half' ? halfCaller(login, session) : undefined
    if (halfWay && half) return { caller: halfWay, cookies }
    return { caller: (await findDeviceCaller(desk, headers)) ?? halfWay ?? stranger, cookies }
  }

  async function findDeviceCaller(desk: Desk, headers: Headers): Promise<CallerOf | undefined> {
    const token = findDeviceToken(site, headers)
    const found = token === undefined ? undefined : await findDevice(desk.register, hashOf(token))
    return found?.active && found.network === desk.network.id ? deviceCaller({ id: found.device, organisation: found.organisation }) : undefined
  }

  return async (headers, half) => {
    const served = await desks.find()
    const { own, sample, hasMembers } = served
    const canFound = !hasMembers
    const shown = onThisMachine && sample && (!own || findCookie(site, headers, 'sample') === '1') ? sample : own ?? desks.base
    if (onThisMachine && (shown.network.sample || !hasMembers)) return { caller: local, desk: shown, served, canFound, cookies: [] }
    if (!hasMembers) return { caller: stranger, desk: shown, served, canFound, cookies: [] }
    return { ...(await find({ desk: shown, headers, half })), desk: shown, served, canFound }
  }
}
