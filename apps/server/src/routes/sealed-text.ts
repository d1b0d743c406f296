// GET /api/incidents/:ref/text: two age files and what their envelope must say; the server can open neither.
import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { readText } from '../work/read-text.ts'

export function sealedTextRoutes(): Hono<Env> {
  return new Hono<Env>().get('/incidents/:ref/text', async (context) => {
    const text = await readText(context.var.desk, context.var.caller, context.req.param('ref'))
    return text ? context.json(text) : notFound(context)
  })
}
