// The sample's situation reports: those of its two meetings after its year, made where they are not there yet.
import { randomUUID } from 'node:crypto'
import type { Id } from '@lykta/incident'
import { inNetwork, listNetworks, readMeetings, readSituations } from '@lykta/register'
import type { NetworkJobs } from '../../jobs/network-jobs.ts'
import type { Desk } from '../desk.ts'
import { makeReport } from '../situation/make-report.ts'
import { sampleMeetingId } from './meetings-sample.ts'

const meetings = [sampleMeetingId('core', '2020-02-13'), sampleMeetingId('network', '2020-03-12')]

/** Seconds of work: begun once, when somebody first asks for the sample's reports, and followed as what she asked for herself. Cut off, it is taken up after the next start. */
export function makeSampleReports(jobsOf: NetworkJobs): (desk: Desk) => Promise<void> {
  let begun = false
  return async (desk) => {
    if (begun || !desk.network.sample) return
    begun = true
    const missing = await withoutReport(desk)
    if (missing.length === 0) return
    jobsOf(desk).start(Number(desk.today().slice(0, 4)), async ({ step: onStep, signal }) => {
      for (const meeting of missing) {
        await makeReport(desk, { id: randomUUID(), meeting, onStep, signal }).catch(async (error: unknown) => {
          // Thrown away meanwhile by whoever founded a network of her own.
          if ((await listNetworks(desk.register)).some(({ id }) => id === desk.network.id)) throw error
        })
      }
    }, 'situation')
  }
}

/** None in a sample that an earlier version made: its meetings are others. */
async function withoutReport(desk: Desk): Promise<readonly Id[]> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const [known, made] = [await readMeetings(transaction), await readSituations(transaction)]
    return meetings.filter((id) => known.some((meeting) => meeting.id === id) && !made.some(({ meeting }) => meeting === id))
  })
}
