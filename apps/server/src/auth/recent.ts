// Whether somebody signed in just now: whoever finds a computer that is signed in gives neither herself nor others a way in there, and takes none away.
import { problem } from '@lykta/incident'
import type { Context } from 'hono'
import type { Env } from '../http/env.ts'
import { refuse } from '../http/failure.ts'
import type { SignIn } from './sign-in.ts'
import { recentSeconds } from './sign-in-settings.ts'

/** Else the answer says how to show it (`POST /api/auth/sign-in/again`, or a passkey). */
export async function ifRecent({ readSessions }: Pick<SignIn, 'readSessions'>, context: Context<Env>, work: () => Promise<Response>): Promise<Response> {
  const { login, session } = context.var.caller
  const own = login === null ? undefined : (await readSessions(login, session)).find(({ current }) => current)
  return own && Date.now() - Date.parse(own.startedAt) < recentSeconds * 1000 ? work() : refuse(context, 400, [problem('sign-in.not-recent')])
}
