// How much has to come before the form can be filled in: everything that the page's own address brings along, compressed.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { root } from '../../journey/lykta.ts'
import type { Stage } from '../support/stage.ts'
import { openForm } from './form-page.ts'

/** Kilobytes, of 1,000 bytes; the lightest form of this kind that was measured takes 328. */
const most = 130

const folder = join(root, 'apps/web/dist')

/** Scripts and styles of the page and whatever they import, not what is fetched later. */
async function filesOf(html: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const waiting = [...html.matchAll(/(?:src|href)="\/(?<file>assets\/[^"]+\.(?:js|css))"/g)].map(({ groups }) => groups!['file']!)
  while (waiting.length > 0) {
    const file = waiting.pop()!
    if (found.has(file)) continue
    found.add(file)
    if (!file.endsWith('.js')) continue
    const code = await readFile(join(folder, file), 'utf8')
    waiting.push(...[...code.matchAll(/(?:from|import)"\.\/(?<file>[^"]+\.js)"/g)].map(({ groups }) => `assets/${groups!['file']!}`))
  }
  return found
}

export function light(stage: Stage): void {
  test(`at most ${most} kB of scripts, styles and type, sent compressed, and no cryptography among it`, async () => {
    const files = await filesOf(await readFile(join(folder, 'day/index.html'), 'utf8'))
    expect(files.size).toBeGreaterThan(3)
    // Type is what a browser asked for; it is compressed already.
    const { page } = await openForm(stage)
    const fonts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)).filter((name) => name.endsWith('.woff2')))
    expect(fonts.length).toBeGreaterThan(0)
    const sizes = await Promise.all([...files, ...fonts].map(async (file) => {
      const bytes = await readFile(join(folder, file))
      return file.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length
    }))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most * 1_000)
    for (const file of files) {
      const { headers } = await fetch(`${stage.address}/${file}`, { headers: { 'accept-encoding': 'br' } })
      expect(headers.get('content-encoding')).toBe('br')
    }
    const code = await Promise.all([...files].filter((file) => file.endsWith('.js')).map((file) => readFile(join(folder, file), 'utf8')))
    expect(code.some((text) => text.includes('age-encryption.org'))).toBe(false)
  })
  test('the service worker keeps all of it and what is fetched later, and members’ keys and the desk not; it comes itself only where it is wanted', async () => {
    const code = await readFile(join(folder, 'day/service-worker.js'), 'utf8')
    const kept = [...code.matchAll(/url:.\/(?<file>(?:assets|day|neutral)\/[\w./-]+)/g)].map(({ groups }) => groups!['file']!)
    const files = await filesOf(await readFile(join(folder, 'day/index.html'), 'utf8'))
    expect([...files].filter((file) => !kept.includes(file))).toEqual([])
    for (const name of ['day/index.html', 'neutral/index.html', 'seal-worker', 'check-answers', 'guard', 'outbox', 'source-sans-3-latin-wght']) {
      expect(kept.filter((file) => file.includes(name)), name).toHaveLength(1)
    }
    const sizes = await Promise.all(kept.map(async (file) => (await readFile(join(folder, file))).length))
    // Once, and never while somebody waits; the desk alone is larger.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000)
    expect(kept.filter((file) => /\/(app|keys|keys-worker|unlock-panel|draft-note|make-keeper|incidents|overview)-/.test(file))).toEqual([])
    const { page } = await openForm(stage)
    expect(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('service-worker')).length)).toBe(0)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  })
}
