// Letters: that something is new, in the reader's language, and nothing more; tried again, and never waited for.
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { inNetwork, listNetworks, wantLetter } from '@lykta/register'
import { deskOf } from '@lykta/server'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { findMailFault, openMail } from '../../apps/server/src/work/mail.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { enrol, foundTestNetwork, join, list, listDevice, prepareReport, report, type TestNetwork } from './member-network.ts'
import { now } from './sender.ts'
import { soon } from './soon.ts'

type Caught = { readonly to: readonly string[]; readonly text: string }

/** A mail server on this machine that keeps what it is given, and refuses as long as it is told to. */
async function catchMail(host = '127.0.0.1', offersTls = true) {
  const caught: Caught[] = []
  const state = { refusing: false }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: offersTls ? [] : ['STARTTLS'], logger: false,
    onRcptTo: (address, _session, callback) => callback(state.refusing ? Object.assign(new Error(`no room for ${address.address}`), { responseCode: 452 }) : null),
    onData: (stream, session, callback) => {
      let text = ''
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part
      }).on('end', () => {
        caught.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
        callback()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return { caught, state, url: `smtp://${host}:${port}`, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

type Catcher = Awaited<ReturnType<typeof catchMail>>
let catcher: Catcher
beforeAll(async () => {
  catcher = await catchMail()
})
afterEach(() => {
  catcher.caught.length = 0
  catcher.state.refusing = false
})
afterAll(() => catcher.close())

const decoded = (text: string): string => {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const content = /content-transfer-encoding: base64/i.test(head) ? Buffer.from(body.join(''), 'base64').toString('utf8')
    : body.join('\n\n').replaceAll(/=\r\n/g, '').replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
  return `${head}\n\n${content}`
}

describe('one letter', () => {
  const from = 'lykta@example.org'

  test('is in the reader\'s language, from the program, and names nothing', async () => {
    const mail = openMail({ url: catcher.url, from })
    for (const [name, language] of [['anna', 'sv'], ['ben', 'en']] as const) expect(await mail.send({ to: `${name}@example.org`, language })).toBeUndefined()
    expect(catcher.caught).toHaveLength(2)
    mail.close()
    const of = (address: string) => decoded(catcher.caught.find(({ to }) => to[0] === address)!.text)
    expect(of('anna@example.org')).toContain('Det finns något nytt för dig i Lykta.')
    expect(of('ben@example.org')).toContain('There is something new for you in Lykta.')
    expect(of('ben@example.org')).toMatch(/^From: Lykta <lykta@example\.org>$/m)
    expect(of('ben@example.org')).toMatch(/^Auto-Submitted: auto-generated/m)
    for (const { text } of catcher.caught) expect(decoded(text)).not.toMatch(/https?:|Provstad|[0-9A-HJKMNP-TV-Z]{8}\b(?=.*referens)/)
  })

  test('that is refused is told by the code alone, and its address to nobody', async () => {
    const mail = openMail({ url: catcher.url, from })
    catcher.state.refusing = true
    expect(await mail.send({ to: 'anna@example.org', language: 'sv' })).toBe('EENVELOPE')
    mail.close()
  })

  test('goes to another machine by TLS alone, and a server that is not there is told by its code', async () => {
    // Any address that is not one of the three that name this machine.
    const plain = await catchMail('127.0.0.2', false)
    for (const [url, code] of [['smtp://127.0.0.1:1', 'ESOCKET'], [plain.url, 'ETLS']] as const) {
      const mail = openMail({ url, from })
      expect(await mail.send({ to: 'anna@example.org', language: 'sv' })).toBe(code)
      mail.close()
    }
    expect(plain.caught).toEqual([])
    await plain.close()
  })

  test('options that cannot be used are found before anything is sent', () => {
    expect(findMailFault({ url: 'smtps://u:p@mail.example.org', from })).toBeUndefined()
    expect(findMailFault({ url: 'smtp://localhost:25', from })).toBeUndefined()
    for (const url of ['', 'mail.example.org', 'http://mail.example.org', 'smtp://']) expect(findMailFault({ url, from })).toBe('mail.url')
    for (const wrong of ['', 'Lykta', 'Lykta <lykta@example.org>', 'a b@example.org']) expect(findMailFault({ url: 'smtp://localhost', from: wrong })).toBe('mail.from')
  })
})

describe('who is told', () => {
  let app: TestApp
  let network: TestNetwork
  beforeAll(async () => {
    app = await makeTestApp({ mail: openMail({ url: catcher.url, from: 'lykta@example.org' }), quiet: 300 }, bareSample)
    network = await foundTestNetwork(app)
  })
  afterAll(() => app.close())

  const told = () => catcher.caught.flatMap(({ to }) => to).toSorted((one, other) => one.localeCompare(other))
  /** Nothing is being written down, nothing waits to be sent, and nobody's quiet time still runs: on a slow machine a letter, and the time after it, begin late. */
  const rested = (): Promise<void> => soon(async () => {
    const { app: pool } = app.desk.register
    // Whom to tell is looked up on a connection that is taken before the answer is given.
    expect([pool.totalCount - pool.idleCount, pool.waitingCount]).toEqual([0, 0])
    expect(await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, ({ run }) => run('select 1 from lykta.letter where wanted or due_at > $1', [new Date()]))).toEqual([])
  })

  test('the coordinator of an incident, the reporter of a question, and nobody of what she did herself', async () => {
    const david = await join(network, 'reporter', network.hotel, 'David')
    await soon(() => expect(told()).toEqual(['anna@example.org']))
    await list(network, david, 'reporter', network.hotel)
    const reception = await enrol(network, network.hotel)
    await listDevice(network, reception, network.hotel)
    await soon(() => expect(told()).toEqual(['anna@example.org', 'anna@example.org', 'david@example.org']))
    await rested()
    catcher.caught.length = 0
    const own = await report(network, network.anna, { placeType: 'hotel' }, 'Eget.')
    const ref = await report(network, david, { placeType: 'hotel' }, 'Rum mot gården.')
    await soon(() => expect(told()).toEqual(['anna@example.org']))
    const first = performance.now()
    const sent = await report(network, reception, { placeType: 'hotel' }, 'Många korta besök.')
    await report(network, reception, { placeType: 'hotel' }, 'Ett till.')
    // One letter at once; what comes after it waits until it has been quiet for a while, and two are then one unless the second comes later still.
    await soon(() => expect(told().length).toBeGreaterThan(1))
    await rested()
    expect(new Set(told())).toEqual(new Set(['anna@example.org']))
    // So many quiet times at least lie between so many letters, however slow the machine is.
    expect(told().length - 1).toBeLessThanOrEqual(Math.ceil((performance.now() - first) / 300))
    catcher.caught.length = 0
    const ask = (of: string) => network.anna.send('POST', `/api/incidents/${of}/messages`, { id: randomUUID(), kind: 'question', code: 'when', to: null })
    await ask(own)
    await ask(ref)
    await soon(() => expect(told()).toEqual(['david@example.org']))
    await rested()
    catcher.caught.length = 0
    // A device has no address: its organisation's reporters are told.
    await ask(sent)
    await soon(() => expect(told()).toEqual(['david@example.org']))
    await rested()
    catcher.caught.length = 0
    expect((await reception.send('POST', `/api/incidents/${sent}/withdrawal`, { base: 1, reason: 'duplicate' })).status).toBe(201)
    await soon(() => expect(told()).toEqual(['anna@example.org']))
    for (const { text } of catcher.caught) expect(decoded(text)).not.toMatch(new RegExp([ref, sent, 'Provstad', 'Fyren', 'hotel', 'David'].join('|')))
  })

  test('nobody whose words were not heard: neither an invited coordinator of incidents, nor an invited reporter of questions to her house', async () => {
    const cilla = await join(network, 'coordinator', network.town, 'Cilla')
    await join(network, 'reporter', network.hotel, 'Erik')
    const reception = await enrol(network, network.hotel)
    await listDevice(network, reception, network.hotel)
    await rested()
    catcher.caught.length = 0
    const ref = await report(network, reception, { placeType: 'hotel' }, 'En gång till.')
    await soon(() => expect(told()).toContain('anna@example.org'))
    await network.anna.send('POST', `/api/incidents/${ref}/messages`, { id: randomUUID(), kind: 'question', code: 'when', to: null })
    await soon(() => expect(told()).toContain('david@example.org'))
    await rested()
    expect([...new Set(told())]).toEqual(['anna@example.org', 'david@example.org'])
    await list(network, cilla, 'coordinator', network.town)
    await soon(() => expect(told()).toContain('cilla@example.org'))
    await rested()
    catcher.caught.length = 0
    await report(network, reception, { placeType: 'hotel' }, 'Nu hör hon det.')
    await soon(() => expect(told()).toEqual(['anna@example.org', 'cilla@example.org']))
  })

  test('an answer does not wait for a mail server that hangs', async () => {
    catcher.state.refusing = true
    const ref = await report(network, network.anna, { placeType: 'hotel' }, 'Eget.')
    expect(ref).toHaveLength(8)
  })
})

test('a network that was founded while the server ran is reminded by the next hourly look', async () => {
  const stop = new AbortController()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const app = await makeTestApp({ mail: openMail({ url: catcher.url, from: 'lykta@example.org' }), stopping: stop.signal }, bareSample)
  try {
    const { anna } = await foundTestNetwork(app)
    const planned = { id: randomUUID(), circle: 'network', date: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10), begins: '13:00', ends: '15:00', agenda: [] }
    expect((await anna.send('POST', '/api/meetings', { meetings: [planned] })).status).toBe(201)
    expect(catcher.caught).toEqual([])
    vi.advanceTimersByTime(3_600_000)
    vi.useRealTimers()
    await soon(() => expect(catcher.caught.map(({ to }) => to[0])).toEqual(['anna@example.org']))
    expect(app.log).toEqual([])
  } finally {
    vi.useRealTimers()
    stop.abort()
    await app.close()
  }
})

describe('a letter that could not be sent', () => {
  let app: TestApp
  let network: TestNetwork
  let stop = new AbortController()
  const log: string[] = []
  const secret = 'x'.repeat(40)
  const open = (waits: readonly number[]) => ({ mail: openMail({ url: catcher.url, from: 'lykta@example.org' }), waits, quiet: 0, stopping: stop.signal })
  /** The same server once more, on the same register. */
  const startAgain = async (waits: readonly number[], today = '2020-01-15'): Promise<void> => {
    stop = new AbortController()
    const { register } = app.desk
    // A day on which nothing is asked of anybody.
    const desk = { ...(await deskOf(register, (await listNetworks(register)).find(({ id }) => id === network.id)!)), today: () => today }
    makeApp({ desk, version: 'test', log: (line) => void log.push(line), webApp: '', ...open(waits) })
  }
  const letters = () => inNetwork(app.desk.register, { network: network.id, member: 'operator' }, ({ run }) => run('select wanted, tries from lykta.letter', []))
  beforeAll(async () => {
    app = await makeTestApp({ ...open([500]), secret }, bareSample)
    network = await foundTestNetwork(app)
  })
  afterAll(async () => {
    stop.abort()
    await app.close()
  })

  test('waits for the next start of the server, is sent then, and once', async () => {
    catcher.state.refusing = true
    await join(network, 'reporter', network.hotel, 'David')
    await soon(() => expect(app.log[0]).toBe('mail not sent (EENVELOPE), will be tried again'))
    stop.abort()
    catcher.state.refusing = false
    expect(await letters()).toMatchObject([{ wanted: true }])
    for (let start = 0; start < 2; start += 1) {
      await startAgain([500])
      await soon(() => expect(catcher.caught.map(({ to }) => to[0])).toEqual(['anna@example.org']))
      await soon(async () => expect(await letters()).toEqual([{ wanted: false, tries: 0 }]))
      stop.abort()
    }
    expect(catcher.caught).toHaveLength(1)
  })

  test('is tried again and given up in the end, and its address is told to nobody', async () => {
    catcher.state.refusing = true
    await wantLetter(app.desk.register, network.id, network.anna.id)
    await startAgain([20, 20])
    await soon(() => expect(log).toHaveLength(3))
    expect(log).toEqual(['mail not sent (EENVELOPE), will be tried again', 'mail not sent (EENVELOPE), will be tried again', 'mail not sent (EENVELOPE), given up'])
    await soon(async () => expect(await letters()).toEqual([{ wanted: false, tries: 0 }]))
  })

  test('nor was asked for, since the program died after the report was stored, is sent at the next start, and once', async () => {
    // Without a mail server nobody asks for a letter: as if it had died there.
    const david = await join(network, 'reporter', network.hotel, 'Disa')
    await list(network, david, 'reporter', network.hotel)
    await startAgain([500])
    await soon(() => expect(catcher.caught.map(({ to }) => to[0])).toContain('anna@example.org'))
    await soon(async () => expect((await letters()).filter(({ wanted }) => wanted)).toEqual([]))
    stop.abort()
    catcher.caught.length = 0
    const { register } = app.desk
    const request = await prepareReport(network, david, { placeType: 'hotel' }, 'Just före avbrottet.')
    const silent = makeApp({ desk: await deskOf(register, (await listNetworks(register)).find(({ id }) => id === network.id)!), version: 'test', log: () => {}, webApp: '', secret })
    const headers = { host: '127.0.0.1:8417', 'content-type': 'application/json', cookie: [...david.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    expect((await silent.request('http://127.0.0.1:8417/api/incidents', { method: 'POST', headers, body: JSON.stringify(request) })).status).toBe(201)
    expect((await letters()).filter(({ wanted }) => wanted)).toEqual([])
    for (let start = 0; start < 2; start += 1) {
      await startAgain([500])
      await soon(() => expect(catcher.caught.map(({ to }) => to[0])).toEqual(['anna@example.org']))
      await soon(async () => expect((await letters()).filter(({ wanted }) => wanted)).toEqual([]))
      stop.abort()
    }
    expect(catcher.caught).toHaveLength(1)
  })

  test('asks for what an organisation has not said, before a meeting and once a year: once, and reminded of once', async () => {
    const id = randomUUID()
    const planned = { id, circle: 'network', date: '2031-03-12', begins: '13:00', ends: '15:00', agenda: [] }
    expect((await network.anna.send('POST', '/api/meetings', { meetings: [planned] })).status).toBe(201)
    const asks = () => inNetwork(app.desk.register, { network: network.id, member: 'operator' }, ({ run }) => run(`select action from lykta.audit where action ~ '^(meeting|yearly).(ask|remind)$' order by position`, []))
    const told: string[] = []
    /** As the server of that day: what it has asked by then, and whom it has told. Where nothing is asked anew nobody is. */
    const on = async (today: string, asked: number, expected: readonly string[]): Promise<void> => {
      catcher.caught.length = 0
      await startAgain([500], today)
      await soon(async () => expect((await asks()).length).toBe(asked))
      await soon(() => expect(catcher.caught.flatMap(({ to }) => to).toSorted((a, b) => a.localeCompare(b))).toEqual(expected))
      await soon(async () => expect((await letters()).filter((letter) => letter['wanted'])).toEqual([]))
      stop.abort()
      told.push(...catcher.caught.map(({ text }) => decoded(text)))
    }
    await on('2031-02-20', 0, [])
    const everybody = ['anna@example.org', 'disa@example.org']
    await on('2031-02-26', 1, everybody)
    await on('2031-02-27', 1, [])
    const nothing = { id: randomUUID(), revision: 1, organisation: network.hotel, state: 'nothing', sealed: null, createdAt: now() }
    expect((await network.anna.send('POST', `/api/meetings/${id}/situations`, nothing)).status).toBe(201)
    await on('2031-03-09', 2, ['anna@example.org'])
    await on('2031-11-15', 3, everybody)
    await on('2031-11-16', 3, [])
    for (const text of told) expect(text).not.toMatch(/möte|meeting|Provstad|2031/i)
  })
})
