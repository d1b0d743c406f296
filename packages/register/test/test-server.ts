// The PostgreSQL that all test files of this checkout share: started by the first that needs it, left running for the next.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDataFolder } from '../src/embedded/data-folder.ts'
import { type EmbeddedServer, useServer } from '../src/embedded/server.ts'

let used: Promise<EmbeddedServer> | undefined
let users = 0

/** Not durable; works as root too. PG_BIN names the folder of another PostgreSQL to run on. */
export function useTestServer(): Promise<EmbeddedServer> {
  users += 1
  return (used ??= start())
}

/** Left running, also by the last. */
export async function leaveTestServer(): Promise<void> {
  users -= 1
  if (users > 0) return
  const left = await used
  used = undefined
  await left?.lease.end()
}

/** At the end of a run. One that another run uses is left alone. */
export async function stopTestServer(): Promise<void> {
  if (existsSync(path.join(serverFolder(), 'postgres', 'postmaster.pid'))) await (await start()).close()
}

function start(): Promise<EmbeddedServer> {
  return useServer(openDataFolder(serverFolder(), true), { durable: false, postgresBin: process.env['PG_BIN'] })
}

/** Named by the machine's start too: what was not durable is not trusted after a crash. */
function serverFolder(): string {
  const boot = process.platform === 'linux' ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8') : ''
  const name = createHash('sha256').update(`${import.meta.url} ${process.getuid?.() ?? ''} ${boot} ${process.env['PG_BIN'] ?? ''}`).digest('hex').slice(0, 12)
  return path.join(tmpdir(), `lykta-tests-${name}`)
}
