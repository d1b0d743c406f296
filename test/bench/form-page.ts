// How long a telephone waits for the form: 4 times slower than this machine, on slow 4G, from the address to the first question.
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { ensureSampleNetwork, ensureWebApp, loadServing, openDesk, programVersion, webAppFolder } from '@lykta/server'
import { measured, round, say } from './measure.ts'

/** As the usual measuring tools have it: bits a second, and milliseconds there and back. */
const slow4g = { down: 1_600_000, up: 750_000, roundTrip: 150 }
const slower = 4
const times = 5

export async function measureFormPage(folder: string): Promise<object> {
  say('form')
  await ensureWebApp(() => {})
  const { listen, makeApp } = await loadServing()
  const desk = await openDesk({
    dataFolder: join(folder, 'form'), create: true, programVersion, prepare: (register) => ensureSampleNetwork(register, () => {}),
  })
  const listening = await listen(makeApp({ desk, version: programVersion, log: () => {}, webApp: webAppFolder }), 0)
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    const form = { path: '/day/', ready: 'button.button-primary' }
    // The lightest page of the app: what the line and the browser take by themselves.
    const bare = { path: '/neutral/', ready: '#days td' }
    const [phone, phoneBare] = [await medianOf(browser, listening.address, form, true), await medianOf(browser, listening.address, bare, true)]
    return { times, phoneMs: phone, phoneBareMs: phoneBare, timesBare: round(phone / phoneBare, 2), hereMs: await medianOf(browser, listening.address, form, false) }
  } finally {
    await browser.close()
    await listening.stop(500)
    await desk.close()
  }
}

type Asked = { readonly path: string; readonly ready: string }

/** Nothing in the cache, each time. */
async function medianOf(browser: Browser, address: string, asked: Asked, throttled: boolean): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push(await openOnce(browser, address, asked, throttled))
  return round(all.toSorted((one, other) => one - other)[Math.floor(times / 2)]!, 0)
}

async function openOnce(browser: Browser, address: string, { path, ready }: Asked, throttled: boolean): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  try {
    const page = await context.newPage()
    if (throttled) {
      const session = await context.newCDPSession(page)
      await session.send('Network.emulateNetworkConditions', {
        offline: false, latency: slow4g.roundTrip, downloadThroughput: slow4g.down / 8, uploadThroughput: slow4g.up / 8,
      })
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    }
    const { ms } = await measured(async () => {
      await page.goto(`${address}${path}`, { waitUntil: 'commit' })
      await page.locator(ready).first().waitFor({ state: 'attached' })
      // The first question is there, and can be answered.
      if (path === '/day/') {
        await page.locator(ready).first().tap()
        await page.locator('.pager input, .pager select').first().waitFor()
      }
    })
    return ms
  } finally {
    await context.close()
  }
}
