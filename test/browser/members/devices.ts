// An organisation's device: a card with a code, a proof that only that code can make, and a line that is signed by itself.
import { randomUUID } from 'node:crypto'
import { enrolmentProof, makeSigningKey, verifyKeyOf } from '@lykta/seal'
import { expect, test } from 'vitest'
import { visit } from '../../server/member-network.ts'
import { expectNothing } from './members-stage.ts'
import { chooses, desk, unlocks, words, type World } from './network-world.ts'

const { network } = words
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

export function devices(world: World): void {
  /** What a device makes of the address in the code. */
  async function answer(link: string, name: string, secret?: Uint8Array): Promise<void> {
    const [id = '', token = '', own = ''] = link.split('#')[1]!.split('.')
    const subject = { device: randomUUID(), organisation: world.network.hotel, verifyKey: verifyKeyOf(makeSigningKey(random)) }
    const proof = enrolmentProof(secret ?? new Uint8Array(Buffer.from(own, 'base64url')), subject)
    const { status } = await visit(world.network.app).send('POST', '/api/devices', { id, token, device: subject.device, name, verifyKey: subject.verifyKey, proof })
    expect(status).toBe(201)
  }

  test('is listed when its proof fits the code, told when it does not, and removed', async () => {
    const anna = await world.sitDown(world.network.anna, { ...desk, theme: 'dark' })
    const { page } = anna
    await page.goto(`${world.stage.address}/network?part=invitations`)
    const links: string[] = []
    for (const again of [false, true]) {
      if (again) await page.getByRole('button', { name: network.another }).click()
      await chooses(anna, network.kinds.device)
      await page.getByRole('button', { name: network.chooseOrganisation }).click()
      await page.getByRole('option', { name: 'Hotell Fyren' }).click()
      await page.getByRole('button', { name: network.makeInvitation }).click()
      if (!again) await unlocks(anna)
      await page.getByRole('heading', { name: network.linkTitle }).waitFor()
      links.push(await page.getByRole('textbox', { name: network.link }).inputValue())
    }
    await page.getByRole('article', { name: network.card.title }).getByText('Jourtelefon 020-123 45 67 (dygnet runt)').waitFor()
    await expectNothing(anna.inspect(), 'card')
    // On paper stands the card, and nothing else.
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.paper').innerText()).toContain(network.card.step1)
    expect(await page.locator('#app').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })

    await answer(links[0]!, 'Receptionen')
    await answer(links[1]!, 'Någon annans', random(32))
    await page.getByRole('link', { name: network.part.devices }).click()
    await page.getByText(network.deviceListed('Receptionen')).waitFor()
    await page.getByText(network.deviceOther('Någon annans')).waitFor()
    await expectNothing(anna.inspect(), 'devices')
    const row = (name: string) => page.getByRole('article', { name })
    expect(await row('Receptionen').innerText()).toContain(network.deviceState.listed)
    expect(await row('Någon annans').innerText()).toContain(network.deviceState.waiting)

    for (const name of ['Någon annans', 'Receptionen']) {
      await page.getByRole('button', { name: network.removeOf(name) }).click()
      await page.getByRole('dialog').getByText(network.removeDevice.at).waitFor()
      await page.getByRole('dialog').getByRole('button', { name: network.remove }).click()
      await page.getByText(network.removed(name)).waitFor()
    }
    expect(await page.getByText(network.removedTitle('2')).count()).toBe(1)
    expect(anna.faults).toEqual([])
    await anna.close()
  })
}
