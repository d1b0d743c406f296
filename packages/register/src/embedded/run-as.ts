// PostgreSQL refuses to run as root: as whom it runs when the program does.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { refuse } from '../refuse.ts'

/**
 * `self`: an ordinary user. `mapped`: root under another number in a user namespace of its own, so that it still
 * enters folders that only root may enter. `dropped`: another user, where both program and data are within reach.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'mapped'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'dropped'; readonly uid: number; readonly gid: number }

export type Command = {
  readonly file: string
  readonly args: readonly string[]
  /** The caller's environment stays outside: it may hold passwords, and PG… variables would change what runs. */
  readonly options: {
    readonly cwd: string
    readonly env: Record<string, string>
    readonly uid?: number
    readonly gid?: number
  }
}

/** Refuses with `register.run-as-ordinary-user` when no way is left. */
export function chooseRunAs(folder: DataFolder, binaries: Binaries): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const existing = existsSync(folder.postgres) ? statSync(folder.postgres) : undefined
  if (existing && existing.uid !== 0) return reachable({ kind: 'dropped', uid: existing.uid, gid: existing.gid }, folder, binaries)
  const account = findAccount(readFileSync('/etc/passwd', 'utf8'))
  if (!account) refuse('register.run-as-ordinary-user', { folder: folder.root })
  const mapped: RunAs = { kind: 'mapped', ...account }
  if (runs(mapped, binaries.postgres, ['--version'])) return mapped
  if (existing) refuse('register.run-as-ordinary-user', { folder: folder.root })
  chownSync(folder.root, account.uid, account.gid)
  return reachable({ kind: 'dropped', ...account }, folder, binaries)
}

/** Whoever runs as the same user is superuser of the register: one of its own first, and last the one that many programs share. */
const ACCOUNTS = ['lykta', 'postgres', 'nobody']

/** The numbers to run as must have a name, or initdb does not start. `passwd`: the text of /etc/passwd. */
export function findAccount(passwd: string): { readonly uid: number; readonly gid: number } | undefined {
  const lines = passwd.split('\n').map((line) => line.split(':'))
  const line = ACCOUNTS.map((account) => lines.find(([name]) => name === account)).find((found) => found !== undefined && Number(found[2]) > 0)
  return line ? { uid: Number(line[2]), gid: Number(line[3]) } : undefined
}

function reachable(runAs: RunAs, folder: DataFolder, binaries: Binaries): RunAs {
  const enters = runs(runAs, '/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder.root])
  if (!enters || !runs(runAs, binaries.postgres, ['--version'])) refuse('register.run-as-ordinary-user', { folder: folder.root })
  return runAs
}

function runs(runAs: RunAs, program: string, args: readonly string[]): boolean {
  const { file, args: all, options } = commandAs(runAs, program, args)
  return spawnSync(file, all, { ...options, stdio: 'ignore' }).status === 0
}

export function commandAs(runAs: RunAs, program: string, args: readonly string[]): Command {
  const options = { cwd: '/', env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' } }
  if (runAs.kind === 'self') return { file: program, args, options }
  if (runAs.kind === 'dropped') return { file: program, args, options: { ...options, uid: runAs.uid, gid: runAs.gid } }
  const map = ['--user', `--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, '--']
  return { file: 'unshare', args: [...map, program, ...args], options }
}

/** Who owns what PostgreSQL writes, as the program sees it. */
export function ownerUid(runAs: RunAs): number | undefined {
  return runAs.kind === 'dropped' ? runAs.uid : process.getuid?.()
}

/** Gives a file or folder made by root to the user that PostgreSQL runs as. */
export function handOver(file: string, runAs: RunAs): void {
  if (runAs.kind === 'dropped') chownSync(file, runAs.uid, runAs.gid)
}
