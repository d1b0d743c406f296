// Makes PostgreSQL's folder, once: beside its place and then moved there, so that it is whole or absent.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { findMaker, renameDurably, temporaryName } from '../files.ts'
import { processPlace } from '../process-place.ts'
import { codeOf, refuse } from '../refuse.ts'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { commandAs, handOver, type RunAs } from './run-as.ts'

export const ADMIN = 'lykta_admin'
const AN_HOUR = 3_600_000

/** Refuses with `register.postgres-major` when the folder was made by another major version, which cannot read it. */
export function initialise(folder: DataFolder, binaries: Binaries, runAs: RunAs, durable: boolean): void {
  removeLeftovers(folder)
  if (existsSync(folder.postgres)) {
    const version = path.join(folder.postgres, 'PG_VERSION')
    if (!existsSync(version)) refuse('register.database-incomplete', { folder: folder.postgres })
    const found = Number(readFileSync(version, 'utf8').trim())
    if (found !== binaries.major) refuse('register.postgres-major', { folder: folder.root, found, program: binaries.major })
    return
  }
  const fresh = temporaryName(folder.postgres)
  mkdirSync(fresh, { mode: 0o700 })
  handOver(fresh, runAs)
  const { file, args, options } = commandAs(runAs, binaries.initdb, [
    '--pgdata', fresh, '--username', ADMIN, '--auth-local=trust', '--auth-host=reject', '--encoding=UTF8', '--locale=C',
    '--data-checksums', '--no-instructions', ...(durable ? [] : ['--no-sync']),
  ])
  const { status, stderr, error } = spawnSync(file, args, { ...options, encoding: 'utf8' })
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    refuse('register.database-does-not-start', { detail: reasonOf(stderr || String(error)) })
  }
  try {
    renameDurably(fresh, folder.postgres)
  } catch (error) {
    // Another command was quicker: its folder is as good.
    rmSync(fresh, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error
  }
}

/**
 * What a killed program left half made: the number in its name is nobody's, among the processes that are seen from here. Not
 * what another one is making now, here or in another container with a folder in common, whose numbers say nothing here; what
 * may be somebody's is removed when it has lain untouched for an hour, for nothing is in the making so long.
 */
function removeLeftovers(folder: DataFolder): void {
  for (const name of readdirSync(folder.root)) {
    const maker = findMaker(name)
    if (!maker) continue
    const leftover = path.join(folder.root, name)
    try {
      const isNobodys = maker.place === processPlace() && !isAlive(maker.pid)
      if (isNobodys || Date.now() - statSync(leftover).mtimeMs > AN_HOUR) rmSync(leftover, { recursive: true, force: true })
    } catch {
      // Finished or removed by another just now, or still being filled by an initdb whose program is dead: the next start's work.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** After its error, initdb says what it tidied up: the last line is seldom the reason. */
function reasonOf(said: string): string {
  const lines = said.trim().split('\n')
  return lines.findLast((line) => /(?:error|FATAL|PANIC): /.test(line)) ?? lines.at(-1) ?? ''
}
