// Processor time of the embedded server and its processes, from /proc: parallel workers are gone when a query ends.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The kernel counts in hundredths of a second, whatever the machine. */
const msATick = 10

/** Milliseconds since the server started, those of its ended processes included; undefined where there is no /proc. */
export function postgresCpu(dataFolder: string): number | undefined {
  try {
    const postmaster = Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    let ticks = 0
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue
      const fields = fieldsOf(name)
      if (!fields) continue
      // After the name: state, parent, …; user and system time, and those of the ended children.
      const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number]
      if (Number(name) === postmaster) ticks += user + system + endedUser + endedSystem
      else if (Number(fields[1]) === postmaster) ticks += user + system
    }
    return ticks * msATick
  } catch {
    return undefined
  }
}

function fieldsOf(pid: string): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
