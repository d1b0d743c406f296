// POST /api/founding: a network of one's own, as long as there is none with members here.
import { timingSafeEqual } from 'node:crypto'
import { problem } from '@lykta/incident'
import { Hono } from 'hono'
import type { Desks } from '../access/desks.ts'
import type { FoundingAnswer } from '../api/member-types.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import { founding } from '../http/network-shapes.ts'
import { withBody } from '../http/with-body.ts'
import { checkFoundingRequest, foundWithMembers } from '../work/found-with-members.ts'
import { makeLoginFor } from '../work/make-login-for.ts'
import { dropUnlessUnknown } from './invitations.ts'
import type { Welcome } from './welcome.ts'

export type FoundingRoutesOptions = {
  readonly signIn: SignIn
  readonly desks: Desks
  readonly welcome: Welcome
  /** What `serve` printed, where not only this machine reaches it; undefined on this machine alone. */
  readonly foundingCode: string | undefined
}

export function foundingRoutes({ signIn, desks, welcome, foundingCode }: FoundingRoutesOptions): Hono<Env> {
  // Two tabs would otherwise found two networks, and the server could not choose between them.
  let busy = false
  return new Hono<Env>().post('/founding', async (context) => withBody(context, founding, async ({ code, ...sent }) => {
    if (foundingCode !== undefined && !isSame(code ?? '', foundingCode)) return notFound(context)
    if (busy) return refuse(context, 409, [problem('register.changed-meanwhile')])
    busy = true
    try {
      const { register } = context.var.desk
      const { own, hasMembers } = await desks.find()
      if (hasMembers) return notFound(context)
      const existing = own?.network.id === sent.network.id ? own.network : undefined
      // One that `lykta init` made is taken over; beside it no other is founded.
      if (own && !existing) return refuse(context, 422, [problem('founding.other-network')])
      await checkFoundingRequest(register, sent, existing)
      const { member, organisation, ...person } = sent.founder
      const login = await makeLoginFor(register, signIn, { ...person, near: [sent.network.name, sent.network.municipality] })
      await foundWithMembers(register, { ...sent, founder: { member, organisation, login } }, existing).catch(async (error: unknown) => {
        await dropUnlessUnknown(signIn, login, error)
        throw error
      })
      desks.lookAgain()
      const session = await welcome(context, await signIn.startSession(login, context.req.raw.headers))
      return context.json({ session } satisfies FoundingAnswer, 201)
    } finally {
      busy = false
    }
  }))
}

function isSame(given: string, code: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(code)]
  return one.length === other.length && timingSafeEqual(one, other)
}
