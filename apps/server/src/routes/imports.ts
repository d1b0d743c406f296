// POST /api/imports, PUT …/:id/texts, POST and DELETE …/:id: a spreadsheet from the browser, held in parts and stored at once or not at all.
import { problem, ProblemError, type TableId } from '@lykta/incident'
import { maxSealedBytes } from '@lykta/seal'
import { Hono } from 'hono'
import { z } from 'zod'
import type { BroughtAnswer, HeldTextsAnswer, PlannedImportAnswer } from '../api/import-types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { base64url, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { beginImport, countsOf, readTexts, storeHeld, textsToBring, warningsOf } from '../work/import/bring-import.ts'
import { makeHeldImports, maxHeldBytes } from '../work/import/held-imports.ts'

const line = z.array(z.string().max(4_000)).max(30)
const table = z.array(line).min(1).max(250_000).optional()
const begun = z.strictObject({
  tables: z.strictObject({ organisations: table, incidents: table, persons: table, indicators: table } satisfies Record<TableId, unknown>),
  reasons: z.array(z.string().max(200)).max(250_000),
  overwriteCorrections: z.boolean(),
})
const file = base64url(maxSealedBytes)
const texts = z.strictObject({
  texts: z.array(z.strictObject({ index: z.int().min(0).max(250_000), sealedId: uuid, epoch: z.int().min(1).max(1_000_000), body: file, key: file })).min(1).max(1_000),
})
const nothing = z.strictObject({})

export function importRoutes(held = makeHeldImports()): Hono<Env> {
  return new Hono<Env>()
    .post('/imports', async (context) => withBody(context, begun, async ({ tables, reasons, overwriteCorrections }) => {
      const { desk, caller } = context.var
      const { organisations, incidents, persons, indicators } = tables
      const sent = { ...(organisations ? { organisations } : {}), ...(incidents ? { incidents } : {}), ...(persons ? { persons } : {}), ...(indicators ? { indicators } : {}) }
      const one = held.hold(desk.network.id, caller.id, await beginImport(desk, caller, { tables: sent, reasons: new Set(reasons), overwriteCorrections }))
      const answer: PlannedImportAnswer = { ...countsOf(one.planned), id: one.id, problems: warningsOf(one.planned), createdAt: one.createdAt, texts: textsToBring(one), room: maxHeldBytes }
      return context.json(answer, 201)
    }))
    .put('/imports/:id/texts', async (context) => withBody(context, texts, async (sent) => {
      const one = held.find(context.var.desk.network.id, context.var.caller.id, context.req.param('id'))
      if (!one || one.stored) return notFound(context)
      if (!held.add(one, readTexts(one, sent))) throw new ProblemError([problem('bringing.too-much', { megabytes: maxHeldBytes / 1024 / 1024 })])
      const answer: HeldTextsAnswer = { held: one.texts.size, of: one.waiting.length }
      return context.json(answer)
    }))
    .post('/imports/:id', async (context) => withBody(context, nothing, async () => {
      const { desk, caller } = context.var
      const one = held.find(desk.network.id, caller.id, context.req.param('id'))
      if (!one) return notFound(context)
      // Asked twice, because no answer came, it is stored once.
      one.stored ??= storeHeld(desk, caller.id, one)
      try {
        const answer: BroughtAnswer = await one.stored
        one.texts.clear()
        return context.json(answer)
      } catch (error) {
        delete one.stored
        throw error
      }
    }))
    .delete('/imports/:id', async (context) => {
      const { desk, caller } = context.var
      if (!held.find(desk.network.id, caller.id, context.req.param('id'))) return notFound(context)
      held.letGo(desk.network.id, caller.id)
      return context.json({})
    })
}
