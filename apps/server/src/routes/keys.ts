// /api/keys: a member's own public keys, bundle files and grants; the recovery's; and what `lykta init` made.
import { inNetwork, putPublicKeys, readBundles, readGrants, replaceBundles, write, type WriteTransaction } from '@lykta/register'
import { findHolder, recoverySigner } from '@lykta/seal'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { BundleFile, KeysAnswer } from '../api/member-types.ts'
import { ifRecent } from '../auth/recent.ts'
import type { SignIn } from '../auth/sign-in.ts'
import type { Env } from '../http/env.ts'
import { refuse } from '../http/failure.ts'
import { bundleFiles, recipient } from '../http/key-shapes.ts'
import { hash } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { bytesOf, textOf } from '../work/base64url.ts'
import type { Desk } from '../work/desk.ts'
import { findMembership } from '../work/find-membership.ts'
import { checkBundles } from '../work/found-with-members.ts'
import { announceRecovery, stopRecovery } from '../work/recovery-wait.ts'
import { readServerMade } from '../work/server-made-keys.ts'
import { problem } from '@lykta/incident'
import type { Notify } from '../work/notify.ts'

const newKeys = z.strictObject({ recipient: recipient.nullable(), verifyKey: hash, bundles: bundleFiles })

export type KeyRoutesOptions = { readonly signIn: SignIn; readonly notify: Notify }

export function keyRoutes({ signIn, notify }: KeyRoutesOptions): Hono<Env> {
  return new Hono<Env>()
    .get('/keys', async (context) => {
      const { desk, caller } = context.var
      return context.json(await readKeys(desk, caller.id))
    })
    .put('/keys', async (context) => withBody(context, newKeys, async (sent) => unlessLong(signIn, context, async () => {
      const { desk, caller } = context.var
      // Who may read needs a key to read with.
      if (sent.recipient === null && caller.role !== 'reporter') return refuse(context, 400, [problem('server.body', { fields: 'recipient' })])
      checkBundles(sent.bundles)
      await write(desk.register, desk.context, { action: 'keys.make', object: `member:${caller.id}` }, async (transaction) => {
        await putPublicKeys(transaction, caller.id, { recipient: sent.recipient, verifyKey: sent.verifyKey })
        await putBundles(transaction, caller.id, sent.bundles, ['passphrase', 'passkey', 'sheet'])
      })
      notify(desk, { for: 'coordinators' })
      return context.json({}, 201)
    })))
    .put('/keys/bundles', async (context) => withBody(context, bundleFiles, async (bundles) => unlessLong(signIn, context, async () => {
      const { desk, caller } = context.var
      checkBundles(bundles)
      await write(desk.register, desk.context, { action: 'keys.bundle', object: `member:${caller.id}` }, (transaction) =>
        putBundles(transaction, caller.id, bundles, [...new Set(bundles.map(({ way }) => way))]))
      return context.json({})
    })))
    .get('/keys/server-made', async (context) => context.json(await readServerMade(context.var.desk)))
    .post('/keys/recovery', async (context) => {
      const wait = await announceRecovery(context.var.desk)
      notify(context.var.desk, { for: 'everybody' })
      return context.json(wait, 201)
    })
    .delete('/keys/recovery', async (context) => {
      await stopRecovery(context.var.desk)
      notify(context.var.desk, { for: 'everybody' })
      return context.json({})
    })
    .get('/keys/recovery', async (context) => {
      const { desk } = context.var
      const grants = await inNetwork(desk.register, desk.context, (transaction) => readGrants(transaction, recoverySigner))
      await write(desk.register, desk.context, { action: 'recovery.read', object: `network:${desk.network.id}` }, async () => {})
      return context.json({ bundles: [], grants: grants.map(({ epoch, holder, wrapped }) => ({ epoch, holder, file: textOf(wrapped) })) } satisfies KeysAnswer)
    })
}

/** What takes the place of keys that are listed, or opens them, asks for a sign-in of just now. Her first keys replace nothing, and are compared by voice. */
async function unlessLong(signIn: SignIn, context: Context<Env>, work: () => Promise<Response>): Promise<Response> {
  const { desk, caller } = context.var
  const membership = await inNetwork(desk.register, desk.context, (transaction) => findMembership(desk.register, transaction))
  return membership && findHolder(membership, caller.id) ? ifRecent(signIn, context, work) : work()
}

async function readKeys(desk: Desk, id: string): Promise<KeysAnswer> {
  return inNetwork(desk.register, desk.context, async (transaction) => ({
    bundles: (await readBundles(transaction, id)).map((bundle) => ({ ...bundle, file: textOf(bundle.file) })),
    grants: (await readGrants(transaction, id)).map(({ epoch, holder, wrapped }) => ({ epoch, holder, file: textOf(wrapped) })),
  }))
}

async function putBundles(transaction: WriteTransaction, member: string, bundles: readonly BundleFile[], ways: readonly BundleFile['way'][]): Promise<void> {
  await replaceBundles(transaction, member, ways, bundles.map((bundle) => ({ ...bundle, file: bytesOf(bundle.file) })))
}
