// Whether a network can be founded under that name, in that time zone, from that day.
import { earliestCollection, type Network, problem, ProblemError } from '@lykta/incident'
import { listNetworks, type Register } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'

export type Founding = Pick<Network, 'name' | 'municipality' | 'collectionStart' | 'timeZone'>

/** Refuses a second network of the same name, an unfit name, an unknown time zone, and a collection that begins after today or ages ago. */
export async function checkFounding(register: Register, founding: Founding): Promise<void> {
  if ((await listNetworks(register)).some(({ name }) => name === founding.name)) {
    throw new ProblemError([problem('work.network-exists', { name: founding.name })])
  }
  if (![founding.name, founding.municipality].every(isPrintable)) throw new ProblemError([problem('work.name-unfit')])
  if (!isTimeZone(founding.timeZone)) throw new ProblemError([problem('work.time-zone', { zone: founding.timeZone })])
  const today = Temporal.Now.plainDateISO(founding.timeZone).toString()
  if (founding.collectionStart > today) throw new ProblemError([problem('work.since-future', { since: founding.collectionStart, today })])
  if (founding.collectionStart < earliestCollection) throw new ProblemError([problem('work.since-early', { since: founding.collectionStart, earliest: earliestCollection })])
}

/** Stands on every page and in every file: one line of at most 100 letters, with nothing invisible in it. */
function isPrintable(name: string): boolean {
  return name.length <= 100 && name.isWellFormed() && !/\p{C}|[\u2028\u2029]/u.test(name)
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('sv', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
