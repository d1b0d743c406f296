// Second factors that this secret does not open, as after a backup was restored without it: set up anew at the next sign-in.
import type { Register } from '@lykta/register'

/** How many there were. Whoever had one signs in with her password and sets it up again, unless she has a passkey. */
export async function forgetUnreadable(pool: Register['signIn'], secret: string): Promise<number> {
  const { rows } = await pool.query<{ userId: string; secret: string }>('select "userId", "secret" from "twoFactor"')
  if (rows.length === 0) return 0
  const { symmetricDecrypt } = await import('better-auth/crypto')
  const opens = await Promise.all(rows.map((row) => symmetricDecrypt({ key: secret, data: row.secret }).then(() => true, () => false)))
  const lost = rows.filter((_, index) => !opens[index]).map(({ userId }) => userId)
  await pool.query('delete from "twoFactor" where "userId" = any($1)', [lost])
  await pool.query('update "user" set "twoFactorEnabled" = false where "id" = any($1)', [lost])
  return lost.length
}
