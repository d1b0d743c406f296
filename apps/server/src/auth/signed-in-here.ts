// After a whole sign-in: told to the door's log, and remembered for the browser and its address, where her next attempts are counted by themselves.
import type { Context } from 'hono'
import { clientAddress } from '../http/client-address.ts'
import type { Env } from '../http/env.ts'
import type { Site } from '../http/site.ts'
import type { KnownPlaces } from './known-places.ts'
import type { SignIn } from './sign-in.ts'

export type SignedInHere = (context: Context<Env>, login: string) => Promise<void>

export function makeSignedInHere({ signIn, site, places }: { readonly signIn: SignIn; readonly site: Site; readonly places: KnownPlaces }): SignedInHere {
  return async (context, login) => {
    context.set('signedInAs', login)
    const email = (await signIn.readLogins([login])).get(login)?.email ?? ''
    if (email !== '') context.header('set-cookie', places.remember(email, clientAddress(context, site.proxy), context.req.raw.headers), { append: true })
  }
}
