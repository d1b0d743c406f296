// GET /api/efforts and PUT /api/efforts/:id; GET and POST /api/yearly-answers: how much the network looked, and at what.
import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { effort, yearlyAnswers } from '../http/meeting-shapes.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { enterEffort, listEfforts } from '../work/efforts/efforts.ts'
import { answerYear, listYearlyAnswers } from '../work/meetings/yearly-answers.ts'

export function effortRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/efforts', async (context) => context.json(await listEfforts(context.var.desk)))
    .put('/efforts/:id', async (context) => withBody(context, effort, async (sent) => {
      const id = uuid.safeParse(context.req.param('id'))
      const stored = id.success ? await enterEffort(context.var.desk, context.var.caller, id.data, sent) : undefined
      return stored === undefined ? notFound(context) : context.json({}, stored ? 201 : 200)
    }))
    .get('/yearly-answers', async (context) => context.json(await listYearlyAnswers(context.var.desk)))
    .post('/yearly-answers', async (context) => withBody(context, yearlyAnswers, async (sent) => {
      const stored = await answerYear(context.var.desk, context.var.caller, sent)
      return stored === undefined ? notFound(context) : context.json({}, stored ? 201 : 200)
    }))
}
