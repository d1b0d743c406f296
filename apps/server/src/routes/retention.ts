// /api/retention: clocks, what falls due, weeding and its log; /api/holds: legal holds that two persons decide on.
import { clockGrounds, longestClock, problem, ProblemError, retentionIds } from '@lykta/incident'
import { Hono } from 'hono'
import { z } from 'zod'
import type { RetentionAnswer, WeedingClass } from '../api/retention-types.ts'
import type { CallerOf } from '../access/caller.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { day, line, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import type { NetworkJobs } from '../jobs/network-jobs.ts'
import type { Desk } from '../work/desk.ts'
import type { Notify } from '../work/notify.ts'
import { carryOutWeeding } from '../work/weeding/carry-out.ts'
import { answerRequest, askHold, listHolds } from '../work/weeding/holds.ts'
import { readRetention } from '../work/weeding/retention-answer.ts'
import { decideClock } from '../work/weeding/retention-clocks.ts'

const weedable = retentionIds.filter((id): id is WeedingClass => id !== 'publication')
const classOf = z.enum(weedable)
/** Where a decision stands: a number of a paragraph or of a file, nothing invisible in it. */
const reference = line(80)
const clock = z.strictObject({
  decided: z.strictObject({ months: z.int().min(1).max(longestClock), ground: z.enum(clockGrounds), reference, decidedOn: day }).nullable(),
})
const weeding = z.strictObject({ classes: z.array(classOf).max(weedable.length).refine((list) => new Set(list).size === list.length) })
const hold = { id: uuid, kind: z.enum(['incident', 'case', 'meeting']), of: line(100), reason: z.enum(['investigation', 'supervision', 'dispute']), both: z.boolean().optional() }
const newHold = z.discriminatedUnion('act', [z.strictObject({ act: z.literal('place'), until: day, ...hold }), z.strictObject({ act: z.literal('lift'), ...hold })])
const newAnswer = z.strictObject({ act: z.enum(['agree', 'refuse', 'withdraw']) })

/** Jobs are by year; this one has none. */
const noYear = 0

export function retentionRoutes({ jobsOf, notify }: { readonly jobsOf: NetworkJobs; readonly notify: Notify }): Hono<Env> {
  const answer = async (desk: Desk, caller: CallerOf): Promise<RetentionAnswer> => {
    const job = jobsOf(desk).latest(noYear, 'weed')
    return readRetention(desk, caller, job && (job.state === 'running' || job.state === 'failed') ? job : null)
  }
  return new Hono<Env>()
    .get('/retention', async (context) => context.json(await answer(context.var.desk, context.var.caller)))
    .put('/retention/clocks/:class', async (context) => withBody(context, clock, async (sent) => {
      const { desk, caller } = context.var
      const of = classOf.safeParse(context.req.param('class'))
      if (!of.success) return notFound(context)
      await decideClock(desk, of.data, sent)
      return context.json(await answer(desk, caller))
    }))
    .post('/retention/weedings', async (context) => withBody(context, weeding, async ({ classes }) => {
      const { desk } = context.var
      const job = jobsOf(desk).start(noYear, async ({ step }) => {
        const { tablesCleared, clearingFailed } = await carryOutWeeding(desk, { classes, onProgress: (share) => step('writing', share) })
        if (clearingFailed) throw new ProblemError([problem('retention.clearing-failed')])
        if (!tablesCleared) throw new ProblemError([problem('retention.not-cleared')])
      }, 'weed')
      return context.json(job, 202)
    }))
    .get('/holds', async (context) => {
      const holds = await listHolds(context.var.desk, context.var.caller)
      return holds ? context.json(holds) : notFound(context)
    })
    .post('/holds', async (context) => withBody(context, newHold, async (sent) => {
      const { desk, caller } = context.var
      const stored = await askHold(desk, caller, sent)
      if (stored) notify(desk, { for: 'core-group' })
      return context.json((await listHolds(desk, caller))!, stored ? 201 : 200)
    }))
    .post('/holds/:id/answers', async (context) => withBody(context, newAnswer, async ({ act }) => {
      const { desk, caller } = context.var
      const id = uuid.safeParse(context.req.param('id'))
      const asked = id.success ? await answerRequest(desk, caller, id.data, act) : undefined
      if (!asked) return notFound(context)
      if (act !== 'withdraw') notify(desk, { for: 'member', member: asked.author })
      return context.json((await listHolds(desk, caller))!)
    }))
}
