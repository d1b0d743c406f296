// GET and POST /api/sealed-keys: after a rotation the coordinator's browser takes every small key file to the new epoch.
import { Hono } from 'hono'
import { problem } from '@lykta/incident'
import { z } from 'zod'
import type { SealedKeysAnswer } from '../api/member-types.ts'
import type { Env } from '../http/env.ts'
import { refuse } from '../http/failure.ts'
import { base64url, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { keysAPage, readKeyPage, renewKeys } from '../work/renew-keys.ts'

const request = z.strictObject({
  keys: z.array(z.strictObject({ sealedId: uuid, epoch: z.int().min(1).max(1_000_000), key: base64url(4096) })).min(1).max(keysAPage)
    .refine((keys) => new Set(keys.map(({ sealedId }) => sealedId)).size === keys.length),
})

export function sealedKeyRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/sealed-keys', async (context) => {
      const after = uuid.nullable().safeParse(context.req.query('after') ?? null)
      if (!after.success) return refuse(context, 400, [problem('server.body', { fields: 'after' })])
      return context.json(await readKeyPage(context.var.desk, after.data))
    })
    .post('/sealed-keys', async (context) => withBody(context, request, async ({ keys }) =>
      context.json({ left: await renewKeys(context.var.desk, keys) } satisfies SealedKeysAnswer)))
}
