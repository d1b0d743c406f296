// What axe finds on a page as it stands, best practices included.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** Each with the first element that it is about. `part`: only what stands inside of it. */
export async function findViolations(page: Page, part = 'html'): Promise<readonly string[]> {
  if (page.frames().length > 1) throw new Error('axe looks at one document: open what stands in the frame by itself')
  // Run where the page is, once fetched into it. Axe's way for pages of many frames carries every element that was looked at
  // out, into a blank page and back: the same rules find the same, in three to five times the time.
  const fetched = await page.evaluate(() => 'axe' in window)
  const builder = new AxeBuilder(fetched ? { page, axeSource: ';' } : { page })
  const { violations } = await builder.setLegacyMode().include(part).options({ reporter: 'no-passes' }).analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}, ${nodes[0]!.html.slice(0, 160)})`)
}
