// GET /api/same, POST /api/same/links, /removals and /refusals, GET /api/incidents/:ref/same: the same event and the same persons, for the coordinator.
import { degrees } from '@lykta/incident'
import { findReference } from '@lykta/register'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { line } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { differSame, linkSame, unlinkSame } from '../work/same/link-same.ts'
import { listSame, listSameOf } from '../work/same/list-same.ts'

const thing = z.strictObject({ ref: line(20, 0), entry: z.int().min(0).max(10_000).nullable() })
const links = z.strictObject({ pairs: z.array(z.strictObject({ first: thing, second: thing, degree: z.enum(degrees) })).min(1).max(50) })
const removals = z.strictObject({ things: z.array(thing).min(1).max(50) })
const refusal = z.strictObject({ first: thing, second: thing, differ: z.boolean() })

export function sameRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/same', async (context) => context.json(await listSame(context.var.desk)))
    .post('/same/links', async (context) => withBody(context, links, async (sent) => done(context, await linkSame(context.var.desk, sent))))
    .post('/same/removals', async (context) => withBody(context, removals, async (sent) => done(context, await unlinkSame(context.var.desk, sent))))
    .post('/same/refusals', async (context) => withBody(context, refusal, async (sent) => done(context, await differSame(context.var.desk, sent))))
    .get('/incidents/:ref/same', async (context) => {
      const ref = findReference(context.req.param('ref'))
      const answer = ref === undefined ? undefined : await listSameOf(context.var.desk, ref)
      return answer ? context.json(answer) : notFound(context)
    })
}

/** 201 when something changed, 200 when it was so already. */
function done(context: Context<Env>, changed: boolean | undefined): Response {
  return changed === undefined ? notFound(context) : context.json({}, changed ? 201 : 200)
}
