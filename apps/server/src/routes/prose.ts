// /api/prose: the reports' text in each language, read and saved as revisions; /api/examples: what raised suspicion, in other words.
import { problem } from '@lykta/incident'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppOptions } from '../http/app.ts'
import type { ExamplesAnswer, ProseFigures, ProseSaved, ProseTextAnswer } from '../api/prose-types.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import { language, line, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { proposeExample, readNetworkExamples, settleExample } from '../work/examples.ts'
import { findNetworkProse, readNetworkProse, readProseHistory, storeProse } from '../work/prose.ts'

/** No control characters but the end of a line and the tabulator, and nothing that no text can hold. */
const readable = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text)
const fits = (most: number) => (value: string): boolean => new TextEncoder().encode(value).length <= most
/** Checked by hand: the names in it are the sender's own, and an answer that names a field would repeat them. */
function areFigures(value: unknown): boolean {
  const entriesOf = (one: unknown): readonly [string, unknown][] | undefined => (typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.entries(one) : undefined)
  const isPrinted = ([source, printed]: readonly [string, unknown]): boolean =>
    source.length <= 400 && readable(source) && (printed === null || (typeof printed === 'string' && printed.length <= 2_000 && readable(printed)))
  return entriesOf(value)?.every(([year, printed]) => /^\d{4}$/.test(year) && entriesOf(printed)?.every(isPrinted) === true) === true && fits(400_000)(JSON.stringify(value))
}
const saving = z.strictObject({
  base: z.int().min(0).max(999_999_999),
  text: z.string().min(1).max(200_000).refine(readable).refine(fits(400_000)),
  figures: z.custom<ProseFigures>(areFigures),
})
const example = z.strictObject({ id: uuid, sv: line(600), en: line(600) })

export function proseRoutes({ templates }: Pick<AppOptions, 'templates'>): Hono<Env> {
  return new Hono<Env>()
    .get('/prose', async (context) => context.json(await readNetworkProse(context.var.desk, templates)))
    .get('/prose/:language/revisions', async (context) => {
      const asked = language.safeParse(context.req.param('language'))
      return asked.success ? context.json(await readProseHistory(context.var.desk, asked.data)) : notFound(context)
    })
    .get('/prose/:language/revisions/:revision', async (context) => {
      const asked = language.safeParse(context.req.param('language'))
      const revision = /^\d{1,9}$/.test(context.req.param('revision')) ? Number(context.req.param('revision')) : undefined
      const text = asked.success && revision !== undefined ? await findNetworkProse(context.var.desk, asked.data, revision) : undefined
      return text ? context.json({ text } satisfies ProseTextAnswer) : notFound(context)
    })
    .put('/prose/:language', async (context) => {
      const asked = language.safeParse(context.req.param('language'))
      if (!asked.success) return notFound(context)
      return withBody(context, saving, async (sent) => {
        if (templates !== undefined) return refuse(context, 422, [problem('prose.fixed')])
        return context.json({ saved: await storeProse(context.var.desk, asked.data, sent) } satisfies ProseSaved)
      })
    })
    .get('/examples', async (context) => context.json((await readNetworkExamples(context.var.desk)) satisfies ExamplesAnswer))
    .post('/examples', async (context) => withBody(context, example, async (sent) => {
      await proposeExample(context.var.desk, sent)
      return context.json((await readNetworkExamples(context.var.desk)) satisfies ExamplesAnswer, 201)
    }))
    .post('/examples/:id/approval', async (context) => settled(context, 'approved'))
    .post('/examples/:id/withdrawal', async (context) => settled(context, 'withdrawn'))
}

async function settled(context: Context<Env>, kind: 'approved' | 'withdrawn'): Promise<Response> {
  const id = uuid.safeParse(context.req.param('id'))
  if (!id.success || !(await settleExample(context.var.desk, id.data, kind))) return notFound(context)
  return context.json((await readNetworkExamples(context.var.desk)) satisfies ExamplesAnswer)
}
