// Whom the program connects as: the owner for migrations and backups, two roles with less for everything else.
import type pg from 'pg'

export type Accounts = {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  readonly signIn: pg.ClientConfig
  /** Login role that owns nothing; row-level security binds it. */
  readonly appRole: string
  /** Login role that owns nothing and sees the sign-in tables alone. */
  readonly signInRole: string
}
