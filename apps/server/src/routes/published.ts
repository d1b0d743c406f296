// /api/published and /published: approved editions for every signed-in reader, each audience its own.
import { Hono } from 'hono'
import { pathOf, sendFile } from '../http/edition-files.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { uuid } from '../http/shapes.ts'
import { findPublished, findPublishedFile, listPublished } from '../work/published.ts'

export function publishedRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/api/published', async (context) => context.json({ editions: await listPublished(context.var.desk) }))
    .get('/api/published/:id', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      const found = id.success ? await findPublished(context.var.desk, id.data) : undefined
      return found ? context.json(found) : notFound(context)
    })
    .get('/published/:id/*', async (context) => {
      const id = uuid.safeParse(context.req.param('id'))
      if (!id.success) return notFound(context)
      const path = pathOf(context, `/published/${id.data}/`)
      return sendFile(context, path, await findPublishedFile(context.var.desk, id.data, path), 'edition') ?? notFound(context)
    })
}
