// PUT /api/organisations/:id: adds an organisation or a source outside the network, or changes what is true of one.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { organisation } from '../http/network-shapes.ts'
import { day, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { changeOrganisation } from '../work/organisations.ts'

const state = organisation.omit({ id: true }).extend({ joined: day.nullable(), left: day.nullable() })
const request = z.strictObject({ before: state.nullable(), after: state })

export function organisationRoutes(): Hono<Env> {
  return new Hono<Env>()
    .put('/organisations/:id', async (context) => withBody(context, request, async (sent) => {
      const id = uuid.safeParse(context.req.param('id'))
      return id.success ? context.json(await changeOrganisation(context.var.desk, id.data, sent)) : notFound(context)
    }))
}
