// Makes a window empty again, so that the next test finds what it would find in a new one.
import type { Page } from 'playwright'

/**
 * As nobody had been here: no listener, no answer of a test's own, nothing stored, no earlier place to go back to but a bare answer of
 * the server. Of the same origin, for only then does the browser go on in the same process, with all that it has compiled.
 */
export async function wipe(page: Page, address: string): Promise<void> {
  page.removeAllListeners()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  if (page.url().startsWith(address)) await page.evaluate(() => sessionStorage.clear())
  await page.goto(`${address}/api/session`)
  await page.context().clearCookies()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', { origin: address, storageTypes: 'all' })
  await devtools.send('Page.resetNavigationHistory')
  await devtools.detach()
  await page.emulateMedia({ media: null })
}
