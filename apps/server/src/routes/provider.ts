// /api/auth/provider: signing in at the town's identity provider, and giving one's account there to the member that one is. It makes nobody a member.
import { problem } from '@lykta/incident'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { OwnProvider, ProviderAnswer } from '../api/member-types.ts'
import { makeBegunSignIns, type Waiting } from '../auth/provider/begun-sign-ins.ts'
import { makeLinkedAccounts } from '../auth/provider/linked-accounts.ts'
import type { Provider, Subject } from '../auth/provider/provider.ts'
import { ProviderFault } from '../auth/provider/provider-fault.ts'
import type { Counted } from '../auth/counted.ts'
import { ifRecent } from '../auth/recent.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { SignedInHere } from '../auth/signed-in-here.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import type { Site } from '../http/site.ts'
import { withBody } from '../http/with-body.ts'
import type { Register } from '@lykta/register'

const nothing = z.strictObject({})
const linking = z.strictObject({ from: z.enum(['account', 'join']) })
const word = z.string().max(8_000)
// What stood in the address, as the page took it out. What the provider says about an error is not for us to repeat.
const brought = z.strictObject({ state: word, code: word.optional(), error: z.string().max(200).optional(), iss: z.string().max(2_000).optional() })

export type ProviderRoutesOptions = {
  /** Undefined where the town has none: then nothing of it is there. */
  readonly provider: Provider | undefined
  readonly pool: Register['signIn']
  readonly signIn: SignIn
  readonly site: Site
  readonly counted: Counted
  readonly signedInHere: SignedInHere
  readonly log: (line: string) => void
}

export function providerRoutes({ provider, pool, signIn, site, counted, signedInHere, log }: ProviderRoutesOptions): Hono<Env> {
  const app = new Hono<Env>()
  const begun = makeBegunSignIns(pool, site)
  const accounts = makeLinkedAccounts(pool, provider?.issuer ?? '')
  const told = toldBy(log)

  return app
    .post('/start', async (context) => provider === undefined ? notFound(context) : withBody(context, nothing, () =>
      counted(context, undefined, () => told(context, () => begin(context, provider, null)))))
    // Whoever finds her computer signed in gives no account of his own to her.
    .post('/link', async (context) => provider === undefined ? notFound(context) : withBody(context, linking, ({ from }) => {
      const { login, session } = context.var.caller
      if (login === null || session === null) return Promise.resolve(notFound(context))
      return ifRecent(signIn, context, () => counted(context, undefined, () => told(context, () => begin(context, provider, { login, session, from }))))
    }))
    .post('/finish', async (context) => provider === undefined ? notFound(context) : withBody(context, brought, (sent) =>
      counted(context, undefined, () => told(context, async () => {
        const waiting = await begun.take(context.req.raw.headers)
        context.header('set-cookie', begun.forget, { append: true })
        if (!waiting) return refuse(context, 400, [problem('sign-in.provider-again')])
        const subject = await provider.finish(waiting, sent)
        return waiting.link === null ? enter(context, subject) : link(context, subject, waiting.link)
      }))))
    .get('/account', async (context) => provider === undefined || context.var.caller.login === null ? notFound(context)
      : context.json({ linkedAt: await accounts.findSince(context.var.caller.login) } satisfies OwnProvider))
    // Taking away does not wait: a password and a second factor are always there beside it.
    .post('/unlink', async (context) => provider === undefined ? notFound(context) : withBody(context, nothing, async () => {
      await accounts.unlink(context.var.caller.login ?? '')
      return context.json({})
    }))
    .post('/out', async (context) => provider === undefined ? notFound(context) : withBody(context, nothing, () =>
      counted(context, undefined, () => told(context, async () => {
        const address = await provider.findEnd(`${originOf(context)}/sign-in`)
        return address === undefined ? refuse(context, 400, [problem('sign-in.provider-no-end')]) : context.json({ address })
      }))))

  async function begin(context: Context<Env>, asked: Provider, whose: Waiting['link']): Promise<Response> {
    const { cookie, begun: waiting } = await begun.begin(whose, `${originOf(context)}/sign-in/back`)
    const address = await asked.begin(waiting)
    context.header('set-cookie', cookie, { append: true })
    return context.json({ address })
  }

  async function enter(context: Context<Env>, { subject, whole, shownAt }: Subject): Promise<Response> {
    const login = await accounts.find(subject)
    if (login === undefined) return refuse(context, 400, [problem('sign-in.provider-unknown')])
    const { cookies, next } = await signIn.startByProvider(login, { whole, at: shownAt }, context.req.raw.headers)
    // The one that this browser held until now is nobody's any more.
    const { login: before, session } = context.var.caller
    if (before !== null && session !== null) await signIn.endSession(before, session)
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
    if (next === null) await signedInHere(context, login)
    return context.json((next === null ? { state: 'signed-in' } : { state: 'half', next, twoFactorRedirect: next === 'code' }) satisfies ProviderAnswer)
  }

  async function link(context: Context<Env>, { subject, email }: Subject, { login, session, from }: NonNullable<Waiting['link']>): Promise<Response> {
    const { caller } = context.var
    // Signed out meanwhile, or somebody else by now.
    if (caller.state !== 'signed-in' || caller.login !== login || caller.session !== session) return refuse(context, 400, [problem('sign-in.provider-again')])
    if (!(await accounts.link(login, subject))) return refuse(context, 400, [problem('sign-in.provider-taken')])
    context.set('linkedProvider', true)
    return context.json({ state: 'linked', from, account: email } satisfies ProviderAnswer)
  }

  /** On this machine alone, where the guard has looked at the name. */
  function originOf(context: Context<Env>): string {
    return site.origin ?? `http://${context.req.header('host')}`
  }
}

/** What the provider's answer was not good for is said in Lykta's words; whoever runs the server is told what is hers to mend. */
function toldBy(log: (line: string) => void): (context: Context<Env>, work: () => Promise<Response>) => Promise<Response> {
  return async (context, work) => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error
      if (error.reason !== 'denied') log(`identity provider: ${error.reason}`)
      return refuse(context, 400, [problem(`sign-in.provider-${error.reason}`)])
    }
  }
}
