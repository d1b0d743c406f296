// Weeding at the command line: what falls due of the sample, erased once its months are decided, and the register sound afterwards.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Home, makeHome } from './lykta.ts'

let home: Home
beforeAll(async () => {
  home = await makeHome({ begins: 'sample' })
  await home.keepRunning()
})
afterAll(() => home.remove())

test('what is due is listed, erased only by decided months, and not due again', async () => {
  const listed = await home.lykta('retention', '--lang', 'en')
  expect([listed.status, listed.err]).toEqual([0, expect.stringContaining('Nothing has been erased')])
  const lines = listed.out.trim().split('\n')
  const reasons = lines.filter((line) => /^\d{4}-\d\d-\d\d {2}reason \S+$/.test(line)).length
  expect(reasons).toBeGreaterThan(10)
  expect(lines).toEqual(lines.toSorted((a, b) => (a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0)))
  expect([(await home.lykta('retention', '--yes')).status, (await home.lykta('retention', '--yes', '--reasons', '0')).status]).toEqual([2, 2])
  expect((await home.lykta('retention', '--reasons', '1200', '--lang', 'en')).out).not.toContain('reason')
  const erased = await home.lykta('retention', '--yes', '--reasons', '24', '--lang', 'en')
  expect([erased.status, Number(/Texts erased: (\d+)/.exec(erased.err)?.[1]) >= reasons]).toEqual([0, true])
  const again = await home.lykta('retention', '--lang', 'en')
  expect([again.status, again.out.includes('reason')]).toEqual([0, false])
  expect((await home.lykta('verify')).status).toBe(0)
})
