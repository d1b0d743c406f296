// /api/members: who is in the network, and the signed acts by which somebody leaves it or gets another role.
import { type Context, Hono } from 'hono'
import { forgetConfirmed } from '../access/confirmed.ts'
import { ifRecent } from '../auth/recent.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { logRequest } from '../http/key-shapes.ts'
import { keyRoles, roles } from '../http/network-shapes.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { z } from 'zod'
import { changeMembership, type MembershipChange } from '../work/change-membership.ts'
import { storedGrants } from '../work/found-with-members.ts'
import { listMembers } from '../work/members-list.ts'

const roleRequest = logRequest.extend({ role: z.enum(roles), organisation: uuid.nullable() })
  .refine(({ role, organisation }) => organisation !== null || !keyRoles.includes(role))

export function memberRoutes(signIn: SignIn): Hono<Env> {
  return new Hono<Env>()
    .get('/members', async (context) => context.json(await listMembers(context.var.desk, signIn)))
    .post('/members/:id/removal', async (context) => withBody(context, logRequest, async ({ lines, grants }) => {
      const member = context.req.param('id')
      return change(context, signIn, member, { act: { action: 'member.remove', object: `member:${member}` }, lines, grants: storedGrants(grants), removes: member })
    }))
    // What gives somebody more asks who is there; what takes away (a removal) is not kept waiting.
    .post('/members/:id/role', async (context) => withBody(context, roleRequest, async ({ lines, grants, role, organisation }) => ifRecent(signIn, context, async () => {
      const member = context.req.param('id')
      return change(context, signIn, member, {
        act: { action: `member.change:${role}`, object: `member:${member}` }, lines, grants: storedGrants(grants), role: { member, role, organisation },
      })
    })))
    .post('/devices/:id/removal', async (context) => withBody(context, logRequest, async ({ lines, grants }) => {
      const device = context.req.param('id')
      return change(context, signIn, device, { act: { action: 'device.remove', object: `device:${device}` }, lines, grants: storedGrants(grants), removes: device })
    }))
}

async function change(context: Context<Env>, signIn: SignIn, id: string, wanted: MembershipChange): Promise<Response> {
  if (!uuid.safeParse(id).success) return notFound(context)
  const changed = await changeMembership(context.var.desk, wanted)
  if (!changed) return notFound(context)
  forgetConfirmed(context.var.desk, id)
  // Nobody's since the transaction: each request asks whether its login is still a member's.
  for (const login of changed.endedLogins) await signIn.endLogin(login)
  return context.json({ length: changed.length })
}
