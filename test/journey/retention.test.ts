// Papers, drafts and weeding at the command line: what falls due of the sample, weeded once it is decided on, the register sound afterwards, and the copy that still holds it told.
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Home, makeHome, root } from './lykta.ts'

let home: Home
beforeAll(async () => {
  home = await makeHome({ begins: 'sample' })
  await home.keepRunning()
})
afterAll(() => home.remove())

test('papers need a folder that can be made; drafts are listed, and none is thrown away that is not there', async () => {
  for (const command of ['guide', 'legal']) expect([command, await home.lykta(command, '--lang', 'en')]).toMatchObject([command, { status: 2, out: '', err: expect.stringContaining('--out') as string }])
  for (const command of ['guide', 'legal']) expect([command, await home.lykta(command, '--out', join(root, 'README.md'), '--lang', 'en')]).toMatchObject([command, { status: 1, err: expect.stringMatching(/README\.md\S* cannot be written/) as string }])
  expect(await home.lykta('drafts', '--lang', 'en')).toMatchObject({ status: 0, out: 'No frozen draft waits for somebody to be asked.\n' })
  expect(await home.lykta('drafts', 'discard', 'x', '--yes', '--lang', 'en')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('Nothing has been changed.') as string })
  expect((await home.lykta('drafts', 'throw')).status).toBe(2)
})

test('what is due is listed, weeded only when it is decided on, and not due again; a copy of before is told', async () => {
  const listed = await home.lykta('retention', '--lang', 'en')
  expect([listed.status, listed.err]).toEqual([0, expect.stringContaining('Nothing has been weeded')])
  expect(listed.err).toContain('narrative, note, situation, person, coded, member, reading, audit')
  const lines = listed.out.trim().split('\n')
  const reasons = lines.filter((line) => /^\d{4}-\d\d-\d\d {2}reason \S+$/.test(line)).length
  expect(reasons).toBeGreaterThan(10)
  expect(lines).toEqual(lines.toSorted((a, b) => (a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0)))
  const decide = (what: string, ...rest: readonly string[]) => home.lykta('retention', '--decide', what, '--ground', 'arrangement', '--reference', 'Styrgruppen § 7', ...rest)
  expect([(await home.lykta('retention', '--yes')).status, (await decide('narrative=24')).status]).toEqual([2, 2])
  expect([(await decide('narrative=24', '--decided-on', '2026-05-12')).status, (await decide('coded=24', '--decided-on', '2026-05-12')).status]).toEqual([0, 0])
  const before = join(home.folder, 'before.lykta')
  expect((await home.lykta('backup', before)).status).toBe(0)
  const weeded = await home.lykta('retention', '--yes', '--lang', 'en')
  expect([weeded.status, Number(/Weeded: reason (\d+)/.exec(weeded.err)?.[1])]).toEqual([0, reasons])
  expect(Number(/Weeded: coded answers (\d+)/.exec(weeded.err)?.[1])).toBeGreaterThan(10)
  const again = await home.lykta('retention', '--lang', 'en')
  expect([again.status, /reason |coded answers \w+$/m.test(again.out)]).toEqual([0, false])
  expect((await home.lykta('verify')).status).toBe(0)
  const nowhere = join(home.folder, 'nowhere')
  expect(await home.lykta('retention', '--backups', nowhere, '--lang', 'en')).toMatchObject({ status: 1, out: '', err: `${nowhere} does not exist. Check the path.\n` })
  symlinkSync(nowhere, join(home.folder, 'latest.lykta'))
  const held = await home.lykta('retention', '--backups', home.folder, '--throw-away', '--lang', 'en')
  expect(held.out).toMatch(/before\.lykta {2}made .* \(the newest\): answers that were made coarser: \d+$/m)
  expect(held.out).toMatch(/before\.lykta\.keys {2}made .*: keys of weeded texts: \d+$/m)
  expect(held.out + held.err).not.toMatch(/TOO OLD|Thrown away/)
})
