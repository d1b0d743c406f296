// The open register: what every function of this room takes first.
import type pg from 'pg'
import type { Serving } from './embedded/lease.ts'
import type { ReceivingLine } from './open/receiving-line.ts'

export type Register = {
  readonly kind: 'embedded' | 'external'
  /** Real path. */
  readonly dataFolder: string
  /** Whether PostgreSQL is a Citus cluster. */
  readonly citus: boolean
  /** As the application's role. `inNetwork` and `write` are the way to use it. */
  readonly app: pg.Pool
  /** As the application's role too. `writeAtOnce` is the way to use it. */
  readonly receiving: ReceivingLine
  /** As the owner: migrations, backup, restore. `asOwner` is the way to use it. */
  readonly owner: pg.Pool
  /** As the role that sees the schema `sign_in` and nothing else, for the library that signs people in. */
  readonly signIn: pg.Pool
  /** The roles that the grants are for. */
  readonly appRole: string
  readonly signInRole: string
  /** Tells others where this program serves, once it knows (see `serve` of `OpenOptions`). */
  readonly announce: (address: string) => Promise<void>
  /** The program that serves this data folder; for a database of the user's own only the server itself can tell. */
  readonly findServing: () => Promise<Serving | undefined>
  /** Begins a new segment of the write-ahead log and removes those before it; undefined for a server of the user's own. */
  readonly renewLog: (() => Promise<void>) | undefined
  /** Waits for what is under way, then lets go; the last command out stops the embedded server. */
  readonly close: () => Promise<void>
  /** Lets go at once: what is under way is undone. Nothing of the register can be used afterwards. */
  readonly abandon: () => Promise<void>
}
