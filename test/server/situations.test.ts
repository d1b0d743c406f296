// A situation report over the server's routes: made, read by each audience its own, let go by a second person; and whatever address a member of the large network tries, no core figure.
import { randomUUID } from 'node:crypto'
import { appendMeetings, inNetwork, readLedger, readMeetings, readMembers, write } from '@lykta/register'
import type { Desk } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SituationsAnswer, SituationVersion } from '../../apps/server/src/api/situation-types.ts'
import { momentOf } from '../../apps/server/src/work/count-network.ts'
import { unsaidBefore } from '../../apps/server/src/work/meetings/carried-actions.ts'
import { makeReport, taskFor } from '../../apps/server/src/work/situation/make-report.ts'
import { whyUncounted, windowsFor } from '../../apps/server/src/work/situation/windows.ts'
import { readPdf } from '../publication/support/pdf.ts'
import { type ExploredTown, makeExploredTown } from './explored-town.ts'

type Person = keyof ExploredTown['as']
let town: ExploredTown
const [meeting, coreMeeting] = [randomUUID(), randomUUID()]

const ask = (who: Person, path: string, sent?: unknown): Promise<Response> => town.app.ask(path, {
  headers: { cookie: town.as[who], 'content-type': 'application/json' }, ...(sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) }),
})
const versionsFor = async (who: Person): Promise<readonly SituationVersion[]> => ((await (await ask(who, '/api/situations')).json()) as SituationsAnswer).versions
const release = async (who: Person, version: SituationVersion, digest = version.digest): Promise<number> => (await ask(who, `/api/situations/${version.report}/${version.audience}/release`, { digest })).status
async function desk(): Promise<Desk> {
  const members = await inNetwork(town.desk.register, town.desk.context, readMembers)
  return { ...town.desk, today: () => '2019-10-09', context: { network: town.desk.network.id, member: members.find(({ role }) => role === 'coordinator')!.id, role: 'coordinator' } }
}
/** What a file says, as whoever opens it reads it. */
async function read(who: Person, href: string): Promise<string | number> {
  const answer = await ask(who, href)
  if (answer.status !== 200) return answer.status
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (!href.endsWith('.pdf')) return bytes.toString()
  return (await readPdf(bytes)).lines.join('\n')
}

const firstOnes: boolean[] = []
const isFirst = async (of: string): Promise<boolean> => (await taskFor(await desk(), of, await momentOf(await desk()))).task.isFirst

let reports: readonly SituationVersion[]
beforeAll(async () => {
  town = await makeExploredTown()
  await write(town.desk.register, town.desk.context, { action: 'meeting.plan', object: 'meetings:3' }, (transaction) => appendMeetings(transaction, [
    { id: randomUUID(), circle: 'core', revision: 1, date: '2019-01-10', begins: '13:00', ends: '15:00', state: 'held', agenda: [], attendance: null },
    { id: randomUUID(), circle: 'network', revision: 1, date: '2019-01-17', begins: '13:00', ends: '15:00', state: 'held', agenda: [], attendance: null },
    { id: meeting, circle: 'network', revision: 1, date: '2019-10-10', begins: '13:00', ends: '15:00', state: 'planned', agenda: [], attendance: null },
    { id: coreMeeting, circle: 'core', revision: 1, date: '2019-10-11', begins: '13:00', ends: '15:00', state: 'planned', agenda: [], attendance: null },
  ]))
  firstOnes.push(await isFirst(coreMeeting))
  await makeReport(await desk(), { id: randomUUID(), meeting: coreMeeting })
  firstOnes.push(await isFirst(coreMeeting), await isFirst(meeting))
  await makeReport(await desk(), { id: randomUUID(), meeting })
  reports = await versionsFor('coordinator')
}, 240_000)
afterAll(async () => {
  await town.close()
})

const versionOf = (audience: string): SituationVersion => reports.find((one) => one.audience === audience && one.meeting === meeting)!
type Data = { readonly windows: { readonly figures: readonly { readonly before: { readonly count?: number } | null; readonly now: { readonly count?: number } | null }[] } | null; readonly told: readonly unknown[] }

test('the core group has all versions at once; nobody else has any before they are let go', async () => {
  expect(reports.map(({ audience }) => audience)).toEqual(['public', 'network', 'core', 'public', 'network', 'core'])
  expect((await versionsFor('core-member')).map(({ digest }) => digest)).toEqual(reports.map(({ digest }) => digest))
  for (const who of ['reporter', 'reader'] as const) expect(await versionsFor(who), who).toEqual([])
  const core = JSON.parse((await read('core-member', versionOf('core').files.find(({ kind }) => kind === 'data')!.href)) as string) as Data
  expect(core.windows!.figures.filter(({ now }) => (now?.count ?? 0) > 0).length).toBeGreaterThan(3)
})

test('whoever made it lets nothing go alone, and nothing that is not what was read', async () => {
  const network = versionOf('network')
  expect(network).toMatchObject({ mayRelease: false, releasedAt: null, outdated: false })
  expect(await release('coordinator', network)).toBe(409)
  expect(await release('core-member', network, '0'.repeat(64))).toBe(409)
  expect((await ask('core-member', `/api/situations/${network.report}/core/release`, { digest: versionOf('core').digest })).status).toBe(404)
  for (const who of ['reporter', 'reader'] as const) expect(await release(who, network)).toBe(404)
})

