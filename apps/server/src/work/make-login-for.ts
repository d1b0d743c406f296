// A login for whoever founds or joins. Names and passwords lie under another database role than the register, so that the two
// cannot be one transaction: the login comes first, and one that was left alone when the program died is nobody's.
import { ProblemError } from '@lykta/incident'
import { findMemberships, type Register } from '@lykta/register'
import type { NewLogin, SignIn } from '../auth/sign-in.ts'

/** A login that nobody became a member with in that time was left behind; its address may be used again. */
const orphanSeconds = 60

/** Its id. Refuses (`sign-in.email-taken`) the address of somebody who is or was a member. */
export async function makeLoginFor(register: Register, signIn: SignIn, login: NewLogin): Promise<string> {
  try {
    return await signIn.makeLogin(login)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problems[0]?.code !== 'sign-in.email-taken') throw error
    const { rows: [left] } = await register.signIn.query<{ readonly id: string }>(
      `select "id" from "user" where "email" = $1 and "createdAt" < now() - make_interval(secs => $2)`, [login.email.trim().toLowerCase(), orphanSeconds])
    if (!left || (await findMemberships(register, left.id)).length > 0) throw error
    await signIn.dropLogin(left.id)
    return signIn.makeLogin(login)
  }
}
