// GET /api/dark-figure and /api/completion: whether it can be told how many nobody reported, or has reported yet, which mostly it cannot; for the coordinator alone.
import { problem } from '@lykta/incident'
import { wholePeriod } from '@lykta/statistics'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../http/env.ts'
import { refuse } from '../http/failure.ts'
import { momentOf, yearOf } from '../work/count-network.ts'
import { estimateCompletion } from '../work/completion.ts'
import { estimateDarkFigure } from '../work/dark-figure.ts'

const yearText = z.string().regex(/^\d{4}$/).transform(Number)
const query = z.object({ from: yearText, to: yearText, linkage: z.enum(['known', 'unknown']).default('unknown') })

export function darkFigureRoutes(): Hono<Env> {
  return new Hono<Env>().get('/dark-figure', async (context) => {
    const { desk } = context.var
    const asked = query.safeParse(context.req.query())
    const moment = await momentOf(desk)
    const [first, last] = [yearOf(moment.collection.from), yearOf(moment.collection.to)]
    if (!asked.success || asked.data.from > asked.data.to || asked.data.from < first || asked.data.to > last) return refuse(context, 400, [problem('server.year')])
    const { from, to, linkage } = asked.data
    return context.json(await estimateDarkFigure(desk, moment, wholePeriod(from, to, moment.collection), linkage === 'known'))
  }).get('/completion', async (context) => {
    const { desk } = context.var
    return context.json(await estimateCompletion(desk, await momentOf(desk)))
  })
}
