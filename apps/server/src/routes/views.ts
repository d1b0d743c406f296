// GET and POST /api/views, DELETE /api/views/:id: the views of the inbox that a member keeps, in codes alone.
import { exploitations, placeTypes, problem, ProblemError } from '@lykta/incident'
import { inNetwork, isTaken, readViews, removeView, saveView } from '@lykta/register'
import { Hono } from 'hono'
import { z } from 'zod'
import { type InboxView, type ViewsAnswer, waitings } from '../api/inbox-types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { withBody } from '../http/with-body.ts'
import type { Desk } from '../work/desk.ts'

const view = z.strictObject({
  waiting: z.enum(waitings).optional(),
  year: z.int().min(1900).max(2200).optional(),
  exploitation: z.enum(exploitations).optional(),
  organisation: z.uuid().optional(),
  placeType: z.enum(placeTypes).optional(),
})
const sent = z.strictObject({ id: z.uuid(), view })
const most = 20

export function viewRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/views', async (context) => context.json(await list(context.var.desk)))
    .post('/views', async (context) => withBody(context, sent, async ({ id, view: content }) => {
      const { desk } = context.var
      const { views } = await list(desk)
      if (views.some((one) => one.id === id)) return context.json({ views })
      if (views.length >= most) throw new ProblemError([problem('views.many')])
      // Sent twice at once it is there once.
      await saveView(desk.register, desk.context, { id, content }).catch((error: unknown) => {
        if (!(error instanceof ProblemError && isTaken(error))) throw error
      })
      return context.json(await list(desk), 201)
    }))
    .delete('/views/:id', async (context) => {
      const { desk } = context.var
      const id = context.req.param('id')
      return z.uuid().safeParse(id).success && (await removeView(desk.register, desk.context, id)) ? context.json(await list(desk)) : notFound(context)
    })
}

async function list(desk: Desk): Promise<ViewsAnswer> {
  const views = await inNetwork(desk.register, desk.context, (transaction) => readViews(transaction, desk.context.member))
  return { views: views.map(({ id, content }) => ({ id, view: content as InboxView })) }
}
