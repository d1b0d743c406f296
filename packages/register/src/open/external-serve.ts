// One program at a time serves a data folder whose database lies elsewhere; several folders may share the database.
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import pg from 'pg'
import type { DataFolder } from '../embedded/data-folder.ts'
import { announce, findServing, lockServe, type Serving } from '../embedded/lease.ts'

export type ExternalServing = {
  readonly announce: (address: string) => Promise<void>
  readonly findServing: () => Promise<Serving | undefined>
  readonly close: () => Promise<void>
}

/**
 * Refuses with `register.already-served`. The lock is a session of its own with the database: should the network
 * break it, the program serves on, since what it writes is kept in order by the database and not by this.
 */
export async function serveExternal(owner: pg.ClientConfig, { root }: DataFolder, address: string): Promise<ExternalServing> {
  const lease = new pg.Client({ ...owner, keepAlive: true, application_name: 'lykta serve' })
  lease.on('error', () => {})
  const close = (): Promise<void> => lease.end().catch(() => {})
  // The same path on another machine is another folder. Above the embedded server's own numbers.
  const number = 16 + (createHash('sha256').update(`${hostname()}\0${root}`).digest().readUInt32BE() >>> 2)
  try {
    await lease.connect()
    await lockServe(lease, { pid: process.pid, address }, number)
  } catch (error) {
    await close()
    throw error
  }
  return {
    announce: (known) => announce(lease, { pid: process.pid, address: known }),
    findServing: () => findServing(lease, number),
    close,
  }
}
