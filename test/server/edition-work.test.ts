// Making an edition as others see it: they are answered meanwhile, it can be stopped, and what fails says so in its own words.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { type Count, defaultPolicies, type SolveExtremes } from '@lykta/disclosure'
import { ProblemError } from '@lykta/incident'
import { inNetwork, listNetworks } from '@lykta/register'
import { type Desk, deskOf, ensureSampleNetwork, renderProblem } from '@lykta/server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { EditionAnswer, Job, JobAnswer, NetworkAnswer } from '../../apps/server/src/api/types.ts'
import { makeJobs } from '../../apps/server/src/jobs/jobs.ts'
import { carryOutEdition } from '../../apps/server/src/work/carry-out-edition.ts'
import { countAt, momentOf } from '../../apps/server/src/work/count-network.ts'
import type { EditionResult, EditionTask } from '../../apps/server/src/work/edition-task.ts'
import { makeInThread, workInThread } from '../../apps/server/src/work/edition-thread.ts'
import { makeEdition, warningsOf } from '../../apps/server/src/work/edition.ts'
import { keepThreads } from '../../apps/server/src/work/kept-threads.ts'
import { proseFor } from '../../apps/server/src/work/prose.ts'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { root } from '../journey/lykta.ts'
import { makeTestApp, type TestApp } from './app.ts'

let app: TestApp
let templates: string
const stopping = new AbortController()
const json = { 'content-type': 'application/json' }
beforeAll(async () => {
  templates = await mkdtemp(join(tmpdir(), 'lykta-templates-'))
  await cp(join(root, 'packages/publication/templates/annual'), templates, { recursive: true })
  app = await makeTestApp({ templates, stopping: stopping.signal })
})
afterAll(async () => {
  await app.close()
  await rm(templates, { recursive: true, force: true })
})

const start = async (year: number): Promise<Job> => ((await (await app.post(`/api/editions/${year}`, {})).json()) as JobAnswer).job
const jobOf = (id: string): Promise<Job> => app.json<Job>(`/api/jobs/${id}`)
const until = async (id: string, reached: (job: Job) => boolean): Promise<Job> => {
  for (;;) {
    const job = await jobOf(id)
    if (reached(job)) return job
    await wait(5)
  }
}
const ended = (id: string): Promise<Job> => until(id, ({ state }) => state !== 'running')
const solving = (id: string): Promise<Job> => until(id, ({ step }) => step === 'auditing')

