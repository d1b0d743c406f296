// Server processes whose postmaster was killed: one at work notices late, and would write beside the next server.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import type { DataFolder } from './data-folder.ts'

/**
 * Ends them, and tells whether there were any: then nothing of theirs may be put away yet. Those of a server that
 * lives, or is only just starting, are its own and are left alone.
 */
export function endOrphans({ postgres }: DataFolder): boolean {
  if (process.platform !== 'linux') return false
  const here = readdirSync('/proc').map(Number).filter((pid) => pid > 0 && standsIn(pid) === postgres)
  // PostgreSQL renames its children 'postgres: …' and leaves the postmaster's own command line as it was.
  const orphans = here.filter((pid) => commandOf(pid).startsWith('postgres: ') && !here.includes(parentOf(pid)))
  for (const pid of orphans) {
    try {
      // Immediate shutdown: what was not committed is undone by the recovery that follows anyway.
      process.kill(pid, 'SIGQUIT')
    } catch {
      // Gone by itself.
    }
  }
  return orphans.length > 0
}

function standsIn(pid: number): string {
  return orNothing(() => readlinkSync(`/proc/${pid}/cwd`))
}

function commandOf(pid: number): string {
  return orNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
}

/** The second field after the name, which stands in brackets and may hold anything. */
function parentOf(pid: number): number {
  const stat = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

/** Processes come and go, and those of others do not show where they stand. */
function orNothing(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
