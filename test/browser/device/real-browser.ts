// A Chromium of its own with a profile folder, started as a person starts one: it can be killed, opened again, and looked into.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { executablePath, flags } from '../support/launch.ts'

export type OpenPage = (view?: { readonly width?: 390 | 1280 }) => Promise<Page>
export const sizeOf = (width = 390) => ({ width, height: width === 390 ? 844 : 800 })
export const openPageIn = (context: BrowserContext): OpenPage => async ({ width } = {}) => {
  const page = await context.newPage()
  await page.setViewportSize(sizeOf(width))
  return page
}

export type RealBrowser = {
  readonly context: BrowserContext
  readonly openPage: OpenPage
  /** As when the power goes: nothing is written any more. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function startBrowser(profile: string): Promise<RealBrowser> {
  const line = ['--headless=new', ...flags, '--no-first-run', '--remote-debugging-port=0', '--force-prefers-reduced-motion', `--user-data-dir=${profile}`, 'about:blank']
  // A group of its own, so that all of its processes can be ended, and only they.
  const child = spawn(executablePath, line, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const browser = await chromium.connectOverCDP(await findAddress(child))
  const context = browser.contexts()[0]!
  // What is waited for may take its time where several things run at once.
  context.setDefaultTimeout(90_000)
  return {
    context,
    openPage: openPageIn(context),
    kill: () => end(child, browser, ended),
    close: async () => {
      // By itself: cookies that are minutes old are written on the way out.
      await browser.newBrowserCDPSession().then((session) => session.send('Browser.close')).catch(() => undefined)
      await ended
    },
  }
}

async function end(child: ChildProcess, browser: Browser, ended: Promise<void>): Promise<void> {
  // Its number may be another's by now.
  const runs = child.exitCode === null && child.signalCode === null
  try {
    if (runs && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It went by itself in the meantime.
  }
  await ended
  await browser.close().catch(() => undefined)
}

function findAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const address = /ws:\/\/\S+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`chromium ended: ${said.slice(-500)}`)))
  })
}

/** Names of the profile's files in whose bytes the text stands: in UTF-8, in UTF-16, escaped, or in any of base64's alignments. */
export async function findInProfile(profile: string, text: string): Promise<readonly string[]> {
  const bytes = Buffer.from(text)
  const spellings = [
    bytes, Buffer.from(text, 'utf16le'), Buffer.from(text, 'latin1'), Buffer.from(encodeURIComponent(text)), Buffer.from(JSON.stringify(text).slice(1, -1)),
    ...[0, 1, 2].map((shift) => Buffer.from(Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(2, -4))),
  ]
  const names = await readdir(profile, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of names.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name)
    const content = await readFile(file).catch(() => Buffer.alloc(0))
    if (spellings.some((spelling) => content.includes(spelling))) found.push(file.slice(profile.length + 1))
  }
  return found
}
