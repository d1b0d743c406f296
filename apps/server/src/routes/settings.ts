// /api/settings: the numbers to call, the smallest number that is published, own indicators and questions, and the test of the recovery sheets.
import { mostOwnQuestions } from '@lykta/incident'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { chainStep, ownIndicator, ownQuestion, settings } from '../http/network-shapes.ts'
import { withBody } from '../http/with-body.ts'
import { markRecoveryTested, readNetworkSettings, storeSettings } from '../work/network-settings.ts'

const request = z.strictObject({
  settings,
  ownIndicators: z.array(ownIndicator).max(500).refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
  chain: z.array(chainStep).min(2).max(100).optional(),
  seen: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  ownQuestions: z.array(ownQuestion).max(mostOwnQuestions).refine((list) => new Set(list.map(({ id }) => id)).size === list.length).optional(),
})

export function settingsRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/settings', async (context) => context.json(await readNetworkSettings(context.var.desk)))
    .put('/settings', async (context) => withBody(context, request, async (sent) => {
      await storeSettings(context.var.desk, sent)
      return context.json(await readNetworkSettings(context.var.desk))
    }))
    .post('/settings/recovery-test', async (context) =>
      (await markRecoveryTested(context.var.desk)) ? context.json(await readNetworkSettings(context.var.desk)) : notFound(context))
}
