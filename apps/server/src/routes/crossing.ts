// GET /api/crossing: any two coded answers against each other on raw counts, for the coordinator alone; nothing of it is kept.
import { problem } from '@lykta/incident'
import { crossable, crossingOf, type CrossableUnit, type Dimension, wholePeriod } from '@lykta/statistics'
import { Hono } from 'hono'
import { z } from 'zod'
import type { CrossingAnswer } from '../api/crossing-types.ts'
import type { Env } from '../http/env.ts'
import { refuse } from '../http/failure.ts'
import { countAt, momentOf, yearOf } from '../work/count-network.ts'

const yearText = z.string().regex(/^\d{4}$/).transform(Number)
const query = z.object({ unit: z.enum(Object.keys(crossable) as CrossableUnit[]), rows: z.string(), columns: z.string(), from: yearText, to: yearText })

export function crossingRoutes(): Hono<Env> {
  return new Hono<Env>().get('/crossing', async (context) => {
    const { desk } = context.var
    const asked = query.safeParse(context.req.query())
    if (!asked.success) return refuse(context, 400, [problem('server.crossing')])
    const { unit, rows, columns, from, to } = asked.data
    const known: readonly string[] = crossable[unit]
    const moment = await momentOf(desk)
    const [first, last] = [yearOf(moment.collection.from), yearOf(moment.collection.to)]
    if (rows === columns || !known.includes(rows) || !known.includes(columns) || from > to || from < first || to > last) return refuse(context, 400, [problem('server.crossing')])
    const crossing = await crossingOf({
      unit, by: [rows as Dimension, columns as Dimension], period: wholePeriod(from, to, moment.collection),
      count: async (specs, periods) => (await countAt(desk, moment, [{ specs, periods }]))[0]!,
    })
    return context.json({ asOf: { position: moment.position, at: moment.at }, crossing } satisfies CrossingAnswer)
  })
}
