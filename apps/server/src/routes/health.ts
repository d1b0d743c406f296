// GET /health: whether the server and its database answer; for whoever watches over them, and of nothing else.
import type { Register } from '@lykta/register'
import { Hono } from 'hono'
import type { Env } from '../http/env.ts'

export function healthRoutes({ app }: Register): Hono<Env> {
  return new Hono<Env>().get('/health', async (context) => {
    const answers = await app.query('select 1').then(() => true, () => false)
    return answers ? context.text('ok') : context.text('database', 503)
  })
}
