// The server's process: what its own files say of it, starting it, stopping it.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { temporaryName } from '../files.ts'
import { codeOf, refuse } from '../refuse.ts'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { commandAs, handOver, type RunAs } from './run-as.ts'
import { SOCKET_NAME } from './socket-folder.ts'

const LONG_LOG = 1_000_000
const STOP_WITHIN = 120_000

export type PidFile = {
  readonly pid: number
  /** Where it listens, whatever this process would have chosen; not there yet while it starts. */
  readonly socketFolder: string | undefined
}

/** What postmaster.pid says; whether it is true only a connection tells. */
export function findPidFile({ postgres }: DataFolder): PidFile | undefined {
  const lines = readLines(path.join(postgres, 'postmaster.pid'))
  const pid = Number(lines[0])
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4]?.trim() || undefined } : undefined
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/**
 * After a crash PostgreSQL refuses to start while the number in its lock files belongs to any process: one that has
 * the number by chance after a restart, or the dead one that nobody has collected. Both are told from a server by
 * the folder they stand in, so such files are put away here. (A number that nobody has, PostgreSQL handles.) Only
 * once `endOrphans` finds none: postmaster.pid is also how PostgreSQL knows that a killed server's children live on.
 */
export function removeStaleLocks(folder: DataFolder, socketFolder: string): void {
  if (process.platform !== 'linux') return
  removeIfStale(path.join(folder.postgres, 'postmaster.pid'), folder)
  removeIfStale(path.join(socketFolder, `${SOCKET_NAME}.lock`), folder)
}

function removeIfStale(file: string, folder: DataFolder): void {
  const pid = Number(readLines(file)[0])
  if (!(pid > 0) || isRunning(folder, pid)) return
  // Moved first and looked at again: another command may have started a server just now.
  const aside = temporaryName(file)
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (isRunning(folder, Number(readLines(aside)[0]))) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

/** PostgreSQL stands in its data folder before it writes its number anywhere; the dead stand nowhere. */
export function isRunning(folder: DataFolder, pid: number): boolean {
  if (process.platform !== 'linux') return signal(pid, 0)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder.postgres
  } catch {
    return false
  }
}

export type Starting = {
  readonly ended: () => boolean
  /** What it wrote to its log. */
  readonly lastWords: () => string
}

export function startPostmaster(folder: DataFolder, binaries: Binaries, runAs: RunAs): Starting {
  const log = folder.postgresLog
  const before = trimLog(log)
  const output = openSync(log, 'a', 0o600)
  handOver(log, runAs)
  const { file, args, options } = commandAs(runAs, binaries.postgres, ['-D', folder.postgres])
  // A session of its own: Ctrl-C in the terminal is for the program, which then stops the server in order.
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  let ended = false
  child.on('exit', () => (ended = true))
  child.on('error', () => (ended = true))
  child.unref()
  return { ended: () => ended, lastWords: () => readFileSync(log).subarray(before).toString('utf8').trim() }
}

/** Where the next lines will start. */
function trimLog(log: string): number {
  try {
    const { size } = statSync(log)
    if (size < LONG_LOG) return size
    renameSync(log, `${log}.1`)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  return 0
}

/** Fast shutdown (as `pg_ctl stop -m fast`): sessions end, everything is written, and the process is gone. */
export async function stopPostmaster(folder: DataFolder): Promise<void> {
  const file = findPidFile(folder)
  if (!file) return
  signal(file.pid, 'SIGINT')
  const end = performance.now() + STOP_WITHIN
  while (findPidFile(folder)?.pid === file.pid || isRunning(folder, file.pid)) {
    if (performance.now() > end) refuse('register.database-does-not-stop', { pid: file.pid })
    await wait(10)
  }
  try {
    if (file.socketFolder) rmdirSync(file.socketFolder)
  } catch {
    // Somebody is starting it again.
  }
}

function signal(pid: number, name: 'SIGINT' | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