test('let go, it has its readers, and what it tells is in the ledger; the public version waits on', async () => {
  const before = (await inNetwork(town.desk.register, town.desk.context, readLedger)).length
  expect(await release('core-member', versionOf('network'))).toBe(200)
  for (const who of ['reporter', 'reader'] as const) {
    const seen = await versionsFor(who)
    expect(seen.map(({ audience, meeting: of, mayRelease }) => [audience, of, mayRelease]), who).toEqual([['network', null, false]])
    for (const { href } of seen[0]!.files) expect(typeof (await read(who, href)), href).toBe('string')
  }
  const told = (JSON.parse((await read('reader', versionOf('network').files.find(({ kind }) => kind === 'data')!.href)) as string) as Data).told.length
  expect((await inNetwork(town.desk.register, town.desk.context, readLedger)).length - before).toBe(told > 0 ? 1 : 0)
  // Of the other report what it tells was not tried with that.
  if (told > 0) expect((await versionsFor('core-member')).filter(({ outdated }) => outdated).length).toBeGreaterThan(0)
})

test('whatever address a member of the large network tries, the core version is nothing, and so is one that was not let go', async () => {
  const nothing = await (await ask('reader', '/api/what-is-not-there')).text()
  const like = async (path: string): Promise<void> => {
    for (const who of ['reporter', 'reader'] as const) {
      const answer = await ask(who, path)
      expect([who, path, answer.status, await answer.text()]).toEqual([who, path, 404, nothing])
    }
  }
  for (const { audience, report, files } of reports) {
    if (audience === 'network' && report === versionOf('network').report) continue
    for (const { href } of files) await like(href)
    for (const odd of ['sv/', 'sv/%2e%2e/core/index.html', 'sv/../core/sv/index.html', `../${report}/core/sv/report.json`, 'core', 'manifest.json', '']) await like(`/situation-files/${report}/${audience}/${odd}`)
  }
  const open = versionOf('network').report
  for (const odd of ['core/sv/report.json', 'CORE/sv/report.json', 'core%2Fsv/report.json', 'network/../core/sv/report.json', 'network/sv/../../core/sv/report.json']) await like(`/situation-files/${open}/${odd}`)
})

test('what the large network and the public read holds no count of the core version: page, PDF and data alike', async () => {
  expect(await release('core-member', versionOf('public'))).toBe(200)
  for (const audience of ['network', 'public']) {
    for (const { href, kind } of versionOf(audience).files) {
      const text = (await read('reader', href)) as string
      for (const word of ['Bara för kärngruppen', 'For the core group only', 'default-core-1', 'policeContacted', 'Möjligt utsatta personer', 'exploitation']) {
        expect([href, text.includes(word)]).toEqual([href, false])
      }
      if (kind === 'data') expect(JSON.parse(text)).toMatchObject({ windows: null, audience })
    }
  }
})

test('a meeting that is not there, or a body of another shape, makes nothing', async () => {
  expect((await ask('coordinator', '/api/situations', { meeting: randomUUID() })).status).toBe(404)
  expect((await ask('coordinator', '/api/situations', { meeting, audience: 'core' })).status).toBe(400)
  expect((await ask('core-member', '/api/situations', { meeting })).status).toBe(404)
})

test('the first is the one before which none was made for another meeting', () => {
  expect(firstOnes).toEqual([true, true, false])
})

test('past a meeting of which nobody has said whether it was held no report is made: what it tells begins there', async () => {
  const plan = (id: string, circle: 'core' | 'network', revision: number, state: 'planned' | 'cancelled', date: string) => ({ id, circle, revision, date, begins: '13:00', ends: '15:00', state, agenda: [], attendance: null })
  const [unsaid, older] = [randomUUID(), randomUUID()]
  const note = (one: ReturnType<typeof plan>) => write(town.desk.register, town.desk.context, { action: 'meeting.plan', object: 'meetings:1' }, (transaction) => appendMeetings(transaction, [one]))
  await note(plan(unsaid, 'network', 1, 'planned', '2019-05-09'))
  // Before the last that was held: nothing begins with it.
  await note(plan(older, 'network', 1, 'planned', '2018-05-09'))
  // Of a core meeting the versions for others begin there, too.
  for (const [of, dates] of [[meeting, ['2019-05-09']], [coreMeeting, ['2019-05-09', '2019-10-10']]] as const) {
    const refused = await ask('coordinator', '/api/situations', { meeting: of })
    const { problems } = (await refused.json()) as { readonly problems: readonly { readonly code: string; readonly text: { readonly sv: string } }[] }
    expect([refused.status, problems.map(({ code }) => code)]).toEqual([409, dates.map(() => 'situation.was-it-held')])
    expect(problems[0]!.text.sv).toContain('Stora nätverkets möte 2019-05-09 står kvar som planerat. Hölls det?')
  }
  await note(plan(unsaid, 'network', 2, 'cancelled', '2019-05-09'))
  const known = await inNetwork(town.desk.register, town.desk.context, (transaction) => readMeetings(transaction))
  expect(unsaidBefore(known.find(({ id }) => id === meeting)!, known, '2019-10-09')).toEqual([])
})

test('why the core group’s version counts nothing: no month over, none collected, or too few', () => {
  const collection = { from: '2019-08-12', to: '2019-08-30' }
  const [noMonth, before] = [windowsFor('2019-08-13', '2019-08-30', collection), windowsFor(null, '2019-08-30', collection)]
  expect([noMonth, before?.now.months]).toEqual([null, 0])
  const later = windowsFor(null, '2019-10-30', { ...collection, to: '2019-10-30' })
  expect([noMonth, before, later].map((windows) => whyUncounted(windows, []))).toEqual(['no-month', 'not-collected', 'too-few'])
})
