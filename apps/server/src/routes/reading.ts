// /api/reads, /api/reading-sessions and /api/break-glass: who has read, and what many texts may be read in; /api/second-persons: who may agree to it.
import { glassReasonCodes, problem } from '@lykta/incident'
import { Hono } from 'hono'
import { z } from 'zod'
import { ifRecent } from '../auth/recent.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { breakGlass, stepGlass } from '../work/break-glass.ts'
import type { Notify } from '../work/notify.ts'
import { readReads } from '../work/read-log.ts'
import { askSession, listSessions, readSessionTexts, stepSession } from '../work/reading-sessions.ts'
import { nameSecondPersons } from '../work/second-persons.ts'

const newSession = z.strictObject({ id: uuid, purpose: z.enum(['reading', 'search', 'annual-report', 'export', 're-sealing']) })
const newStep = z.strictObject({ act: z.enum(['approve', 'refuse', 'withdraw', 'begin', 'end']) })
const newGlass = z.strictObject({ id: uuid, reason: z.enum(glassReasonCodes), incident: z.string().min(1).max(40).nullable() })
const glassStep = z.discriminatedUnion('act', [z.strictObject({ act: z.literal('end') }), z.strictObject({ act: z.literal('review'), finding: z.enum(['justified', 'not-justified']) })])
const secondPersons = z.strictObject({ members: z.array(uuid).max(50).refine((ids) => new Set(ids).size === ids.length) })
const pageOfTexts = z.object({ part: z.enum(['reasons', 'notes', 'meetings']).default('reasons'), after: uuid.nullable().default(null) })
const readsQuery = z.object({ organisation: uuid.optional(), before: z.string().regex(/^[1-9]\d{0,15}$/).transform(Number).optional() })

export function readingRoutes(signIn: SignIn, notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .get('/reads', async (context) => {
      const { desk, caller } = context.var
      const asked = readsQuery.safeParse(context.req.query())
      if (!asked.success) return refuse(context, 400, [problem('server.body', { fields: 'organisation, before' })])
      return context.json(await readReads(desk, caller, asked.data.organisation ?? null, asked.data.before ?? null))
    })
    .get('/reading-sessions', async (context) => context.json(await listSessions(context.var.desk, context.var.caller)))
    .post('/reading-sessions', async (context) => withBody(context, newSession, async (sent) => {
      const { desk, caller } = context.var
      const stored = await askSession(desk, caller, sent)
      // The whole core group sees it, and may refuse it for a day.
      if (stored) notify(desk, { for: 'core-group' })
      return context.json(await listSessions(desk, caller), stored ? 201 : 200)
    }))
    .post('/reading-sessions/:id/steps', async (context) => withBody(context, newStep, async ({ act }) => {
      const { desk, caller } = context.var
      const id = uuid.safeParse(context.req.param('id'))
      const stepped = id.success ? await stepSession(desk, caller, id.data, act) : undefined
      if (!stepped) return notFound(context)
      if (act === 'approve' || act === 'refuse') notify(desk, { for: 'member', member: stepped.author })
      if (act === 'begin') notify(desk, { for: 'core-group' })
      return context.json(await listSessions(desk, caller))
    }))
    .get('/reading-sessions/:id/texts', async (context) => {
      const { desk, caller } = context.var
      const [id, asked] = [uuid.safeParse(context.req.param('id')), pageOfTexts.safeParse(context.req.query())]
      if (!asked.success) return refuse(context, 400, [problem('server.body', { fields: 'part, after' })])
      const texts = id.success ? await readSessionTexts(desk, caller, id.data, asked.data.part, asked.data.after) : undefined
      return texts ? context.json(texts) : notFound(context)
    })
    .post('/break-glass', async (context) => withBody(context, newGlass, async (sent) => {
      const { desk, caller } = context.var
      const broken = await breakGlass(desk, caller, sent)
      if (broken === undefined) return notFound(context)
      // Nobody was asked: everybody of the core group is told.
      if (broken) notify(desk, { for: 'core-group' })
      return context.json(await listSessions(desk, caller), broken ? 201 : 200)
    }))
    .post('/break-glass/:id/steps', async (context) => withBody(context, glassStep, async (sent) => {
      const { desk, caller } = context.var
      const id = uuid.safeParse(context.req.param('id'))
      if (!id.success || !(await stepGlass(desk, caller, id.data, sent))) return notFound(context)
      notify(desk, { for: 'core-group' })
      return context.json(await listSessions(desk, caller))
    }))
    // It gives somebody more, as another role does.
    .put('/second-persons', async (context) => withBody(context, secondPersons, async ({ members }) => ifRecent(signIn, context, async () => {
      const { desk, caller } = context.var
      await nameSecondPersons(desk, members)
      notify(desk, { for: 'core-group' })
      return context.json(await listSessions(desk, caller))
    })))
}
