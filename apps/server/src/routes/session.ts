// GET /api/session, and the sample beside it: shown, put aside, or thrown away.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Desks } from '../access/desks.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { renderCookie } from '../http/site.ts'
import { withBody } from '../http/with-body.ts'
import { answerSession, type SessionAnswerOptions } from '../work/session-answer.ts'
import { removeSample } from '@lykta/register'

const shown = z.strictObject({ shown: z.boolean() })
const year = 365 * 24 * 3600

export type SessionRoutesOptions = SessionAnswerOptions & { readonly desks: Desks }

export function sessionRoutes({ signIn, desks, site, provider }: SessionRoutesOptions): Hono<Env> {
  const onThisMachine = site.origin === undefined
  return new Hono<Env>()
    .get('/session', async (context) => context.json(await answerSession(context.var.resolved, { signIn, site, provider })))
    .post('/sample', async (context) => withBody(context, shown, async (sent) => {
      // What is invented is for whoever tries the program on her own machine, and needs no sign-in.
      if (!onThisMachine || !context.var.resolved.served.sample) return notFound(context)
      context.header('set-cookie', renderCookie(site, 'sample', sent.shown ? '1' : '0', sent.shown ? year : 0))
      return context.json({})
    }))
    .delete('/sample', async (context) => {
      const { own, sample } = context.var.resolved.served
      // Before there is anything else, there would be nothing left to serve.
      if (!own || !sample) return notFound(context)
      await removeSample(sample.register, sample.network.id)
      desks.lookAgain()
      context.header('set-cookie', renderCookie(site, 'sample', '0', 0))
      return context.json({})
    })
}
