// The server's processes of a data folder, found as the machine knows them.
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Postmaster and children; those that died but were not collected stand nowhere and are left out. */
export function serverProcesses(dataFolder: string): readonly number[] {
  const postgres = join(realpathSync(dataFolder), 'postgres')
  return readdirSync('/proc').map(Number).filter((pid) => {
    try {
      return pid > 0 && readlinkSync(`/proc/${pid}/cwd`) === postgres
    } catch {
      return false
    }
  })
}

export function postmasterOf(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

export function kill(...pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone by itself.
    }
  }
}

/** Whatever of it runs: nobody has time to say anything. */
export function killServer(dataFolder: string): void {
  const running = serverProcesses(dataFolder)
  // The postmaster first, or it would start to clean up after its children. Its file may name what is long dead.
  const listed = existsSync(join(dataFolder, 'postgres', 'postmaster.pid')) ? postmasterOf(dataFolder) : 0
  kill(...running.filter((pid) => pid === listed), ...serverProcesses(dataFolder))
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(10)
}
