// /api/cases: incidents that are followed up together, one event after another, and how far cases come.
import { closeReasons, offences, reopenReasons } from '@lykta/incident'
import { maxSealedBytes } from '@lykta/seal'
import { Hono } from 'hono'
import { z } from 'zod'
import type { NewCaseAnswer } from '../api/case-types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { base64url, day, hash, instant, line, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { addCaseEvent } from '../work/cases/add-event.ts'
import { listCases } from '../work/cases/list-cases.ts'
import { openCase } from '../work/cases/open-case.ts'
import { readCase } from '../work/cases/read-case.ts'
import { readFunnel } from '../work/cases/read-funnel.ts'
import { readNote } from '../work/cases/read-note.ts'
import type { Notify } from '../work/notify.ts'

const ref = line(40, 0)
const step = line(40, 0)
const file = base64url(maxSealedBytes)

const newCase = z.strictObject({ id: uuid, incidents: z.array(ref).min(1).max(50), createdAt: instant })

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['join', 'leave']), incident: ref }),
  z.strictObject({ kind: z.literal('step'), step, on: day.nullable(), organisation: uuid.nullable(), outcome: z.enum(['reached', 'tried']) }),
  z.strictObject({ kind: z.literal('plan'), step: step.nullable(), organisation: uuid.nullable(), due: day.nullable(), remind: day.nullable() }),
  z.strictObject({ kind: z.literal('police-report'), incident: ref, filedOn: day.nullable(), offence: z.enum(offences), counted: z.boolean() }),
  z.strictObject({ kind: z.literal('note'), replaces: uuid.nullable() }),
  z.strictObject({ kind: z.literal('void'), event: uuid }),
  z.strictObject({ kind: z.literal('close'), reason: z.enum(closeReasons) }),
  z.strictObject({ kind: z.literal('reopen'), reason: z.enum(reopenReasons) }),
])
const position = z.int().min(1).max(1_000_000)
const newEvent = z.strictObject({
  id: uuid, act, createdAt: instant,
  sealed: z.strictObject({ epoch: position, position: position.nullable(), body: file, key: file, codedHash: hash }).nullable(),
}).refine(({ act: { kind }, sealed }) => (kind === 'note') === (sealed !== null))

const years = z.object({ from: z.coerce.number().int().min(1900).max(2200).optional(), to: z.coerce.number().int().min(1900).max(2200).optional() })

export function caseRoutes(notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .get('/cases', async (context) => context.json(await listCases(context.var.desk, context.req.query('closed') === '1')))
    .post('/cases', async (context) => withBody(context, newCase, async (sent) => {
      const opened = await openCase(context.var.desk, context.var.caller, sent)
      return opened ? context.json({ ref: opened.ref } satisfies NewCaseAnswer, opened.stored ? 201 : 200) : notFound(context)
    }))
    .get('/cases/:ref', async (context) => {
      const answer = await readCase(context.var.desk, context.var.caller, context.req.param('ref'))
      return answer ? context.json(answer) : notFound(context)
    })
    .post('/cases/:ref/events', async (context) => withBody(context, newEvent, async (sent) => {
      const { desk, caller } = context.var
      const added = await addCaseEvent(desk, caller, context.req.param('ref'), sent)
      if (!added) return notFound(context)
      if (added.stored) {
        if (caller.role !== 'coordinator') notify(desk, { for: 'coordinators' })
        // Whose turn it is next is told so, and nothing else.
        if (added.act.kind === 'plan' && added.act.organisation !== null) notify(desk, { for: 'organisation', organisation: added.act.organisation })
      }
      return context.json({}, added.stored ? 201 : 200)
    }))
    .get('/cases/:ref/notes/:id', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      const answer = id.success ? await readNote(context.var.desk, context.req.param('ref'), id.data) : undefined
      return answer ? context.json(answer) : notFound(context)
    })
    .get('/chain', async (context) => {
      const asked = years.safeParse(context.req.query())
      const answer = asked.success ? await readFunnel(context.var.desk, asked.data) : undefined
      return answer ? context.json(answer) : notFound(context)
    })
}
