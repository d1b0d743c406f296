// The editions: which there are, the jobs that make them, their files, and the private protocol for the coordinator.
import { type Id, type Language, problem, ProblemError } from '@lykta/incident'
import { problemOf } from '@lykta/publication'
import { inNetwork, readLastChange } from '@lykta/register'
import { Hono } from 'hono'
import type { EditionFiguresAnswer } from '../api/prose-types.ts'
import type { EditionAnswer, EditionFile, EditionListAnswer, EditionSummary } from '../api/types.ts'
import type { AppOptions } from '../http/app.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse, worded } from '../http/failure.ts'
import { editionPolicy, renderPolicy } from '../http/headers.ts'
import { type Jobs, makeJobs } from '../jobs/jobs.ts'
import { momentOf, yearsOf } from '../work/count-network.ts'
import type { Desk } from '../work/desk.ts'
import { type MadeEdition, makeEdition, warningsOf } from '../work/edition.ts'
import { decisionsOf } from '../work/edition-decisions.ts'
import { readEditionFigures } from '../work/edition-figures.ts'

const kinds: Readonly<Record<string, { readonly kind: EditionFile['kind']; readonly type: string }>> = {
  html: { kind: 'page', type: 'text/html; charset=utf-8' },
  pdf: { kind: 'pdf', type: 'application/pdf' },
  docx: { kind: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  svg: { kind: 'svg', type: 'image/svg+xml' },
  csv: { kind: 'csv', type: 'text/csv; charset=utf-8' },
  json: { kind: 'json', type: 'application/json' },
  px: { kind: 'px', type: 'text/plain; charset=utf-8' },
}

/** Drafts live as long as the server; approved editions will be kept in the register. */
type Shelf = { readonly jobs: Jobs; readonly made: Map<number, MadeEdition> }

export function editionRoutes({ log, templates, stopping }: Pick<AppOptions, 'log' | 'templates'> & { readonly stopping: AbortSignal }): Hono<Env> {
  // The sample and the network of one's own may both be asked for.
  const shelves = new Map<Id, Shelf>()
  const shelfOf = ({ network }: Desk): Shelf => {
    const shelf = shelves.get(network.id) ?? { jobs: makeJobs(log, stopping), made: new Map<number, MadeEdition>() }
    shelves.set(network.id, shelf)
    return shelf
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
      const { desk, caller } = context.var
      // A draft is in no ledger: two of them could tell what each hides, so it is nobody's to read but who makes it.
      if (!caller.rights.includes('edition.make')) return context.json({ editions: [] } satisfies EditionListAnswer)
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
        files: edition ? filesOf(edition) : [],
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
      const prefix = `/editions/${context.req.param('year')}/`
      const path = context.req.path.slice(prefix.length)
      const name = path.endsWith('/') ? `${path}index.html` : path
      // Somebody who opens the address before it was made waits for it.
      const edition = shelfOf(desk).made.get(year) ?? (await makeNow(desk, year))
      if (edition instanceof ProblemError) return refuse(context, 422, edition.problems)
      if (edition === 'cancelled') return refuse(context, 503, [problem('work.edition-cancelled')])
      const bytes = edition?.files.get(name)
      const kind = kinds[name.slice(name.lastIndexOf('.') + 1)]
      if (!bytes || !kind) return notFound(context)
      const headers: Record<string, string> = { 'content-type': kind.type }
      if (kind.kind === 'page') Object.assign(headers, { 'content-security-policy': renderPolicy(editionPolicy), 'x-frame-options': 'SAMEORIGIN' })
      else headers['content-disposition'] = `attachment; filename="${fileName(year, name)}"`
      return context.body(new Uint8Array(bytes), 200, headers)
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

/** By language and line: the page leads to the place in the text. */
function askedOf({ findings }: MadeEdition): EditionAnswer['asked'] {
  return findings.map((finding) => ({ ...worded(problemOf(finding)), language: finding.where.file.endsWith('sv.md') ? 'sv' : 'en', line: finding.where.line }))
}

function fileName(year: number, path: string): string {
  return `${year}-${path.replaceAll('/', '-')}`
}

function filesOf({ year, files }: MadeEdition): readonly EditionFile[] {
  return [...files].map(([path, bytes]) => {
    const href = `/editions/${year}/${path.replace(/index\.html$/, '')}`
    if (path === 'manifest.json') return { language: null, kind: 'manifest', table: null, href, bytes: bytes.length }
    const [language, ...rest] = path.split('/')
    const name = rest.join('/')
    const { kind } = kinds[name.slice(name.lastIndexOf('.') + 1)]!
    return {
      language: language as Language,
      kind: name === 'report-archive.pdf' ? 'archive' : kind,
      table: kind === 'csv' || kind === 'json' || kind === 'px' ? name.replace(/^tables\/|\.\w+$/g, '') : null,
      href,
      bytes: bytes.length,
    }
  })
}
