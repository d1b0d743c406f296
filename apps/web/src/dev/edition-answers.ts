// The stand-in server's editions: made in a few seconds of pretended work, or failing with problems of the template.
import type { Decision, EditionAnswer, EditionFile, EditionSummary, Job, JobStep, WordedProblem } from '../../../server/src/api/types.ts'

const steps: readonly JobStep[] = ['counting', 'protecting', 'auditing', 'writing', 'typesetting']
const stepMilliseconds = 700
const asOf = { position: 3, at: '2020-03-02T08:15:00Z' }

const templateProblems: readonly WordedProblem[] = [
  {
    code: 'publication.binding-unknown', severity: 'error', where: { file: 'templates/sv.md', row: 48 }, values: { found: 'incidenter.2019' },
    text: {
      sv: '”incidenter.2019” är inget tal i tabellerna. Menade du ”incidents.2019”?',
      en: '“incidenter.2019” is no number of the tables. Did you mean “incidents.2019”?',
    },
  },
  {
    code: 'publication.number-typed', severity: 'error', where: { file: 'templates/sv.md', row: 62 }, values: { found: 'tre' },
    text: { sv: '”tre” är skrivet för hand. Bind talet till en tabell.', en: '“tre” is typed by hand. Bind the number to a table.' },
  },
]

const decision = (table: string, codes: readonly string[], period: string, action: Decision['action'], into: string | null, reasons: Decision['reasons'], count: number): Decision =>
  ({ table, codes, period, action, into, reasons, count, atLeast: table === 'sexAge' })

const decisions: readonly Decision[] = [
  decision('incidents', [], '2017', 'shown', null, [], 10),
  decision('incidents', [], '2018', 'shown', null, [], 23),
  decision('incidents', [], '2019', 'shown', null, [], 30),
  decision('exploitation', ['sexual'], 'all', 'band', null, ['nearly-all'], 61),
  decision('exploitation', ['begging'], 'all', 'merged', 'other', ['few'], 1),
  decision('exploitation', ['labour'], 'all', 'merged', 'other', ['few'], 1),
  decision('sexAge', ['woman', 'minor'], 'all', 'hidden', null, ['sensitive'], 4),
  decision('sexAge', ['man', 'adult'], 'all', 'hidden', null, ['few', 'organisations'], 2),
  decision('personsInContact', [], '2017', 'merged', '2017-2018', ['few'], 2),
  decision('personsInContact', [], '2018', 'merged', '2017-2018', [], 13),
  decision('placeType', ['workplace'], 'all', 'hidden', null, ['complementary'], 6),
  decision('sector', ['civil-society'], '2019', 'hidden', null, ['organisations'], 9),
  decision('personsInContact', [], '2019', 'waits', null, ['few', 'waits'], 3),
]

const files = (year: number): readonly EditionFile[] => [
  { language: null, kind: 'manifest', table: null, href: `/editions/${year}/manifest.json`, bytes: 9100 },
  ...(['sv', 'en'] as const).flatMap((language): readonly EditionFile[] => [
    { language, kind: 'page', table: null, href: `/editions/${year}/${language}/`, bytes: 412_000 },
    { language, kind: 'pdf', table: null, href: `/editions/${year}/${language}/report.pdf`, bytes: 187_000 },
    ...['years', 'indicators', 'sector'].flatMap((table) =>
      (['csv', 'json'] as const).map((kind) => ({ language, kind, table, href: `/editions/${year}/${language}/tables/${table}.${kind}`, bytes: 2400 })),
    ),
  ]),
]

export class PretendedEditions {
  readonly #made = new Map<number, string>([[2018, '2020-03-01T10:00:00Z']])
  readonly #jobs = new Map<string, { readonly year: number; readonly started: number; cancelled: boolean }>()

  /** 2017 fails, so that the page for problems can be looked at; other years succeed. */
  start(year: number): Job {
    const running = [...this.#jobs].find(([, job]) => job.year === year && this.#jobOf(job).state === 'running')
    const id = running?.[0] ?? crypto.randomUUID()
    if (!running) this.#jobs.set(id, { year, started: Date.now(), cancelled: false })
    return this.find(id)!
  }

  find(id: string): Job | undefined {
    const job = this.#jobs.get(id)
    if (!job) return undefined
    const answer = { ...this.#jobOf(job), id }
    if (answer.state === 'done') this.#made.set(job.year, new Date().toISOString())
    return answer
  }

  cancel(id: string): Job | undefined {
    const job = this.#jobs.get(id)
    if (job) job.cancelled = true
    return this.find(id)
  }

  summary(year: number): EditionSummary {
    const job = [...this.#jobs.keys()].map((id) => this.find(id)!).findLast((one) => one.year === year)
    const madeAt = this.#made.get(year) ?? null
    return {
      year, madeAt,
      state: madeAt === null ? 'none' : madeAt < asOf.at ? 'stale' : 'ready',
      asOf: madeAt === null ? null : asOf,
      job: job && (job.state === 'running' || job.state === 'failed') ? job : null,
    }
  }

  answer(year: number): EditionAnswer {
    const edition = this.summary(year)
    const made = edition.state !== 'none'
    return {
      edition, draft: true, policy: 'default-public-1', audience: 'public',
      audit: made ? { passed: true, solved: 418, protectedCells: 37 } : null,
      warnings: [],
    asked: [],
      files: made ? files(year) : [],
      decisions: made ? decisions : [],
    }
  }

  #jobOf({ year, started, cancelled }: { readonly year: number; readonly started: number; readonly cancelled: boolean }): Job {
    const done = Math.floor((Date.now() - started) / stepMilliseconds)
    const fails = year === 2017 && done >= 3
    const state = cancelled ? 'cancelled' : fails ? 'failed' : done >= steps.length ? 'done' : 'running'
    return {
      id: '', year, state,
      step: state === 'done' ? 'done' : (steps[Math.min(done, steps.length - 1)] ?? 'waiting'),
      progress: Math.min(1, done / steps.length),
      startedAt: new Date(started).toISOString(),
      endedAt: state === 'running' ? null : new Date().toISOString(),
      problems: fails ? templateProblems : [],
    }
  }
}
