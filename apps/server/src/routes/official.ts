// GET, POST and DELETE /api/official: series of others beside the network's own, for the core group; entered by the coordinator.
import { Hono } from 'hono'
import { z } from 'zod'
import type { OfficialAnswer } from '../api/official-types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { line } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { importSeries, listSeries, withdrawSeries } from '../work/official/official-series.ts'

const sent = z.strictObject({
  name: line(200),
  // A mebibyte of bytes.
  content: z.base64().min(1).max(1_398_104),
  datedBy: z.enum(['filing', 'event', 'other']).optional(),
  source: line(200).optional(),
  unit: line(60).optional(),
  status: z.enum(['preliminary', 'final']).optional(),
  kind: z.enum(['official', 'own']).optional(),
})

export function officialRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/official', async (context) => context.json({ series: await listSeries(context.var.desk) } satisfies OfficialAnswer))
    .post('/official', async (context) => withBody(context, sent, async ({ name, content, ...defaults }) =>
      context.json(await importSeries(context.var.desk, { name, bytes: Buffer.from(content, 'base64') }, defaults), 201)))
    .delete('/official/:id', async (context) => ((await withdrawSeries(context.var.desk, context.req.param('id'))) ? context.json({}) : notFound(context)))
}
