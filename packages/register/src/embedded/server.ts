// The embedded server as a command sees it: found running or started, used together with others, stopped by the last.
import { setTimeout as wait } from 'node:timers/promises'
import { refuse } from '../refuse.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { initialise } from './initialise.ts'
import { announce, findServing, leave, type Lease, lockServe, type Serving, tryLease } from './lease.ts'
import { endOrphans } from './orphans.ts'
import { chooseRunAs, type RunAs } from './run-as.ts'
import { isPrivate, makeSocketFolder } from './socket-folder.ts'
import { findPidFile, isRunning, removeStaleLocks, type Starting, startPostmaster, stopPostmaster } from './postmaster.ts'
import { writeSettings } from './settings.ts'

export type EmbeddedOptions = {
  /** A folder with `postgres` and `initdb`; else those of the installation. */
  readonly postgresBin?: string | undefined
  /** The user's own short-lived folder (XDG_RUNTIME_DIR), if there is one. */
  readonly runtimeFolder?: string | undefined
  /** False only in tests. */
  readonly durable?: boolean | undefined
  /** Present when the program will serve: one at a time may. */
  readonly serve?: { readonly address: string } | undefined
  /** Called once if the server goes away under the program. */
  readonly onLost?: (() => void) | undefined
}

export type EmbeddedServer = {
  readonly socketFolder: string
  readonly lease: Lease
  readonly announce: (address: string) => Promise<void>
  readonly serving: () => Promise<Serving | undefined>
  /** Everybody's connections of this process must have ended. */
  readonly close: () => Promise<void>
}

const PATIENCE = 30_000
const PATIENCE_IN_RECOVERY = 600_000

/**
 * Refuses with `register.already-served` (with pid, address and since of the one that serves),
 * `register.database-does-not-start`, `register.database-silent` and what the files beside this one refuse.
 */
export async function useServer(folder: DataFolder, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const binaries = findBinaries(options.postgresBin)
  const runAs = chooseRunAs(folder, binaries)
  initialise(folder, binaries, runAs, options.durable ?? true)
  const { lease, socketFolder } = await findOrStart(folder, binaries, runAs, options)
  let closing = false
  lease.on('end', () => {
    if (!closing) options.onLost?.()
  })
  const close = async (): Promise<void> => {
    closing = true
    // A server that is gone already needs no stopping.
    const last = await leave(lease).catch(() => false)
    if (last) await stopPostmaster(folder)
    await lease.end().catch(() => {})
  }
  try {
    if (options.serve) await lockServe(lease, { pid: process.pid, address: options.serve.address })
  } catch (error) {
    await close()
    throw error
  }
  return {
    socketFolder,
    lease,
    announce: (address) => announce(lease, { pid: process.pid, address }),
    serving: () => findServing(lease),
    close,
  }
}

type Found = { readonly lease: Lease; readonly socketFolder: string }

/** A connection decides whether a server lives; its files only say where to look. */
async function findOrStart(folder: DataFolder, binaries: Binaries, runAs: RunAs, options: EmbeddedOptions): Promise<Found> {
  const begun = performance.now()
  let starting: Starting | undefined
  let failures = 0
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    const listed = findPidFile(folder)
    const socketFolder = listed?.socketFolder
    const attempt = socketFolder && isPrivate(socketFolder, runAs)
      ? await tryLease(socketFolder, options.serve ? 'serve' : 'command')
      : ({ found: 'nothing' } as const)
    if (socketFolder && attempt.found === 'lease') return { lease: attempt.lease, socketFolder }
    const recovering = attempt.found === 'busy' && attempt.recovering
    if (performance.now() - begun > (recovering ? PATIENCE_IN_RECOVERY : PATIENCE)) {
      refuse('register.database-silent', { pid: listed?.pid ?? 0 })
    }
    if (starting?.ended()) {
      failures += passes(starting.lastWords()) ? 0 : 1
      if (failures > 2) refuse('register.database-does-not-start', { detail: reasonIn(starting.lastWords()) })
      starting = undefined
    }
    // A process that has no socket yet, or no longer, is starting or stopping.
    const lives = listed !== undefined && isRunning(folder, listed.pid)
    if (attempt.found === 'nothing' && !starting && !lives && !endOrphans(folder)) {
      starting = start(folder, binaries, runAs, options)
    }
    await wait(pause)
  }
}

function start(folder: DataFolder, binaries: Binaries, runAs: RunAs, options: EmbeddedOptions): Starting {
  const socketFolder = makeSocketFolder(folder, runAs, options.runtimeFolder)
  removeStaleLocks(folder, socketFolder)
  writeSettings(folder, runAs, { socketFolder, durable: options.durable ?? true })
  return startPostmaster(folder, binaries, runAs)
}

/** The last thing that ended a process, for instance that the disk is full; what follows it only says that the server stops. */
function reasonIn(lastWords: string): string {
  const lines = lastWords.split('\n')
  // Whoever asks while it starts or recovers is refused with a line of its own, which ends nothing.
  return lines.findLast((line) => /\b(?:FATAL|PANIC):/.test(line) && !line.includes('the database system is')) ?? lines.at(-1) ?? ''
}

/** What another command's start, or a killed server's last processes, cause for a moment. */
function passes(lastWords: string): boolean {
  return /lock file|shared memory block|could not create any Unix-domain sockets|could not open file "postmaster\.pid"/.test(lastWords)
}
