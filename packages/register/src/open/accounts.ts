// Whom the program connects as: the owner for migrations and backups, the application's role for everything else.
import type pg from 'pg'

export type Accounts = {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  /** Login role that owns nothing; row-level security binds it. */
  readonly appRole: string
}
