// /api/recovery: for whoever has put two of the three sheets together, signed in or not. What she sends is signed with what they give.
import { problem, ProblemError } from '@lykta/incident'
import type { RecoveryAct } from '@lykta/seal'
import { type Context, Hono } from 'hono'
import type { RecoveryDone, RecoveryRequest, SheetsProof } from '../api/member-types.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { recoveryRequest, sheetsProof } from '../http/recovery-shapes.ts'
import { withBody } from '../http/with-body.ts'
import type { Desk } from '../work/desk.ts'
import { makeLoginFor } from '../work/make-login-for.ts'
import type { Notify } from '../work/notify.ts'
import { isProof, lookAtRecovery, recoverNetwork } from '../work/recover-network.ts'
import { announceRecovery } from '../work/recovery-wait.ts'
import { dropUnlessUnknown } from './invitations.ts'
import type { Welcome } from './welcome.ts'

export type RecoveryRoutesOptions = { readonly signIn: SignIn; readonly welcome: Welcome; readonly notify: Notify }

export function recoveryRoutes({ signIn, welcome, notify }: RecoveryRoutesOptions): Hono<Env> {
  return new Hono<Env>()
    .post('/recovery/look', async (context) => withBody(context, sheetsProof, async (proof) => {
      const desk = await findDesk(context, 'look', proof)
      return desk ? context.json(await lookAtRecovery(desk, signIn)) : notFound(context)
    }))
    .post('/recovery/announcement', async (context) => withBody(context, sheetsProof, async (proof) => {
      const desk = await findDesk(context, 'announce', proof)
      if (!desk) return notFound(context)
      const wait = await announceRecovery(desk)
      notify(desk, { for: 'everybody' })
      return context.json(wait, 201)
    }))
    .post('/recovery/completion', async (context) => withBody(context, recoveryRequest, async ({ proof, ...sent }) => {
      const desk = await findDesk(context, 'complete', proof)
      if (!desk) return notFound(context)
      const { endedLogins, login } = await complete(context, desk, sent)
      for (const ended of endedLogins) await signIn.endLogin(ended)
      // Her too whose name it was done in: it may not have been she.
      notify({ ...desk, context: { ...desk.context, member: 'recovery' } }, { for: 'everybody' })
      const cookies = sent.signIn.way === 'kept' ? [] : await signIn.startSession(login, context.req.raw.headers)
      const session = cookies.length > 0 ? await welcome(context, cookies) : null
      return context.json({ session } satisfies RecoveryDone, 201)
    }))

  async function complete(context: Context<Env>, desk: Desk, { signIn: way, ...sent }: Omit<RecoveryRequest, 'proof'>) {
    const { caller } = context.var
    const isHerself = caller.state === 'signed-in' && caller.id === sent.member
    // Whose sign-in stays must be whoever is signed in; nobody takes another's while she is.
    if (isHerself !== (way.way === 'kept')) throw new ProblemError([problem('recovery.nobody')])
    const near = [desk.network.name, desk.network.municipality]
    if (way.way === 'kept') return recoverNetwork(desk, { ...sent, login: null })
    if (way.way === 'reset') {
      signIn.checkPassword(way.password, near)
      return recoverNetwork(desk, { ...sent, login: null }, (login) => signIn.resetLogin(login, way.password))
    }
    const { name, email, password, language } = way
    const login = await makeLoginFor(desk.register, signIn, { name, email, password, language, near })
    return recoverNetwork(desk, { ...sent, login }).catch(async (error: unknown) => {
      await dropUnlessUnknown(signIn, login, error)
      throw error
    })
  }
}

/** Of the network that the sheets are of, in the name of whoever is signed in, or of the sheets. */
async function findDesk({ var: { resolved, caller } }: Context<Env>, act: RecoveryAct, proof: SheetsProof): Promise<Desk | undefined> {
  const { own, hasMembers } = resolved.served
  if (!own || !hasMembers) return undefined
  const desk: Desk = { ...own, context: { network: own.network.id, member: caller.state === 'signed-in' ? caller.id : 'recovery', role: 'coordinator' } }
  return (await isProof(desk, act, proof)) ? desk : undefined
}
