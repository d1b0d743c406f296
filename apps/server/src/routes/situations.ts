// /api/situations: situation reports, made for a meeting and let go version by version; /situation-files: their files, each for its own readers.
import { problem, ProblemError } from '@lykta/incident'
import { inNetwork, readMeetings } from '@lykta/register'
import { Hono } from 'hono'
import { z } from 'zod'
import { pathOf, sendFile } from '../http/edition-files.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { hash, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import type { NetworkJobs } from '../jobs/network-jobs.ts'
import type { Desk } from '../work/desk.ts'
import { unsaidBefore } from '../work/meetings/carried-actions.ts'
import type { Notify } from '../work/notify.ts'
import { makeReport } from '../work/situation/make-report.ts'
import { findReportFile, listReports, releaseReport } from '../work/situation/reports.ts'

const newReport = z.strictObject({ meeting: uuid })
const release = z.strictObject({ digest: hash })
const audiences = z.enum(['core', 'network', 'public'])

const kind = 'situation'
const yearOf = (desk: Desk): number => Number(desk.today().slice(0, 4))

export function situationRoutes({ jobsOf, notify }: { readonly jobsOf: NetworkJobs; readonly notify: Notify }): Hono<Env> {
  return new Hono<Env>()
    .get('/api/situations', async (context) => {
      const { desk } = context.var
      const makes = (desk.context.role ?? 'coordinator') === 'coordinator'
      return context.json({ versions: await listReports(desk), job: makes ? (jobsOf(desk).latest(yearOf(desk), kind) ?? null) : null })
    })
    .post('/api/situations', (context) => withBody(context, newReport, async ({ meeting }) => {
      const { desk } = context.var
      const known = await inNetwork(desk.register, desk.context, (transaction) => readMeetings(transaction))
      const found = known.find(({ id }) => id === meeting)
      if (!found) return notFound(context)
      // Its versions for others begin at the large network's last meeting, whichever circle it is made for.
      const unsaid = [...new Set([found.circle, 'network'] as const)].flatMap((circle) => unsaidBefore({ ...found, circle }, known, desk.today()))
      if (unsaid.length > 0) throw new ProblemError(unsaid.map(({ circle, date }) => problem('situation.was-it-held', { circle, date })))
      const job = jobsOf(desk).start(yearOf(desk), async ({ step: onStep, signal }) => {
        await makeReport(desk, { id: crypto.randomUUID(), meeting, onStep, signal })
        notify(desk, { for: 'core-group' })
      }, kind)
      return context.json({ job }, 202)
    }))
    .post('/api/situations/:id/:audience/release', async (context) => {
      const [id, audience] = [uuid.safeParse(context.req.param('id')), z.enum(['network', 'public']).safeParse(context.req.param('audience'))]
      // Whether there is such a version is asked before anything of the body is told.
      if (!id.success || !audience.success || !(await listReports(context.var.desk)).some((one) => one.report === id.data && one.audience === audience.data)) return notFound(context)
      return withBody(context, release, async ({ digest }) =>
        (await releaseReport(context.var.desk, id.data, audience.data, digest)) ? context.json({ versions: await listReports(context.var.desk), job: null }) : notFound(context))
    })
    .get('/situation-files/:id/:audience/*', async (context) => {
      const [id, audience] = [uuid.safeParse(context.req.param('id')), audiences.safeParse(context.req.param('audience'))]
      if (!id.success || !audience.success) return notFound(context)
      const path = pathOf(context, `/situation-files/${id.data}/${audience.data}/`)
      const bytes = await findReportFile(context.var.desk, id.data, audience.data, path)
      return sendFile(context, path, bytes, 'final') ?? notFound(context)
    })
}
