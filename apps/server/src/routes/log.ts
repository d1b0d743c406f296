// GET and POST /api/log: the membership log as everybody verifies it, and the lines that coordinators add.
import { problem } from '@lykta/incident'
import { inNetwork, readLogLines } from '@lykta/register'
import { findEntry, recoverySigner } from '@lykta/seal'
import { Hono } from 'hono'
import type { LogAnswer } from '../api/member-types.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import { logRequest } from '../http/key-shapes.ts'
import { withBody } from '../http/with-body.ts'
import { changeMembership } from '../work/change-membership.ts'
import { storedGrants } from '../work/found-with-members.ts'
import type { Notify } from '../work/notify.ts'
import type { SignIn } from '../auth/sign-in.ts'

export function logRoutes(signIn: SignIn, notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .get('/log', async (context) => {
      const { desk } = context.var
      const asked = context.req.query('after') ?? '0'
      if (!/^\d{1,9}$/.test(asked)) return refuse(context, 400, [problem('server.body', { fields: 'after' })])
      const lines = await inNetwork(desk.register, desk.context, (transaction) => readLogLines(transaction, 0))
      return context.json({ lines: lines.slice(Number(asked)), length: lines.length } satisfies LogAnswer)
    })
    .post('/log', async (context) => withBody(context, logRequest.refine(({ lines }) => lines.length > 0), async ({ lines, grants }) => {
      const { desk } = context.var
      const entries = lines.flatMap((line) => findEntry(line)?.entry ?? [])
      const changed = await changeMembership(desk, { act: { action: 'log.append', object: `lines:${lines.length}` }, lines, grants: storedGrants(grants) })
      if (!changed) return notFound(context)
      for (const login of changed.endedLogins) await signIn.endLogin(login)
      if (entries.some(({ signer }) => signer === recoverySigner)) notify(desk, { for: 'everybody' })
      else for (const entry of entries) if (entry.type === 'add') notify(desk, { for: 'member', member: entry.subject.member })
      return context.json({ length: changed.length }, 201)
    }))
}
