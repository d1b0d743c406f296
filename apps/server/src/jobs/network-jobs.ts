// The long work of each network, for all routes that begin or follow it.
import type { Id } from '@lykta/incident'
import type { Desk } from '../work/desk.ts'
import { type Jobs, makeJobs } from './jobs.ts'

/** The sample and the network of one's own may both be asked for. */
export type NetworkJobs = (desk: Pick<Desk, 'network'>) => Jobs

export function makeNetworkJobs(log: (line: string) => void, stopping: AbortSignal): NetworkJobs {
  const known = new Map<Id, Jobs>()
  return ({ network }) => {
    const jobs = known.get(network.id) ?? makeJobs(log, stopping)
    known.set(network.id, jobs)
    return jobs
  }
}