describe('while an edition is being made', () => {
  test('others are answered, and each step is told', async () => {
    const { id } = await start(2019)
    const steps = new Set<string>()
    let answered = 0
    for (let job = await jobOf(id); job.state === 'running'; job = await jobOf(id)) {
      expect((await app.json<NetworkAnswer>('/api/network')).incidents).toBe(63)
      if (job.step === 'auditing') answered += 1
      steps.add(job.step)
    }
    // Solving in this thread would let nobody in between two of its steps.
    expect(answered).toBeGreaterThan(3)
    expect([...steps]).toEqual(expect.arrayContaining(['protecting', 'auditing', 'typesetting']))
    expect(await jobOf(id)).toMatchObject({ state: 'done', progress: 1 })
  })

  test('progress never goes back', async () => {
    const desk = await openSample()
    const told: number[] = []
    await makeEdition(desk, { year: 2018, onStep: (_, progress) => void told.push(progress!) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBeLessThan(1)
  })

  test('cancelling it while it solves ends its thread', async () => {
    const { id } = await start(2018)
    await solving(id)
    expect(threadsAtWork()).toBe(1)
    const cancelled = await app.ask(`/api/jobs/${id}`, { method: 'DELETE', headers: json })
    expect(await cancelled.json()).toMatchObject({ id, state: 'cancelled' })
    while (threadsAtWork() > 0) await wait(5)
    expect(await jobOf(id)).toMatchObject({ state: 'cancelled', problems: [] })
    expect((await app.json<EditionAnswer>('/api/editions/2018')).edition).toMatchObject({ state: 'none', job: null })
    expect(app.log).toEqual([])
  })

  test('cancelling ends it even where it would wait for ever', async () => {
    const controller = new AbortController()
    const asked = Promise.withResolvers<void>()
    const count = (): Promise<never> => {
      asked.resolve()
      return new Promise(() => {})
    }
    const making = makeInThread(await taskOf(await openSample()), { count, onStep: () => {}, signal: controller.signal })
    await asked.promise
    expect(threadsAtWork()).toBe(1)
    controller.abort()
    await expect(making).rejects.toThrow('aborted')
    expect(threadsAtWork()).toBe(0)
  })

  test('a count that fails ends it with that error', async () => {
    const making = makeInThread(await taskOf(await openSample()), { count: () => Promise.reject(new TypeError('no connection')), onStep: () => {} })
    await expect(making).rejects.toThrow(new TypeError('no connection'))
    expect(threadsAtWork()).toBe(0)
  })

  test('whoever waits for its page when it is cancelled is told', async () => {
    const waiting = app.ask('/editions/2018/sv/')
    const { id } = await start(2018)
    await solving(id)
    await app.ask(`/api/jobs/${id}`, { method: 'DELETE', headers: json })
    const answer = await waiting
    expect([answer.status, await answer.json()]).toMatchObject([503, { problems: [{ code: 'work.edition-cancelled' }] }])
  })

  test('the next is made by the thread of the one before, to the same bytes; when no more come, it ends', async () => {
    const begun: Worker[] = []
    const note = (worker: Worker): void => void begun.push(worker)
    process.on('worker', note)
    try {
      const desk = await openSample()
      const [task, moment] = [await taskOf(desk), await momentOf(desk)]
      const count: Count = async (specs, periods, byOrganisation) => (await countAt(desk, moment, [{ specs, periods, byOrganisation }]))[0]!
      const threads = keepThreads(new URL('apps/server/src/work/thread-side.ts', `file://${root}/`), 1)
      const make = () => workInThread<EditionResult>(new URL('apps/server/src/work/edition-worker.ts', `file://${root}/`), task, { count, onStep: () => {} }, threads)
      const one = await make()
      const other = await make()
      expect([...other.files]).toEqual([...one.files])
      expect(begun.length).toBe(1)
      await expect.poll(() => begun[0]!.threadId).toBe(-1)
      // A thread that waits for work holds up no end of the program.
      expect((await ended((await start(2018)).id)).state).toBe('done')
      expect(threadsAtWork()).toBe(0)
    } finally {
      process.off('worker', note)
    }
  })
})

describe('a template of one’s own', () => {
  afterEach(() => cp(join(root, 'packages/publication/templates/annual'), templates, { recursive: true }))

  test('is read anew for each draft, and a wrong binding is told with its file and line', async () => {
    const file = join(templates, 'en.md')
    const own = await readFile(file, 'utf8')
    await writeFile(file, `${own}\nThere were {{incidenter.year}}. || None.\n`)
    const { problems, ...job } = await ended((await start(2017)).id)
    expect(job.state).toBe('failed')
    expect(problems).toMatchObject([{ code: 'publication.binding-unknown', where: { file, row: own.split('\n').length + 1 } }])
    await writeFile(file, own)
    expect((await ended((await start(2017)).id)).state).toBe('done')
  })

  test('that is missing is named', async () => {
    await rm(join(templates, 'sv.md'))
    expect(await ended((await start(2017)).id)).toMatchObject({ state: 'failed', problems: [{ code: 'work.file-missing', values: { file: join(templates, 'sv.md') } }] })
  })
})

describe('the manifest', () => {
  test('is listed, served, and names every other file with its hash; the protocol is nowhere', async () => {
    const { files } = await app.json<EditionAnswer>('/api/editions/2019')
    const listed = files.filter(({ kind }) => kind === 'manifest')
    expect(listed).toMatchObject([{ language: null, table: null, href: '/editions/2019/manifest.json' }])
    const answer = await app.ask('/editions/2019/manifest.json')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="2019-manifest.json"')
    const manifest = (await answer.json()) as { files: { path: string; bytes: number }[] }
    expect(manifest.files.map(({ path }) => path).toSorted()).toEqual(
      files.filter(({ kind }) => kind !== 'manifest').map(({ href }) => href.replace('/editions/2019/', '').replace(/\/$/, '/index.html')).toSorted(),
    )
    expect((await app.ask('/editions/2019/protocol.json')).status).toBe(404)
  })
})

describe('a year that is not over', () => {
  test('is warned of in both languages, and others are not', async () => {
    const [year] = (await app.json<NetworkAnswer>('/api/network')).years.slice(-1)
    const { warnings, draft } = await app.json<EditionAnswer>(`/api/editions/${year}`)
    expect(draft).toBe(true)
    expect(warnings).toMatchObject([{ code: 'work.year-not-over', severity: 'warning', values: { year } }])
    expect(warnings[0]!.text.sv).toMatch(/är inte slut/)
    expect(warnings[0]!.text.en).toMatch(/is not over/)
    expect((await app.json<EditionAnswer>('/api/editions/2019')).warnings).toEqual([])
    expect([warningsOf(2026, '2026-12-30').length, warningsOf(2026, '2026-12-31').length]).toEqual([1, 0])
  })
})

describe('an audit that fails', () => {
  const refused = async (solve: SolveExtremes): Promise<ProblemError> => {
    const desk = await openSample()
    const moment = await momentOf(desk)
    const error: unknown = await carryOutEdition(await taskOf(desk), {
      count: async (specs, periods, byOrganisation) => (await countAt(desk, moment, [{ specs, periods, byOrganisation }]))[0]!,
      compilePdf: () => Promise.reject(new Error('nothing may be set')),
      onStep: () => {},
      solve,
    }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    return error as ProblemError
  }

  test.each<[string, SolveExtremes]>([
    ['gives no answer', (_, variables) => Promise.resolve(variables.map(() => ({ low: { status: 'unknown' }, high: { status: 'unknown' } })))],
    ['finds a contradiction', (_, variables) => Promise.resolve(variables.map(() => ({ low: { status: 'infeasible' }, high: { status: 'infeasible' } })))],
    ['breaks down', () => Promise.reject(new Error('out of memory'))],
  ])('because the solver %s says what happened and what to do, and its cause is logged', async (_, solve) => {
    const error = await refused(solve)
    expect(error.problems.map(({ code }) => code)).toEqual(['disclosure.audit-failed'])
    expect(error.cause).toMatchObject({ name: 'AttackError' })
    expect(renderProblem(error.problems[0]!, 'sv')).toContain('Inget har publicerats')
    expect(renderProblem(error.problems[0]!, 'en')).toContain('Nothing has been published')

    const log: string[] = []
    const jobs = makeJobs((line) => void log.push(line), new AbortController().signal)
    const { id } = jobs.start(2019, () => Promise.reject(error))
    while (jobs.find(id)?.state === 'running') await wait(1)
    expect(jobs.find(id)).toMatchObject({ state: 'failed', problems: [{ code: 'disclosure.audit-failed' }] })
    expect(log).toMatchObject([expect.stringMatching(/disclosure\.audit-failed: AttackError\n\s+at /)])
  })
})

test('editions are made one at a time, in the order in which they were asked for, and those that wait can be stopped', async () => {
  const jobs = makeJobs(() => {}, new AbortController().signal)
  const order: string[] = []
  const years = [2015, 2016, 2017, 2018]
  const gates = new Map(years.map((year) => [year, Promise.withResolvers<void>()]))
  const ids = years.map((year) => jobs.start(year, async () => {
    order.push(`${year} begins`)
    await gates.get(year)!.promise
    order.push(`${year} ends`)
    if (year === 2015) throw new Error('what fails lets the next one in')
  }).id)
  jobs.cancel(ids[1]!)
  for (const year of [2018, 2017, 2015]) {
    await wait(1)
    gates.get(year)!.resolve()
  }
  while (ids.some((id) => jobs.find(id)?.state === 'running')) await wait(1)
  expect(order).toEqual(['2015 begins', '2015 ends', '2017 begins', '2017 ends', '2018 begins', '2018 ends'])
  expect(ids.map((id) => jobs.find(id)?.state)).toEqual(['failed', 'cancelled', 'done', 'done'])
})

test('a work that ended is found until the second after it begins, for a page that has not heard of the next', async () => {
  const jobs = makeJobs(() => {}, new AbortController().signal)
  const ids: string[] = []
  for (const _ of [1, 2, 3]) {
    const { id } = jobs.start(2019, () => Promise.reject(new Error('as a wrong template does')))
    while (jobs.find(id)?.state === 'running') await wait(1)
    ids.push(id)
    expect(jobs.latest(2019)?.id).toBe(id)
  }
  expect(ids.map((id) => jobs.find(id)?.state)).toEqual([undefined, 'failed', 'failed'])
})

// The last one: nothing is made afterwards.
test('a server told to stop ends the work under way, and begins none', async () => {
  const { id } = await start(2018)
  await solving(id)
  stopping.abort()
  expect((await jobOf(id)).state).toBe('cancelled')
  while (threadsAtWork() > 0) await wait(5)
  expect((await start(2017)).state).toBe('cancelled')
  expect(threadsAtWork()).toBe(0)
  expect(app.log.filter((line) => line.startsWith('defect'))).toEqual([])
})

/** Threads that this process would wait for: each has a port to it. */
function threadsAtWork(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
}

let sample: { readonly desk: Desk; readonly database: TestDatabase } | undefined
afterAll(() => sample?.database.close())

async function taskOf(desk: Desk): Promise<EditionTask> {
  const { position, at, head, collection } = await momentOf(desk)
  const context = {
    network: desk.network, year: 2019, firstYear: 2017, asOf: { position, time: at, head }, today: desk.today(), collectedTo: collection.to,
    policy: defaultPolicies.public, version: 'test', draft: true,
  }
  return { context, collection, ownIndicators: [], prose: await inNetwork(desk.register, desk.context, (transaction) => proseFor(transaction)), earlier: [], late: undefined }
}

async function openSample(): Promise<Desk> {
  if (!sample) {
    const database = await cloneDatabase()
    await ensureSampleNetwork(database.register, () => {})
    sample = { database, desk: await deskOf(database.register, (await listNetworks(database.register))[0]!) }
  }
  return sample.desk
}
