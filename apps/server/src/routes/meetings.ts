// /api/meetings: dates, one meeting, what organisations say before it, what it decided and who does what; each circle its own.
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import type { ItemAnswer, MeetingsAnswer } from '../api/meeting-types.ts'
import type { CallerOf } from '../access/caller.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { action, decision, meetingChange, newMeetings, situation } from '../http/meeting-shapes.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import type { Desk } from '../work/desk.ts'
import { renderCalendar } from '../work/meetings/calendar.ts'
import { giveSituation, noteAction, noteDecision, type Stored } from '../work/meetings/items.ts'
import { changeMeeting, listMeetings, planMeetings, readMeeting } from '../work/meetings/meetings.ts'
import { readOwnAsks } from '../work/meetings/own-asks.ts'
import { readTexts } from '../work/meetings/texts.ts'

export function meetingRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/meetings', async (context) => context.json({ meetings: await listMeetings(context.var.desk), asked: await readOwnAsks(context.var.desk, context.var.caller) } satisfies MeetingsAnswer))
    .get('/meetings.ics', async (context) => {
      const { desk } = context.var
      const title = context.req.query('lang') === 'en' ? 'Meeting' : 'Möte'
      const text = renderCalendar(await listMeetings(desk), desk.network.timeZone, new Date().toISOString(), title)
      return context.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="meetings.ics"' })
    })
    .post('/meetings', async (context) => withBody(context, newMeetings, async (sent) => context.json({}, (await planMeetings(context.var.desk, sent)) ? 201 : 200)))
    .get('/meetings/:id', async (context) => found(context, (desk, id) => readMeeting(desk, id)))
    .put('/meetings/:id', async (context) => withBody(context, meetingChange, async (sent) => found(context, (desk, id) => changeMeeting(desk, id, sent))))
    .get('/meetings/:id/texts', async (context) => found(context, readTexts))
    .post('/meetings/:id/situations', async (context) => item(context, situation, giveSituation))
    .post('/meetings/:id/decisions', async (context) => item(context, decision, noteDecision))
    .post('/meetings/:id/actions', async (context) => item(context, action, noteAction))
}

async function found<Answer extends object>(context: Context<Env>, work: (desk: Desk, id: string) => Promise<Answer | undefined>): Promise<Response> {
  const id = uuid.safeParse(context.req.param('id'))
  const answer = id.success ? await work(context.var.desk, id.data) : undefined
  return answer ? context.json(answer) : notFound(context)
}

async function item<Shape extends z.ZodType>(context: Context<Env>, shape: Shape, work: (desk: Desk, caller: CallerOf, id: string, sent: z.output<Shape>) => Promise<Stored | undefined>): Promise<Response> {
  return withBody(context, shape, async (sent) => {
    const id = uuid.safeParse(context.req.param('id'))
    const stored = id.success ? await work(context.var.desk, context.var.caller, id.data, sent) : undefined
    return stored ? context.json({ revision: stored.revision } satisfies ItemAnswer, stored.stored ? 201 : 200) : notFound(context)
  })
}
