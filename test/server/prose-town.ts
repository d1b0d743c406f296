// A network with two coordinators and a core member, for the tests of those who write its report.
import { makeSignIn, type SignIn } from '../../apps/server/src/auth/sign-in.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { makeTown, type Town } from './town.ts'

export type ProseTown = {
  readonly app: TestApp
  /** Cookies of their sessions. */
  readonly anna: string
  readonly birgitta: string
  readonly core: string
  readonly ids: { readonly anna: string; readonly birgitta: string; readonly core: string }
  readonly send: (method: string, path: string, body: unknown, cookie: string) => Promise<Response>
}

export async function desksOf(): Promise<ProseTown> {
  const secret = 'prose '.repeat(8)
  let signIn!: SignIn
  let town!: Town
  const app = await makeTestApp({ secret }, async (register) => {
    signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    town = await makeTown(register, signIn, 'Provstad', '2017-11-01')
  })
  const session = async (login: string): Promise<string> => (await signIn.startSession(login, new Headers()))[0]!.split(';')[0]!
  // One after another: each stands in the log behind the one before.
  const anna = await town.addMember('coordinator', town.organisations[0], 'anna@example.org')
  const birgitta = await town.addMember('coordinator', town.organisations[1], 'birgitta@example.org')
  const core = await town.addMember('core-member', town.organisations[1], 'core@example.org')
  return {
    app,
    anna: await session(anna.login), birgitta: await session(birgitta.login), core: await session(core.login),
    ids: { anna: anna.id, birgitta: birgitta.id, core: core.id },
    send: (method, path, body, cookie) => app.ask(path, { method, headers: { cookie, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) }, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) }),
  }
}
