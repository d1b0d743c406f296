// GET /api/incidents/:ref/text?revision=N: two age files and what their envelope must say; the server can open neither.
import { problem } from '@lykta/incident'
import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import { readText } from '../work/read-text.ts'

export function sealedTextRoutes(): Hono<Env> {
  return new Hono<Env>().get('/incidents/:ref/text', async (context) => {
    const asked = context.req.query('revision')
    if (asked !== undefined && !/^[1-9]\d{0,8}$/.test(asked)) return refuse(context, 400, [problem('server.body', { fields: 'revision' })])
    const text = await readText(context.var.desk, context.var.caller, context.req.param('ref'), asked === undefined ? undefined : Number(asked))
    return text ? context.json(text) : notFound(context)
  })
}
