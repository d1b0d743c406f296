// /api/drafts: freezing a year, reading a draft, throwing it away, and the steps by which it is agreed to or not; /draft-files: its files, each with the mark of a draft.
import { problem, ProblemError } from '@lykta/incident'
import { checkChanged } from '@lykta/publication/reading'
import { findEditionFile, inNetwork } from '@lykta/register'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppOptions } from '../http/app.ts'
import { pathOf, sendFile } from '../http/edition-files.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { day, hash, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import type { NetworkJobs } from '../jobs/network-jobs.ts'
import { momentOf, yearsOf } from '../work/count-network.ts'
import { discardFrozen, findDraft, listDrafts, takeStep } from '../work/drafts.ts'
import { freezeEdition } from '../work/freeze-edition.ts'
import type { Notify } from '../work/notify.ts'

/** Those whose rows may merge: no crosses. */
const rowTables = ['indicators', 'exploitation', 'nationalityIncidents', 'sex', 'ageGroup', 'placeType', 'sector'] as const

/** Written for people, in several lines; nothing invisible. */
const words = (letters: number) => z.string().transform((text) => text.normalize('NFC').trim())
  .refine((text) => text.length >= 1 && text.length <= letters && text.isWellFormed() && !/[^\P{C}\n]|[\u2028\u2029]/u.test(text))

const newDraft = z.strictObject({
  year: z.int().min(1000).max(9999),
  audience: z.enum(['core', 'network', 'public']),
  overrides: z.array(z.discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('organisations'), reason: words(1000) }),
    z.strictObject({ rule: z.literal('merge'), table: z.enum(rowTables), reason: words(1000) }),
  ])).max(2).refine((list) => new Set(list.map(({ rule }) => rule)).size === list.length),
  revises: uuid.optional(),
  changed: z.strictObject({ sv: words(2000), en: words(2000) }).optional(),
  figures: z.boolean().optional(),
}).refine(({ revises, changed, overrides, figures }) => (revises === undefined) === (changed === undefined) && (revises === undefined || figures === true || overrides.length === 0) && (revises !== undefined || figures === undefined))

const step = z.strictObject({
  act: z.enum(['ask', 'approve', 'refuse', 'withdraw']),
  digest: hash,
  releaseOn: day.nullish(),
  reason: z.enum(['figures', 'words', 'time', 'other']).optional(),
})

export function draftRoutes({ templates, jobsOf, notify, compilePdf }: Pick<AppOptions, 'templates' | 'compilePdf'> & { readonly jobsOf: NetworkJobs; readonly notify: Notify }): Hono<Env> {
  return new Hono<Env>()
    .get('/api/drafts', async (context) => context.json({ drafts: await listDrafts(context.var.desk) }))
    .post('/api/drafts', (context) => withBody(context, newDraft, async ({ year, audience, overrides, revises, changed, figures }) => {
      const { desk } = context.var
      if (!yearsOf((await momentOf(desk)).collection).includes(year)) throw new ProblemError([problem('editions.not-there')])
      for (const language of changed ? (['sv', 'en'] as const) : []) {
        const [found] = checkChanged(changed![language], language)
        if (found !== undefined) throw new ProblemError([problem('editions.changed-number', { found })])
      }
      const id = crypto.randomUUID()
      const job = jobsOf(desk).start(year, ({ step: tell, signal }) => freezeEdition(desk, {
        id, year, audience, templates, compilePdf, signal, onStep: tell,
        overrides: overrides.map((override) => ({ rule: override.rule, subject: override.rule === 'merge' ? override.table : '', reason: override.reason })),
        revises: revises === undefined || changed === undefined ? undefined : { entry: revises, changed, figures },
      }), `freeze ${id}`)
      return context.json({ job, draft: id }, 202)
    }))
    .get('/api/drafts/:id', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      const found = id.success ? await findDraft(context.var.desk, id.data) : undefined
      return found ? context.json(found) : notFound(context)
    })
    .delete('/api/drafts/:id', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      return id.success && (await discardFrozen(context.var.desk, id.data)) ? context.json({}) : notFound(context)
    })
    .post('/api/drafts/:id/steps', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      // Whether there is such a draft is asked before anything of the body is told.
      if (!id.success || !(await listDrafts(context.var.desk)).some((one) => one.id === id.data)) return notFound(context)
      return withBody(context, step, async (sent) => {
        const answer = await takeStep(context.var.desk, id.data, sent)
        if (answer && sent.act === 'ask') notify(context.var.desk, { for: 'core-group' })
        if (answer && sent.act !== 'ask') notify(context.var.desk, { for: 'coordinators' })
        return answer ? context.json(answer) : notFound(context)
      })
    })
    .get('/draft-files/:id/*', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      if (!id.success) return notFound(context)
      const { register, context: caller } = context.var.desk
      const path = pathOf(context, `/draft-files/${id.data}/`)
      const bytes = await inNetwork(register, caller, (transaction) => findEditionFile(transaction, id.data, 'draft', path))
      return sendFile(context, path, bytes, 'draft') ?? notFound(context)
    })
}
