// The editions: which there are, the jobs that make them, their files, and the private protocol for the coordinator.
import { type Language, problem, ProblemError } from '@lykta/incident'
import { Hono } from 'hono'
import type { EditionAnswer, EditionFile, EditionListAnswer, EditionSummary } from '../api/types.ts'
import type { AppOptions } from '../http/app.ts'
import { notFound, refuse, worded } from '../http/failure.ts'
import { editionPolicy, renderPolicy } from '../http/headers.ts'
import { makeJobs } from '../jobs/jobs.ts'
import { momentOf, yearsOf } from '../work/count-network.ts'
import { type MadeEdition, makeEdition, warningsOf } from '../work/edition.ts'
import { decisionsOf } from '../work/edition-decisions.ts'

const kinds: Readonly<Record<string, { readonly kind: EditionFile['kind']; readonly type: string }>> = {
  html: { kind: 'page', type: 'text/html; charset=utf-8' },
  pdf: { kind: 'pdf', type: 'application/pdf' },
  csv: { kind: 'csv', type: 'text/csv; charset=utf-8' },
  json: { kind: 'json', type: 'application/json' },
}

export function editionRoutes({ desk, log, templates, stopping }: Pick<AppOptions, 'desk' | 'log' | 'templates'> & { readonly stopping: AbortSignal }): Hono {
  const jobs = makeJobs(log, stopping)
  // Drafts live as long as the server; approved editions will be kept in the register.
  const made = new Map<number, MadeEdition>()

  const summaryOf = (year: number, position: number): EditionSummary => {
    const edition = made.get(year)
    const job = jobs.latest(year)
    return {
      year,
      state: !edition ? 'none' : edition.asOf.position === position ? 'ready' : 'stale',
      madeAt: edition?.madeAt ?? null,
      asOf: edition ? { position: edition.asOf.position, at: edition.asOf.time } : null,
      job: job && job.state !== 'done' && job.state !== 'cancelled' ? job : null,
    }
  }
  const start = (year: number) => jobs.start(year, async ({ step, signal }) => {
    const edition = await makeEdition(desk, { year, templates, onStep: step, signal })
    step('writing', 0.98)
    made.set(year, edition)
  })

  return new Hono()
    .get('/api/editions', async (context) => {
      const moment = await momentOf(desk)
      const editions = yearsOf(moment.collection).toReversed().map((year) => summaryOf(year, moment.position))
      return context.json({ editions } satisfies EditionListAnswer)
    })
    .get('/api/editions/:year', async (context) => {
      const moment = await momentOf(desk)
      const year = Number(context.req.param('year'))
      if (!yearsOf(moment.collection).includes(year)) return notFound(context)
      const edition = made.get(year)
      return context.json({
        edition: summaryOf(year, moment.position),
        draft: true,
        policy: edition?.manifest.policy ?? '',
        audience: 'public',
        audit: edition ? { passed: true, solved: 2 * edition.certificate.audited, protectedCells: edition.certificate.audited } : null,
        warnings: warningsOf(year, moment.collection.to).map(worded),
        files: edition ? filesOf(edition) : [],
        decisions: edition ? decisionsOf(edition.protocol) : [],
      } satisfies EditionAnswer)
    })
    .post('/api/editions/:year', async (context) => {
      const moment = await momentOf(desk)
      const year = Number(context.req.param('year'))
      return yearsOf(moment.collection).includes(year) ? context.json({ job: start(year) }, 202) : notFound(context)
    })
    .get('/api/jobs/:id', (context) => {
      const job = jobs.find(context.req.param('id'))
      return job ? context.json(job) : notFound(context)
    })
    .delete('/api/jobs/:id', (context) => {
      const job = jobs.cancel(context.req.param('id'))
      return job ? context.json(job) : notFound(context)
    })
    // Not "/editions/:year/*", which would be the page of the app as well.
    .on('GET', ['/editions/:year/manifest.json', '/editions/:year/:language/*'], async (context) => {
      const year = Number(context.req.param('year'))
      const prefix = `/editions/${context.req.param('year')}/`
      const path = context.req.path.slice(prefix.length)
      const name = path.endsWith('/') ? `${path}index.html` : path
      // Somebody who opens the address before it was made waits for it.
      const edition = made.get(year) ?? (await makeNow(year))
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

  async function makeNow(year: number): Promise<MadeEdition | ProblemError | 'cancelled' | undefined> {
    if (!yearsOf((await momentOf(desk)).collection).includes(year)) return undefined
    const { id } = start(year)
    for (;;) {
      const job = jobs.find(id)
      if (job?.state === 'failed') return new ProblemError(job.problems)
      if (job?.state === 'cancelled') return 'cancelled'
      if (job?.state !== 'running') return made.get(year)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
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
      kind,
      table: kind === 'csv' || kind === 'json' ? name.replace(/^tables\/|\.\w+$/g, '') : null,
      href,
      bytes: bytes.length,
    }
  })
}
