// GET /api/explorer …: the tables of approved editions for whoever is signed in, and their files. What is not in her set is not there.
import { Hono } from 'hono'
import type { ExplorerAnswer } from '../api/explorer-types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { audienceOf, findExplored, findExploredFile, listExplored } from '../work/explorer.ts'

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const

export function explorerRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/explorer', async (context) => {
      const { desk, caller } = context.var
      return context.json({ editions: await listExplored(desk, audienceOf(caller)) } satisfies ExplorerAnswer)
    })
    .get('/explorer/:edition/:table', async (context) => {
      const { desk, caller } = context.var
      const found = await findExplored(desk, audienceOf(caller), context.req.param('edition'), context.req.param('table'))
      return found ? context.json(found) : notFound(context)
    })
    .get('/explorer/:edition/:table/:file', async (context) => {
      const { desk, caller } = context.var
      const found = await findExploredFile(desk, audienceOf(caller), context.req.param('edition'), context.req.param('table'), context.req.param('file'))
      if (!found) return notFound(context)
      return context.body(found.text, 200, { 'content-type': types[found.kind], 'content-disposition': `attachment; filename="${found.name}"` })
    })
}
