// GET /api/own-incidents and POST /api/quiet-months: what my organisation has told, and that a month gave nothing to tell.
import { Hono } from 'hono'
import { z } from 'zod'
import type { OwnIncidentsAnswer } from '../api/member-types.ts'
import type { Env } from '../http/env.ts'
import { month } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { listOwnIncidents } from '../work/own-incidents.ts'
import { tellQuietMonth } from '../work/quiet-month.ts'

export function ownIncidentRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/own-incidents', async (context) => {
      const { desk, caller } = context.var
      const nothing: OwnIncidentsAnswer = { incidents: [], quietMonths: [] }
      if (caller.organisation === null) return context.json(nothing)
      return context.json(await listOwnIncidents(desk, caller.organisation, caller.role === 'device' ? caller.id : undefined))
    })
    .post('/quiet-months', async (context) => withBody(context, z.strictObject({ month, withdrawn: z.boolean() }), async (sent) => {
      const { desk, caller } = context.var
      const stored = await tellQuietMonth(desk, caller.organisation, sent)
      return context.json({}, stored ? 201 : 200)
    }))
}
