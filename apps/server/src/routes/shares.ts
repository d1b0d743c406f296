// /api/shares and /api/incidents/:ref/shares: what was disclosed to whom on which legal ground, and the acts that make it so.
import { legalGroundCodes } from '@lykta/incident'
import { Hono } from 'hono'
import { z } from 'zod'
import type { SharesAnswer } from '../api/sharing-types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import type { Notify } from '../work/notify.ts'
import { listShares, openShare, readIncidentShares, stepShare } from '../work/shares.ts'

const newShare = z.strictObject({
  id: uuid, organisation: uuid, way: z.enum(['opened', 'told']), what: z.enum(['written', 'reasons', 'follow-up']), ground: z.enum(legalGroundCodes),
})
const newStep = z.strictObject({ act: z.enum(['accept', 'decline', 'end']) })

export function shareRoutes(notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .get('/shares', async (context) => context.json({ shares: await listShares(context.var.desk, context.var.caller) } satisfies SharesAnswer))
    .get('/incidents/:ref/shares', async (context) => {
      const answer = await readIncidentShares(context.var.desk, context.var.caller, context.req.param('ref'))
      return answer ? context.json(answer) : notFound(context)
    })
    .post('/incidents/:ref/shares', async (context) => withBody(context, newShare, async (sent) => {
      const { desk, caller } = context.var
      const opened = await openShare(desk, caller, context.req.param('ref'), sent)
      if (!opened) return notFound(context)
      // What was told elsewhere waits for nobody.
      if (opened.stored && sent.way !== 'told') notify(desk, { for: 'organisation', organisation: opened.organisation })
      return context.json({}, opened.stored ? 201 : 200)
    }))
    .post('/shares/:id/steps', async (context) => withBody(context, newStep, async ({ act }) => {
      const { desk, caller } = context.var
      const id = uuid.safeParse(context.req.param('id'))
      const answered = id.success ? await stepShare(desk, caller, id.data, act) : undefined
      if (!answered) return notFound(context)
      notify(desk, act === 'end' ? { for: 'organisation', organisation: answered.organisation } : { for: 'member', member: answered.author })
      return context.json({})
    }))
}
