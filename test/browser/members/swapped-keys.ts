// A server that names keys of its own for a member, in the coordinator's own browser: what she signs holds the keys that were heard.
import { randomBytes, randomUUID } from 'node:crypto'
import { findEntry, makeMemberKeys, publicKeysOf } from '@lykta/seal'
import type { Request } from 'playwright'
import { expect, test } from 'vitest'
import type { LogRequest, MembersAnswer } from '../../../apps/server/src/api/member-types.ts'
import { join, list } from '../../server/member-network.ts'
import type { Person } from './members-stage.ts'
import { unlocks, words, type World } from './network-world.ts'

const { network } = words
const theirs = async (id: string) => publicKeysOf(await makeMemberKeys(id, randomUUID(), (length) => Uint8Array.from(randomBytes(length))))

/** From now on the list of members names these keys for her. */
async function lieAbout({ page }: Pick<Person, 'page'>, member: string, keys: object): Promise<void> {
  await page.route('**/api/members', async (route) => {
    // The page looks again now and then, and may be gone when the answer comes.
    const response = await route.fetch().catch(() => undefined)
    const answer = (await response?.json().catch(() => undefined)) as MembersAnswer | undefined
    if (!response || !answer) return route.abort().catch(() => undefined)
    return route.fulfill({ response, json: { ...answer, members: answer.members.map((one) => (one.id === member ? { ...one, keys } : one)) } })
  })
}

function signed(request: Request): unknown {
  const { lines } = JSON.parse(request.postData() ?? '{}') as LogRequest
  return findEntry(lines[0] ?? '')?.entry.subject
}

export function swappedKeys(world: World): void {
  test('a role or an organisation is changed with the keys that the log lists', async () => {
    const sara = await join(world.network, 'core-member', world.network.town, 'Sara')
    await list(world.network, sara, 'core-member', world.network.town)
    const anna = await world.sitDown(world.network.anna)
    const { page } = anna
    await lieAbout(anna, sara.id, await theirs(world.network.id))
    await page.goto(`${world.stage.address}/network`)
    await page.getByRole('button', { name: network.changeOf('Sara') }).click()
    await page.locator('.member-change button').first().click()
    await page.getByRole('option', { name: 'Hotell Fyren' }).click()
    const sent = page.waitForRequest((request) => request.url().endsWith(`/members/${sara.id}/role`))
    await page.getByRole('button', { name: network.save, exact: true }).click()
    await unlocks(anna)
    expect(signed(await sent)).toEqual({ member: sara.id, role: 'core-member', organisation: world.network.hotel, recipient: sara.recipient, verifyKey: sara.verifyKey })
    await anna.close()
  })

  test('keys that are swapped while the words are compared are not the ones that are admitted', async () => {
    const tove = await join(world.network, 'core-member', world.network.town, 'Tove')
    const anna = await world.sitDown(world.network.anna)
    const { page } = anna
    await page.goto(`${world.stage.address}/network`)
    await page.getByText(network.keysMade('Tove')).waitFor()
    await page.getByRole('button', { name: network.compare }).last().click()
    await page.locator('.spoken-words').waitFor()
    const shown = await page.locator('.spoken-words li').allInnerTexts()
    await lieAbout(anna, tove.id, { ...(await theirs(world.network.id)), verifyKey: tove.verifyKey })
    await page.waitForResponse((response) => response.url().endsWith('/api/members'))
    await page.waitForTimeout(500)
    expect(await page.locator('.spoken-words li').allInnerTexts()).toEqual(shown)
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/log'))
    await page.getByRole('button', { name: network.same('Tove') }).click()
    await unlocks(anna)
    expect(signed(await sent)).toEqual({ member: tove.id, role: 'core-member', organisation: world.network.town, recipient: tove.recipient, verifyKey: tove.verifyKey })
    await anna.close()
  })
}
