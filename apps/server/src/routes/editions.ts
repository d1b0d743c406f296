// The editions: which there are, the jobs that make them, their files, and the private protocol for the coordinator.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { problemOf } from '@lykta/publication/reading'
import { inNetwork, readLastChange } from '@lykta/register'
import { Hono } from 'hono'
import type { EditionFiguresAnswer } from '../api/prose-types.ts'
import type { EditionAnswer, EditionListAnswer, EditionSummary } from '../api/types.ts'
import type { AppOptions } from '../http/app.ts'
import { filesOf, pathOf, sendFile } from '../http/edition-files.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse, worded } from '../http/failure.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { NetworkJobs } from '../jobs/network-jobs.ts'
import { momentOf, yearsOf } from '../work/count-network.ts'
import type { Desk } from '../work/desk.ts'
import { type MadeEdition, makeEdition, warningsOf } from '../work/edition.ts'
import { readEditionFigures } from '../work/edition-figures.ts'
import { decisionsOf } from '../work/edition-decisions.ts'

/** Looks at a year live as long as the server; drafts and approved editions are kept in the register (drafts.ts, published.ts). */
type Shelf = { readonly jobs: Jobs; readonly made: Map<number, MadeEdition> }

export function editionRoutes({ templates, jobsOf }: Pick<AppOptions, 'templates'> & { readonly jobsOf: NetworkJobs }): Hono<Env> {
  const shelves = new Map<Id, Map<number, MadeEdition>>()
  const shelfOf = (desk: Desk): Shelf => {
    const made = shelves.get(desk.network.id) ?? new Map<number, MadeEdition>()
    shelves.set(desk.network.id, made)
    return { jobs: jobsOf(desk), made }
  }

  const summaryOf = ({ made, jobs }: Shelf, year: number, changed: number): EditionSummary => {
    const edition = made.get(year)
    const job = jobs.latest(year)
    return {
      year,
      state: !edition ? 'none' : edition.asOf.position >= changed ? 'ready' : 'stale',
      madeAt: edition?.madeAt ?? null,
      asOf: edition ? { position: edition.asOf.position, at: edition.asOf.time } : null,
      job: job && job.state !== 'done' && job.state !== 'cancelled' ? job : null,
    }
  }
  const start = (desk: Desk, year: number, { jobs, made } = shelfOf(desk)) => jobs.start(year, async ({ step, signal }) => {
    const edition = await makeEdition(desk, { year, templates, onStep: step, signal })
    step('writing', 0.98)
    made.set(year, edition)
  })

  const lastChange = ({ register, context }: Desk): Promise<number> => inNetwork(register, context, readLastChange)

  return new Hono<Env>()
    .get('/api/editions', async (context) => {
      // A look at a year is in no ledger: two of them could tell what each hides, so it is nobody's to read but who makes it.
      const { desk } = context.var
      const [moment, changed] = [await momentOf(desk), await lastChange(desk)]
      const editions = yearsOf(moment.collection).toReversed().map((year) => summaryOf(shelfOf(desk), year, changed))
      return context.json({ editions } satisfies EditionListAnswer)
    })
    .get('/api/editions/:year', async (context) => {
      const { desk } = context.var
      const { made } = shelfOf(desk)
      const [moment, changed] = [await momentOf(desk), await lastChange(desk)]
      const year = Number(context.req.param('year'))
      if (!yearsOf(moment.collection).includes(year)) return notFound(context)
      const edition = made.get(year)
      return context.json({
        edition: summaryOf(shelfOf(desk), year, changed),
        draft: true,
        policy: edition?.manifest.policy ?? '',
        audience: 'public',
        audit: edition ? { passed: true, solved: 2 * edition.certificate.audited, protectedCells: edition.certificate.audited } : null,
        warnings: warningsOf(year, moment.collection.to).map(worded),
        asked: edition ? askedOf(edition) : [],
        files: edition ? filesOf(`/editions/${year}`, [...edition.files].map(([path, bytes]) => ({ path, bytes: bytes.length }))) : [],
        decisions: edition ? decisionsOf(edition.protocol) : [],
      } satisfies EditionAnswer)
    })
    .get('/api/editions/:year/figures', async (context) => {
      const { desk } = context.var
      const year = Number(context.req.param('year'))
      const moment = await momentOf(desk)
      if (!yearsOf(moment.collection).includes(year)) return notFound(context)
      return context.json((await readEditionFigures(desk, year, moment, shelfOf(desk).made.get(year))) satisfies EditionFiguresAnswer)
    })
    .post('/api/editions/:year', async (context) => {
      const { desk } = context.var
      const moment = await momentOf(desk)
      const year = Number(context.req.param('year'))
      return yearsOf(moment.collection).includes(year) ? context.json({ job: start(desk, year) }, 202) : notFound(context)
    })
    .get('/api/jobs/:id', (context) => {
      const job = shelfOf(context.var.desk).jobs.find(context.req.param('id'))
      return job ? context.json(job) : notFound(context)
    })
    .delete('/api/jobs/:id', (context) => {
      const job = shelfOf(context.var.desk).jobs.cancel(context.req.param('id'))
      return job ? context.json(job) : notFound(context)
    })
    // Not "/editions/:year/*", which would be the page of the app as well.
    .on('GET', ['/editions/:year/manifest.json', '/editions/:year/:language/*'], async (context) => {
      const { desk } = context.var
      const year = Number(context.req.param('year'))
      const path = pathOf(context, `/editions/${context.req.param('year')}/`)
      // Somebody who opens the address before it was made waits for it.
      const edition = shelfOf(desk).made.get(year) ?? (await makeNow(desk, year))
      if (edition instanceof ProblemError) return refuse(context, 422, edition.problems)
      if (edition === 'cancelled') return refuse(context, 503, [problem('work.edition-cancelled')])
      return sendFile(context, path, edition?.files.get(path), String(year)) ?? notFound(context)
    })

  async function makeNow(desk: Desk, year: number): Promise<MadeEdition | ProblemError | 'cancelled' | undefined> {
    if (!yearsOf((await momentOf(desk)).collection).includes(year)) return undefined
    const { jobs, made } = shelfOf(desk)
    const { id } = start(desk, year)
    for (;;) {
      const job = jobs.find(id)
      if (job?.state === 'failed') return new ProblemError(job.problems)
      if (job?.state === 'cancelled') return 'cancelled'
      if (job?.state !== 'running') return made.get(year)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Once each, by language and line: the page leads to the place in the text. */
function askedOf({ findings }: MadeEdition): EditionAnswer['asked'] {
  return findings.map((finding) => ({ ...worded(problemOf(finding)), language: finding.where.file.endsWith('sv.md') ? 'sv' : 'en', line: finding.where.line }))
}
