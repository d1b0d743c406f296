// Starting and stopping as a user does: one address, one server, nothing beyond this machine, a clean end.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Home, makeHome, root } from './lykta.ts'

type Network = { network: { name: string; sample: boolean }; incidents: number; asOf: { position: number } }
const networkOf = async (address: string): Promise<Network> => (await fetch(`${address}/api/network`)).json() as Promise<Network>

describe('npm start', () => {
  let home: Home
  beforeAll(async () => {
    home = await makeHome()
  })
  afterAll(() => home.remove())

  test('makes the sample once, says that it is invented, prints one address; the second start finds everything', async () => {
    const first = await home.serve('start')
    const before = await networkOf(first.address)
    expect(before).toMatchObject({ network: { name: 'Exempelstad', sample: true }, incidents: 63 })
    // Twice, as Ctrl+C comes: from the terminal, and passed on by npm's own process.
    first.process.kill('SIGTERM')
    first.process.kill('SIGTERM')
    const ended = await first.ended
    expect(ended.status).toBe(0)
    expect(ended.out.trim()).toBe(first.address)
    expect(ended.err).toContain('invented')
    expect(ended.err).toMatch(/passphrase is public: [a-z]+( [a-z]+){5}/)

    const second = await home.serve('start')
    expect(await networkOf(second.address)).toEqual(before)
    second.process.kill('SIGINT')
    const again = await second.ended
    expect(again.status).toBe(0)
    expect(again.err).not.toContain('passphrase')
  })

  test('told to stop while an edition is being made, it stops the work and ends cleanly', async () => {
    const { address, process, ended } = await home.serve('start')
    const made = await fetch(`${address}/api/editions/2019`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    const { job } = (await made.json()) as { readonly job: { readonly id: string } }
    const waiting = fetch(`${address}/editions/2019/sv/`)
    const stepOf = async (): Promise<string> => ((await (await fetch(`${address}/api/jobs/${job.id}`)).json()) as { readonly step: string }).step
    while (['waiting', 'counting', 'protecting'].includes(await stepOf()));
    process.kill('SIGTERM')
    // Had the work been waited for, the page would have come.
    expect((await waiting).status).toBe(503)
    const { status, err } = await ended
    expect([status, err.includes('defect')]).toEqual([0, false])
    expect((await home.lykta('verify')).status).toBe(0)
  })

  test('a network of one’s own puts the sample aside', async () => {
    expect((await home.lykta('init', '--name', 'Vår stad', '--since', '2024-01-01')).status).toBe(0)
    const { address, process, ended } = await home.serve('start')
    expect((await networkOf(address)).network).toMatchObject({ name: 'Vår stad', sample: false })
    process.kill('SIGTERM')
    await ended
  })
})

describe('serve', () => {
  let home: Home
  beforeAll(async () => {
    home = await makeHome({ begins: 'cluster' })
    expect((await home.lykta('init', '--name', 'Provstad', '--since', '2017-11-01')).status).toBe(0)
  })
  afterAll(() => home.remove())

  test.each(['0.0.0.0', '::', '192.168.1.10', 'lykta.example'])('refuses to listen on %s and says why', async (host) => {
    const refused = await home.lykta('serve', '--host', host)
    expect(refused).toMatchObject({ status: 1, out: '' })
    expect(refused.err).toContain('--origin https://')
    expect(refused.err).toContain(host)
  })

  test('listens beyond this machine for one proxy, begins empty, and prints the code to found with', async () => {
    const empty = await makeHome({ begins: 'cluster' })
    try {
      const { address, process, ended } = await empty.serve('serve', '--origin', 'https://lykta.example.se', '--proxy', '127.0.0.1', '--host', '127.0.0.1')
      expect(address).toBe('https://lykta.example.se')
      process.kill('SIGTERM')
      const { status, err } = await ended
      expect(status).toBe(0)
      expect(err).toMatch(/https:\/\/lykta\.example\.se\/found .*\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/)
    } finally {
      await empty.remove()
    }
  })

  test('under its own certificate it takes the port that the address has, and says so when told to take another', async () => {
    const certificate = ['cert', 'key'].flatMap((one) => [`--${one}`, join(root, `test/server/data/town-${one}.pem`)])
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const reach = ['--origin', `https://lykta.example.se:${port}`, ...certificate]
    expect(await home.lykta('serve', ...reach)).toMatchObject({ status: 1, out: '', err: expect.stringContaining(`Port ${port} is taken`) as string })
    other.close()
    const { address, process, ended } = await home.serve('serve', ...reach)
    expect(address).toBe(`https://lykta.example.se:${port}`)
    process.kill('SIGTERM')
    const { status, err } = await ended
    expect([status, err]).toEqual([0, expect.stringMatching(new RegExp(`listens on port \\d+, and browsers come to port ${port},`))])
  })

  test.each(['x', '-1', '70000', '80.5'])('port %s is wrong usage', async (port) => {
    expect((await home.lykta('serve', `--port=${port}`)).status).toBe(2)
  })

  test('a folder of templates that lacks one is refused before anything starts', async () => {
    const refused = await home.lykta('serve', '--port', '0', '--template', home.folder)
    expect(refused).toMatchObject({ status: 1, out: '' })
    expect(refused.err).toContain(join(home.folder, 'sv.md'))
  })

  test('a port that is taken is told, and the data folder is free again', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const refused = await home.lykta('serve', '--port', String(port))
    other.close()
    expect(refused.status).toBe(1)
    expect(refused.err).toContain(`Port ${port} is taken`)
    expect((await home.lykta('verify')).status).toBe(0)
  })

  test('a second server on the folder is refused with the first one’s address, and commands work beside it', async () => {
    const first = await home.serve('serve')
    const second = await home.lykta('serve', '--port', '0')
    expect(second).toMatchObject({ status: 1, out: '' })
    expect(second.err).toContain(first.address)
    expect(second.err).toContain(String(first.process.pid))
    expect((await home.lykta('count', '--json')).status).toBe(0)
    expect((await networkOf(first.address)).network.name).toBe('Provstad')
    first.process.kill('SIGTERM')
    expect((await first.ended).status).toBe(0)
  })

  test('told to stop, it answers what was asked and closes', async () => {
    const { address, process, ended } = await home.serve('serve')
    const { hostname, port } = new URL(address)
    const idle = connect(Number(port), hostname)
    await once(idle, 'connect')
    const asked = Promise.all(['/api/network', '/api/statistics?from=2017&to=2019', '/api/overview?year=2019'].map((path) => fetch(`${address}${path}`)))
    // The requests are on their way once one of them has been answered.
    await networkOf(address)
    process.kill('SIGTERM')
    for (const answer of await asked) {
      expect(answer.status).toBe(200)
      await answer.arrayBuffer()
    }
    idle.destroy()
    expect((await ended).status).toBe(0)
    await expect(fetch(address)).rejects.toThrow()
  })
})
