// /api/hand-over: the coordinator's role goes to another organisation, in steps that two persons take.
import { Hono } from 'hono'
import { z } from 'zod'
import type { SignIn } from '../auth/sign-in.ts'
import type { Env } from '../http/env.ts'
import { logRequest } from '../http/key-shapes.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { storedGrants } from '../work/found-with-members.ts'
import { beginHandOver, completeHandOver, offerHandOver, readHandOver, withdrawHandOver } from '../work/hand-over.ts'
import type { Notify } from '../work/notify.ts'

const beginning = z.strictObject({ id: uuid, to: uuid, former: z.enum(['core-member', 'removed']) })
const offer = z.strictObject({ line: z.string().max(12_000) })

export function handOverRoutes(signIn: SignIn, notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .get('/hand-over', async (context) => context.json(await readHandOver(context.var.desk, context.var.caller)))
    .post('/hand-over', async (context) => withBody(context, beginning, async (sent) => {
      const { desk, caller } = context.var
      const begun = await beginHandOver(desk, caller, sent)
      if (begun) notify(desk, { for: 'core-group' })
      return context.json(await readHandOver(desk, caller), begun ? 201 : 200)
    }))
    .post('/hand-over/offer', async (context) => withBody(context, offer, async ({ line }) => {
      const { desk, caller } = context.var
      const { approver } = await offerHandOver(desk, caller, line)
      notify(desk, { for: 'member', member: approver })
      return context.json(await readHandOver(desk, caller), 201)
    }))
    .post('/hand-over/completion', async (context) => withBody(context, logRequest, async ({ lines, grants }) => {
      const { desk } = context.var
      const { endedLogins, signedOutLogins, length } = await completeHandOver(desk, { lines, grants: storedGrants(grants) })
      for (const login of endedLogins) await signIn.endLogin(login)
      for (const login of signedOutLogins) await signIn.endSessionsOf(login)
      notify(desk, { for: 'everybody' })
      return context.json({ length }, 201)
    }))
    .delete('/hand-over', async (context) => {
      const { desk, caller } = context.var
      await withdrawHandOver(desk, caller)
      notify(desk, { for: 'core-group' })
      return context.json(await readHandOver(desk, caller))
    })
}
