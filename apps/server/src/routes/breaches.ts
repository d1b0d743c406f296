// /api/breaches: the log of personal data breaches, one after another, each with its clock and its sealed text.
import { Hono } from 'hono'
import { breach } from '../http/authority-shapes.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { listBreaches, noteBreach, readBreachText } from '../work/authority/breaches.ts'

export function breachRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/breaches', async (context) => context.json(await listBreaches(context.var.desk)))
    .put('/breaches/:id', async (context) => withBody(context, breach, async (sent) => {
      const id = uuid.safeParse(context.req.param('id'))
      const noted = id.success ? await noteBreach(context.var.desk, context.var.caller, id.data, sent) : undefined
      return noted ? context.json(await listBreaches(context.var.desk), noted.stored ? 201 : 200) : notFound(context)
    }))
    .get('/breaches/:id/text', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      const answer = id.success ? await readBreachText(context.var.desk, id.data) : undefined
      return answer ? context.json(answer) : notFound(context)
    })
}
