// A situation report in the browser: made beside its meeting, in three versions, one let go, and shown on a wall by keys.
import { expect, test } from 'vitest'
import { sv as words } from '../../apps/web/src/pages/situation/messages/sv.ts'
import { findViolations } from './support/find-violations.ts'
import { useStage } from './support/stage.ts'

const stage = useStage()

test('a report in three versions, one let go to its readers, and figure by figure on the wall', async () => {
  const { meetings } = (await (await fetch(`${stage.address}/api/meetings`)).json()) as { readonly meetings: readonly { readonly id: string; readonly circle: string; readonly date: string }[] }
  const meeting = meetings.find(({ circle, date }) => circle === 'network' && date === '2020-03-12')!
  const { page } = await stage.open({ path: `/meetings/${meeting.id}`, width: 1280, theme: 'light', language: 'sv' })
  // The sample's own reports are made when somebody first looks for them.
  await page.getByRole('heading', { name: words.version.core }).waitFor({ timeout: 180_000 })
  for (const audience of ['core', 'network', 'public'] as const) await page.getByRole('link', { name: words.link(words.read, words.version[audience]) }).waitFor()
  await page.getByRole('button', { name: words.link(words.release, words.version.network) }).click()
  await page.getByText(words.releasedNow(words.version.network)).waitFor()
  expect(await findViolations(page)).toEqual([])

  const href = await page.getByRole('link', { name: words.link(words.data, words.version.core) }).getAttribute('href')
  const { chain, times } = (await (await fetch(`${stage.address}${href!}`)).json()) as { readonly chain: { readonly ownSteps: boolean; readonly steps: readonly unknown[] } | null; readonly times: { readonly told: readonly unknown[] } | null }
  expect([chain?.ownSteps, (chain?.steps.length ?? 0) > 1, (times?.told.length ?? 0) > 1]).toEqual([true, true, true])

  await page.getByRole('link', { name: words.link(words.show, words.version.core) }).click()
  await page.getByText(/^1 av \d+$/).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByText(/^2 av \d+$/).waitFor()
  // Whoever comes in at any screen sees whose figures these are, and that they are invented.
  await page.getByText(`${words.wall.audience.core} · ${words.wall.sample}`).waitFor()
  await page.keyboard.press('End')
  await page.getByText(/^(\d+) av \1$/).waitFor()
  await page.keyboard.press('Home')
  await page.getByText(/^1 av \d+$/).waitFor()
  // F is a letter key, and goes with them; the same page enlarged four times is scrolled by the keys that turn it otherwise.
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => {
      document.body.dataset['full'] = 'yes'
      return Promise.resolve()
    }
    localStorage.setItem('lykta', JSON.stringify({ language: 'sv', theme: 'light', letterKeys: false }))
  })
  await page.getByText(words.wall.fullKey, { exact: false }).waitFor()
  await page.keyboard.press('f')
  expect(await page.evaluate(() => document.body.dataset['full'])).toBe('yes')
  await page.reload()
  await page.getByText(words.wall.keys, { exact: true }).waitFor()
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => {
      document.body.dataset['full'] = 'yes'
      return Promise.resolve()
    }
  })
  await page.setViewportSize({ width: 320, height: 200 })
  await page.keyboard.press('f')
  await page.keyboard.press('PageDown')
  await expect.poll(() => page.locator('.wall').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  await page.getByText(/^1 av \d+$/).waitFor()
  expect(await page.evaluate(() => document.body.dataset['full'])).toBeUndefined()
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await findViolations(page)).toEqual([])

  // Beside the meetings both stand, with what waits; one for the meeting that comes is made by hand.
  await page.goto(`${stage.address}/meetings`)
  const reports = page.getByRole('region', { name: words.listTitle })
  await expect.poll(() => reports.getByRole('link').allInnerTexts()).toEqual(['Stora nätverkets möte 12 mars 2020', 'Kärngruppens möte 13 februari 2020'])
  await reports.getByText(words.waitsForRelease(1)).waitFor()
  // What was let go since is not in the other.
  await reports.getByText(words.outdatedShort).waitFor()
  await page.locator('.meetings-next a').first().click()
  await page.getByRole('button', { name: words.make }).click()
  await page.getByRole('heading', { name: words.version.core }).waitFor({ timeout: 180_000 })
  // Of a core meeting speak those who belong to the core group.
  expect(await page.getByRole('group', { name: 'Lämna lägesbild' }).getByLabel('Organisation').locator('option').allInnerTexts()).toEqual(['–', 'Kvinnojouren Exemplet', 'Ljuslyktan (påhittad)', 'Polisen i Exempelstad', 'Socialtjänsten i Exempelstad'])
  expect(await findViolations(page)).toEqual([])
})
