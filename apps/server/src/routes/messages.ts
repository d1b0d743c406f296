// /api/incidents/:ref/messages: a coded question from the coordinator, the answer, and how it went.
import { Hono } from 'hono'
import { z } from 'zod'
import type { MessagesAnswer } from '../api/member-types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { messageCodes, readIncidentMessages, writeMessage } from '../work/incident-messages.ts'
import type { Notify } from '../work/notify.ts'

const newMessage = z.discriminatedUnion('kind', [
  z.strictObject({ id: uuid, kind: z.literal('question'), code: z.enum(messageCodes.question), to: z.null() }),
  z.strictObject({ id: uuid, kind: z.literal('answer'), code: z.enum(messageCodes.answer), to: uuid }),
  z.strictObject({ id: uuid, kind: z.literal('outcome'), code: z.enum(messageCodes.outcome), to: z.null() }),
])

export function messageRoutes(notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .get('/incidents/:ref/messages', async (context) => {
      const messages = await readIncidentMessages(context.var.desk, context.var.caller, context.req.param('ref'))
      return messages ? context.json({ messages } satisfies MessagesAnswer) : notFound(context)
    })
    .post('/incidents/:ref/messages', async (context) => withBody(context, newMessage, async (sent) => {
      const { desk, caller } = context.var
      const written = await writeMessage(desk, caller, context.req.param('ref'), sent)
      if (!written) return notFound(context)
      const { author, organisation, stored } = written
      if (stored) notify(desk, sent.kind === 'answer' ? { for: 'coordinators' } : { for: 'author', author, organisation })
      return context.json({}, stored ? 201 : 200)
    }))
}
