// A real server with a network that has members, and browsers that become its devices.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enrolmentSecret } from '@lykta/seal'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { MembersAnswer } from '../../../apps/server/src/api/member-types.ts'
import { type Home, makeHome } from '../../journey/lykta.ts'
import { append, base64url, foundTestNetwork, invite, read, type TestNetwork } from '../../server/member-network.ts'
import { askServer } from '../support/ask-server.ts'
import { type RealBrowser, startBrowser } from './real-browser.ts'

export type DeviceStage = {
  readonly address: string
  readonly network: TestNetwork
  /** What the coordinator's QR code says. */
  readonly makeLink: () => Promise<{ readonly link: string; readonly secrets: readonly string[] }>
  /** The coordinator lists the device that was enrolled last. */
  readonly confirm: () => Promise<string>
  /** How many incidents there are, by the coordinator. */
  readonly count: () => Promise<number>
  readonly readText: (ref: string) => ReturnType<typeof read>
  /** A browser with a profile of its own; ended after the file. */
  readonly start: (profile?: string) => Promise<RealBrowser & { readonly profile: string }>
  /** A browser that is an enrolled and confirmed device, on its first page, with its files kept; each its own copy of one device. */
  readonly startDevice: (view?: { readonly width?: 390 | 1280 }) => Promise<Device>
  /** Another device, which nobody else is. */
  readonly startNewDevice: () => Promise<Device>
}

export type Device = { readonly browser: RealBrowser & { readonly profile: string }; readonly page: Page; readonly id: string }

export function useDeviceStage(): DeviceStage {
  let home: Home
  let address = ''
  let network: TestNetwork
  const started: RealBrowser[] = []
  const folders: string[] = []

  beforeAll(async () => {
    home = await makeHome({ begins: 'sample' })
    ;({ address } = await home.serve('start'))
    network = await foundTestNetwork({ ask: askServer(() => address) })
  })
  // Twenty of them at once would be slow.
  afterEach(async () => {
    await Promise.all(started.splice(0).map(async ({ context, kill }) => {
      // What an answer of a test's own finds no more, because its page has gone, is no fault.
      await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' }).catch(() => undefined)))
      await kill()
    }))
  })
  afterAll(async () => {
    await home.remove()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })

  const makeLink: DeviceStage['makeLink'] = async () => {
    const { id, token } = await invite(network, 'device', network.hotel)
    const secret = base64url(enrolmentSecret(network.anna.keys.signingKey, { invitation: id, organisation: network.hotel }))
    return { link: `${address}/day/#${id}.${token}.${secret}.${network.genesis}`, secrets: [token, secret] }
  }
  const confirm: DeviceStage['confirm'] = async () => {
    const { devices } = await network.anna.get<MembersAnswer>('/api/members')
    const device = devices.filter(({ state }) => state === 'waiting').sort((one, other) => one.enrolledAt.localeCompare(other.enrolledAt)).at(-1)!
    const { status, codes } = await append(network, { type: 'device', subject: { device: device.id, organisation: device.organisation, verifyKey: device.verifyKey } })
    if (status !== 201) throw new Error(`confirm: ${status} ${codes.join()}`)
    return device.id
  }
  const start: DeviceStage['start'] = async (profile) => {
    const folder = profile ?? (await mkdtemp(join(tmpdir(), 'lykta-profile-')))
    folders.push(folder)
    const browser = await startBrowser(folder)
    started.push(browser)
    return { ...browser, profile: folder }
  }
  async function enrol(): Promise<Device> {
    const browser = await start()
    const page = await browser.openPage()
    await page.goto((await makeLink()).link)
    await page.getByLabel('Vad ska enheten heta?').fill('Receptionen')
    await page.getByRole('button', { name: 'Lägg till enheten' }).click()
    await page.getByRole('button', { name: 'Till formuläret' }).waitFor()
    const id = await confirm()
    await page.getByRole('button', { name: 'Till formuläret' }).click()
    await page.getByRole('button', { name: 'Börja' }).waitFor()
    await readyForOffline(page)
    return { browser, page, id }
  }
  /** Closed once since, as after a while: Chromium writes a new cookie to the disk half a minute later, or on its way out. */
  async function settle(): Promise<{ readonly profile: string; readonly id: string }> {
    const { browser, id } = await enrol()
    await browser.close()
    return { profile: browser.profile, id }
  }
  let settled: ReturnType<typeof settle> | undefined
  return {
    get address() {
      return address
    },
    get network() {
      return network
    },
    makeLink,
    confirm,
    count: async () => (await network.anna.send<{ readonly total: number }>('POST', '/api/incidents/search', {})).body.total,
    readText: (ref) => read(network, network.anna, ref),
    start,
    startNewDevice: enrol,
    startDevice: async (view) => {
      settled ??= settle()
      const { profile, id } = await settled
      const copy = await mkdtemp(join(tmpdir(), 'lykta-profile-'))
      await cp(profile, copy, { recursive: true })
      const browser = await start(copy)
      const page = await browser.openPage(view)
      await page.goto(`${address}/day/`)
      await page.getByRole('button', { name: 'Börja' }).waitFor()
      return { browser, page, id }
    },
  }
}

/** The page's files, the log and the server's key are kept. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(async () => {
    const databases = await indexedDB.databases()
    if (!databases.some(({ name }) => name === 'day')) return false
    const store = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('day')
      request.addEventListener('success', () => resolve(request.result))
    })
    const keys = await new Promise<readonly IDBValidKey[]>((resolve) => {
      const request = store.transaction('own').objectStore('own').getAllKeys()
      request.addEventListener('success', () => resolve(request.result))
    })
    store.close()
    return ['device', 'log', 'page', 'parcel'].every((key) => keys.includes(key))
  })
}

/** The shortest report on a phone: nothing known, and a reason. */
export async function fillIn(page: Page, { reason, area }: { readonly reason?: string; readonly area?: string }): Promise<void> {
  await page.getByRole('button', { name: 'Börja' }).click()
  const phone = (page.viewportSize()?.width ?? 0) < 768
  if (!phone) {
    if (area !== undefined) await page.getByLabel('Område').fill(area)
    if (reason !== undefined) await page.getByLabel('Anledning till misstanken').fill(reason)
    await page.getByRole('button', { name: 'Granska' }).click()
  } else {
    for (;;) {
      if (area !== undefined && (await page.getByLabel('Område').count()) > 0) await page.getByLabel('Område').fill(area)
      const last = page.getByLabel('Anledning till misstanken')
      if ((await last.count()) > 0) {
        if (reason !== undefined) await last.fill(reason)
        await page.getByRole('button', { name: 'Granska' }).click()
        break
      }
      const before = await page.locator('h1').innerText()
      await page.getByRole('button', { name: 'Fortsätt' }).click()
      await page.locator('h1').filter({ hasNotText: before }).waitFor()
    }
  }
  await page.getByRole('heading', { level: 1, name: 'Granska och skicka' }).waitFor()
}

export async function reportFrom(page: Page, entries: { readonly reason?: string; readonly area?: string }): Promise<void> {
  await fillIn(page, entries)
  await page.getByRole('button', { name: 'Skicka' }).click()
}
