// /api/invitations and POST /api/devices: what a coordinator sends to somebody, and how it lets a member or a device in.
import { randomBytes } from 'node:crypto'
import { getNetwork, inNetwork, readOrganisations } from '@lykta/register'
import { ProblemError } from '@lykta/incident'
import { Hono } from 'hono'
import { renderDeviceCookie } from '../access/device-token.ts'
import type { FoundingAnswer, OpenInvitationAnswer } from '../api/member-types.ts'
import { ifRecent } from '../auth/recent.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { acceptInvitation, enrolDevice as enrolment, invitationToken, newInvitation } from '../http/network-shapes.ts'
import type { Site } from '../http/site.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { textOf } from '../work/base64url.ts'
import type { Desk } from '../work/desk.ts'
import { enrolDevice, findOpenInvitation, hashOf, invite, joinNetwork, type OpenInvitation, withdrawInvitation } from '../work/invitations.ts'
import { makeLoginFor } from '../work/make-login-for.ts'
import { findSettings } from '../work/network-settings.ts'
import type { Notify } from '../work/notify.ts'
import type { Welcome } from './welcome.ts'

export type InvitationRoutesOptions = { readonly signIn: SignIn; readonly site: Site; readonly welcome: Welcome; readonly notify: Notify }

export function invitationRoutes({ signIn, site, welcome, notify }: InvitationRoutesOptions): Hono<Env> {
  return new Hono<Env>()
    // A link lets somebody in: whoever finds a coordinator's computer signed in makes none.
    .post('/invitations', async (context) => withBody(context, newInvitation, async (sent) => ifRecent(signIn, context, async () => {
      await invite(context.var.desk, sent)
      return context.json({}, 201)
    })))
    .delete('/invitations/:id', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      return id.success && (await withdrawInvitation(context.var.desk, id.data)) ? context.json({}) : notFound(context)
    })
    .post('/invitations/open', async (context) => withBody(context, invitationToken, async (sent) => {
      const { own } = context.var.resolved.served
      const invitation = own && (await findOpenInvitation(own, sent))
      return invitation ? context.json(await describe(own, invitation)) : notFound(context)
    }))
    .post('/invitations/accept', async (context) => withBody(context, acceptInvitation, async ({ id, token, member, ...person }) => {
      const { own } = context.var.resolved.served
      const invitation = own && (await findOpenInvitation(own, { id, token }))
      if (!own || invitation?.kind !== 'member') return notFound(context)
      const login = await makeLoginFor(own.register, signIn, { ...person, near: [own.network.name, own.network.municipality] })
      const joined = await joinNetwork(own, invitation, { member, login }).catch(async (error: unknown) => {
        await dropUnlessUnknown(signIn, login, error)
        throw error
      })
      if (!joined) {
        await signIn.dropLogin(login)
        return notFound(context)
      }
      context.set('signedInAs', login)
      const session = await welcome(context, await signIn.startSession(login, context.req.raw.headers))
      return context.json({ session } satisfies FoundingAnswer, 201)
    }))
    .post('/devices', async (context) => withBody(context, enrolment, async (sent) => {
      const { own } = context.var.resolved.served
      const invitation = own && (await findOpenInvitation(own, sent))
      if (!own || invitation?.kind !== 'device') return notFound(context)
      const token = textOf(randomBytes(32))
      if (!(await enrolDevice(own, invitation, sent, hashOf(token)))) return notFound(context)
      notify({ ...own, context: { ...own.context, member: sent.device } }, { for: 'coordinators' })
      const session = await welcome(context, [renderDeviceCookie(site, token)])
      return context.json({ session } satisfies FoundingAnswer, 201)
    }))
}

/** When it is not known whether the member was stored, her login stays: somebody's sign-in is not taken away on a guess. */
export async function dropUnlessUnknown(signIn: SignIn, login: string, error: unknown): Promise<void> {
  if (error instanceof ProblemError && error.problems.some(({ code }) => code === 'register.outcome-unknown')) return
  await signIn.dropLogin(login)
}

async function describe(desk: Desk, { kind, role, organisation }: OpenInvitation): Promise<OpenInvitationAnswer> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const { position } = await getNetwork(transaction)
    const own = (await readOrganisations(transaction, position)).find((one) => one.organisation.id === organisation)?.organisation
    const settings = await findSettings(transaction)
    return { network: desk.network, kind, role, organisation: own ? { id: own.id, name: own.name } : null, emergencyNumbers: settings?.emergencyNumbers ?? [] }
  })
}
