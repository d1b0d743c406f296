// /api/authority, its decisions on weeding and on extracts, and what the desk reminds of.
import { type Context, Hono } from 'hono'
import { authority, extract, weeding } from '../http/authority-shapes.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { listExtracts, noteExtract } from '../work/authority/extracts.ts'
import { changeAuthority, readAuthority, readDuties } from '../work/authority/setting.ts'
import { noteWeeding } from '../work/authority/weeding.ts'

export function authorityRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/duties', async (context) => context.json(await readDuties(context.var.desk)))
    .get('/authority', async (context) => context.json(await readAuthority(context.var.desk)))
    .put('/authority', async (context) => withBody(context, authority, async (sent) => {
      await changeAuthority(context.var.desk, sent)
      return context.json(await readAuthority(context.var.desk))
    }))
    .put('/weeding-decisions/:id', async (context) => withBody(context, weeding, async (sent) => {
      const id = uuid.safeParse(context.req.param('id'))
      const noted = id.success ? await noteWeeding(context.var.desk, id.data, sent) : undefined
      return noted ? context.json(noted) : notFound(context)
    }))
    .get('/incidents/:ref/extracts', async (context) => {
      const extracts = await extractsOf(context)
      return extracts ? context.json({ extracts }) : notFound(context)
    })
    .post('/incidents/:ref/extracts', async (context) => withBody(context, extract, async (sent) => {
      const noted = await noteExtract(context.var.desk, context.var.caller, context.req.param('ref'), sent)
      return noted === undefined ? notFound(context) : context.json({ extracts: (await extractsOf(context)) ?? [] }, noted ? 201 : 200)
    }))
}

function extractsOf(context: Context<Env, '/incidents/:ref/extracts'>) {
  return listExtracts(context.var.desk, context.var.caller, context.req.param('ref'))
}
