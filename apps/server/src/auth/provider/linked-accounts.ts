// Which account with the identity provider is whose: by issuer and subject, never by an address. Removal takes them with the member's other ways in.
import { createHash } from 'node:crypto'
import type { Register } from '@lykta/register'

export type LinkedAccounts = {
  readonly find: (subject: string) => Promise<string | undefined>
  /** False when it is somebody else's. Her own that was there before makes room. */
  readonly link: (login: string, subject: string) => Promise<boolean>
  readonly unlink: (login: string) => Promise<boolean>
  /** ISO 8601 in UTC. */
  readonly findSince: (login: string) => Promise<string | null>
}

export function makeLinkedAccounts(pool: Register['signIn'], issuer: string): LinkedAccounts {
  const provider = `oidc:${issuer}`
  // The key is made of both, so that the database itself gives an account to one login alone.
  const idOf = (subject: string): string => `oidc-${createHash('sha256').update(JSON.stringify([issuer, subject])).digest('base64url')}`
  return {
    find: async (subject) => {
      const { rows } = await pool.query<{ userId: string }>('select "userId" from "account" where "id" = $1 and "providerId" = $2 and "accountId" = $3', [idOf(subject), provider, subject])
      return rows[0]?.userId
    },
    link: async (login, subject) => {
      const { rows } = await pool.query<{ userId: string }>(
        `insert into "account" ("id", "accountId", "providerId", "userId", "updatedAt") values ($1, $2, $3, $4, now())
         on conflict ("id") do update set "updatedAt" = now() where "account"."userId" = excluded."userId" returning "userId"`,
        [idOf(subject), subject, provider, login],
      )
      if (rows.length === 0) return false
      await pool.query('delete from "account" where "userId" = $1 and "providerId" = $2 and "id" <> $3', [login, provider, idOf(subject)])
      return true
    },
    unlink: async (login) => ((await pool.query('delete from "account" where "userId" = $1 and "providerId" = $2', [login, provider])).rowCount ?? 0) > 0,
    findSince: async (login) => {
      const { rows } = await pool.query<{ createdAt: Date }>('select "createdAt" from "account" where "userId" = $1 and "providerId" = $2', [login, provider])
      return rows[0]?.createdAt.toISOString() ?? null
    },
  }
}
