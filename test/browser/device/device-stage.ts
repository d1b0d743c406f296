// A real server with a network that has members, and browsers that become its devices.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enrolmentSecret } from '@lykta/seal'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { MembersAnswer } from '../../../apps/server/src/api/member-types.ts'
import { type Home, makeHome } from '../../journey/lykta.ts'
import { append, base64url, foundTestNetwork, invite, read, type TestNetwork } from '../../server/member-network.ts'
import { askServer } from '../support/ask-server.ts'
import { launch } from '../support/launch.ts'
import { type OpenPage, openPageIn, type RealBrowser, sizeOf, startBrowser } from './real-browser.ts'

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
  /** Somebody's computer on which nothing of Lykta is: a window of a browser that is never started again. */
  readonly open: () => Promise<Computer>
  /** A browser with a profile of its own, to be killed, started again and looked into; ended after the test. */
  readonly start: (profile?: string) => Promise<RealBrowser & { readonly profile: string }>
  /** An enrolled and confirmed device on its first page, with nothing that waits; the same for each test that asks. */
  readonly useDevice: (view?: { readonly width?: 390 | 1280 }) => Promise<Device>
  /** A copy of it in a browser and a profile of its own. */
  readonly startDevice: (view?: { readonly width?: 390 | 1280 }) => Promise<Device>
  /** Another device, which nobody else is. */
  readonly openNewDevice: () => Promise<{ readonly page: Page; readonly id: string }>
}

export type Computer = { readonly context: BrowserContext; readonly openPage: OpenPage }
export type Device = { readonly browser: RealBrowser & { readonly profile: string }; readonly page: Page; readonly id: string }

export function useDeviceStage(): DeviceStage {
  let home: Home
  let address = ''
  let network: TestNetwork
  let chromium: Browser
  let device: Device | undefined
  const opened: BrowserContext[] = []
  const started: RealBrowser[] = []
  const folders: string[] = []

  beforeAll(async () => {
    home = await makeHome({ begins: 'sample' })
    ;[{ address }, chromium] = await Promise.all([home.serve('start'), launch()])
    network = await foundTestNetwork({ ask: askServer(() => address) })
  })
  // Twenty of them at once would be slow.
  afterEach(async ({ task }) => {
    await Promise.all(opened.splice(0).map((context) => context.close()))
    if (device && task.result?.state !== 'fail') await putBack(device)
    // What a failed test left is for no other.
    else if (device) started.push(device.browser)
    if (task.result?.state === 'fail') device = undefined
    await Promise.all(started.splice(0).map(async ({ context, kill }) => {
      // What an answer of a test's own finds no more, because its page has gone, is no fault.
      await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' }).catch(() => undefined)))
      await kill()
    }))
  })
  afterAll(async () => {
    await device?.browser.kill()
    await chromium.close()
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
    const browser = { ...(await startBrowser(folder)), profile: folder }
    started.push(browser)
    return browser
  }
  const open: DeviceStage['open'] = async () => {
    const context = await chromium.newContext({ reducedMotion: 'reduce' })
    context.setDefaultTimeout(90_000)
    opened.push(context)
    return { context, openPage: openPageIn(context) }
  }
  async function enrol({ openPage }: Computer): Promise<{ readonly page: Page; readonly id: string }> {
    const page = await openPage()
    await page.goto((await makeLink()).link)
    await page.getByLabel('Vad ska enheten heta?').fill('Receptionen')
    await page.getByRole('button', { name: 'Lägg till enheten' }).click()
    await page.getByRole('button', { name: 'Till formuläret' }).waitFor()
    const id = await confirm()
    await page.getByRole('button', { name: 'Till formuläret' }).click()
    await page.getByRole('button', { name: 'Börja' }).waitFor()
    await readyForOffline(page)
    return { page, id }
  }
  /** Closed once since, as after a while: Chromium writes a new cookie to the disk half a minute later, or on its way out. */
  async function settle(): Promise<{ readonly profile: string; readonly id: string }> {
    const browser = await start()
    const { id } = await enrol(browser)
    await browser.close()
    return { profile: browser.profile, id }
  }
  let settled: ReturnType<typeof settle> | undefined
  const startDevice: DeviceStage['startDevice'] = async (view) => {
    settled ??= settle()
    const { profile, id } = await settled
    const copy = await mkdtemp(join(tmpdir(), 'lykta-profile-'))
    await cp(profile, copy, { recursive: true })
    const browser = await start(copy)
    const page = await browser.openPage(view)
    await page.goto(`${address}/day/`)
    await page.getByRole('button', { name: 'Börja' }).waitFor()
    return { browser, page, id }
  }
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
    open,
    start,
    startDevice,
    openNewDevice: async () => enrol(await open()),
    useDevice: async (view = {}) => {
      if (!device) {
        device = await startDevice(view)
        started.splice(started.indexOf(device.browser), 1)
      }
      const { page } = device
      await page.setViewportSize(sizeOf(view.width))
      await page.goto(`${address}/day/`)
      await page.getByRole('button', { name: 'Börja' }).waitFor()
      // Nothing of an earlier test's is on its way from here.
      expect(await page.getByText(/väntar på att skickas|togs inte emot/).count()).toBe(0)
      return device
    },
  }
}

/** As a test finds it that asks for it next: connected, with one page and no answer of a test's own. */
async function putBack({ browser: { context }, page }: Device): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  page.removeAllListeners()
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  for (const other of context.pages()) if (other !== page) await other.close()
  await context.setOffline(false)
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
