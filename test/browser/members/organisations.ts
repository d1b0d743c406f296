// Organisations after founding: added, with what it leads to, ended with its invitations and devices, and the wrong day corrected.
import { randomUUID } from 'node:crypto'
import { enrolmentProof, makeSigningKey, verifyKeyOf } from '@lykta/seal'
import { expect, test } from 'vitest'
import type { MembersAnswer } from '../../../apps/server/src/api/member-types.ts'
import type { NetworkAnswer } from '../../../apps/server/src/api/types.ts'
import { en } from '../../../apps/web/src/pages/network/organisations/messages/en.ts'
import { sv } from '../../../apps/web/src/pages/network/organisations/messages/sv.ts'
import { visit } from '../../server/member-network.ts'
import { expectNothing } from './members-stage.ts'
import { chooses, phone, unlocks, words, type World } from './network-world.ts'

const { network } = words
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

export function organisations(world: World): void {
  const find = async (name: string) => (await world.network.anna.get<NetworkAnswer>('/api/network')).organisations.find((one) => one.name === name)

  test('one is added and invited for; when it ends its code and its device end too, and its day can be corrected', async () => {
    const anna = await world.sitDown(world.network.anna)
    const { page } = anna
    await page.goto(`${world.stage.address}/network?part=organisations`)
    await page.getByRole('button', { name: sv.add }).click()
    const form = page.getByRole('group', { name: sv.add })
    await form.getByRole('button', { name: sv.save }).click()
    expect([await form.getByText(sv.missing).count(), await form.getByText(sv.sectorMissing).count()]).toEqual([1, 1])
    await form.getByLabel(sv.name).fill('hotell fyren')
    await form.getByLabel(sv.sector).selectOption('business')
    await form.getByLabel(sv.joined).fill('2019-05-01')
    await form.getByRole('button', { name: sv.save }).click()
    await form.getByText(sv.nameTwice).waitFor()
    await expectNothing(anna.inspect(), 'adding an organisation')
    await form.getByLabel(sv.name).fill('Vandrarhemmet Tärnan')
    await form.getByRole('button', { name: sv.save }).dblclick()
    await page.getByText(sv.added('Vandrarhemmet Tärnan')).waitFor()
    expect(await find('Vandrarhemmet Tärnan')).toMatchObject({ code: 'VANDRARHEMME', sector: 'business', joined: '2019-05-01', left: null })

    // Two codes for it, one of them used.
    const links: string[] = []
    await page.getByRole('link', { name: network.part.invitations }).click()
    for (const again of [false, true]) {
      if (again) await page.getByRole('button', { name: network.another }).click()
      await chooses(anna, network.kinds.device)
      await page.getByRole('button', { name: network.chooseOrganisation }).click()
      await page.getByRole('option', { name: 'Vandrarhemmet Tärnan' }).click()
      await page.getByRole('button', { name: network.makeInvitation }).click()
      if (!again) await unlocks(anna)
      await page.getByRole('heading', { name: network.linkTitle }).waitFor()
      links.push(await page.getByRole('textbox', { name: network.link }).inputValue())
    }
    const [id = '', token = '', secret = ''] = links[0]!.split('#')[1]!.split('.')
    const organisation = (await find('Vandrarhemmet Tärnan'))!.id
    const subject = { device: randomUUID(), organisation, verifyKey: verifyKeyOf(makeSigningKey(random)) }
    const proof = enrolmentProof(new Uint8Array(Buffer.from(secret, 'base64url')), subject)
    expect((await visit(world.network.app).send('POST', '/api/devices', { id, token, device: subject.device, name: 'Disken', verifyKey: subject.verifyKey, proof })).status).toBe(201)
    await page.getByRole('link', { name: network.part.devices }).click()
    await page.getByText(network.deviceListed('Disken')).waitFor()

    await page.getByRole('link', { name: network.part.organisations }).click()
    const row = page.getByRole('article', { name: 'Vandrarhemmet Tärnan' })
    await row.getByText(sv.people(0, 1)).waitFor()
    await page.getByRole('button', { name: sv.endOf('Vandrarhemmet Tärnan') }).click()
    const ending = page.getByRole('group', { name: sv.endTitle('Vandrarhemmet Tärnan') })
    await ending.getByText(sv.endDevices('Disken')).waitFor()
    await ending.getByLabel(sv.left).fill('2018-12-31')
    await ending.getByRole('button', { name: sv.end }).click()
    await ending.getByText(sv.backwards).waitFor()
    await expectNothing(anna.inspect(), 'ending an organisation')
    await ending.getByLabel(sv.left).fill('2025-12-31')
    await ending.getByRole('button', { name: sv.end }).click()
    await page.getByText(sv.ended('Vandrarhemmet Tärnan', '31 december 2025', 1, 1)).waitFor()
    const { devices, invitations } = await world.network.anna.get<MembersAnswer>('/api/members')
    expect(devices.find((one) => one.id === subject.device)?.state).toBe('removed')
    expect(invitations.filter((one) => one.organisation === organisation).map(({ state }) => state).toSorted()).toEqual(['used', 'withdrawn'])

    await page.getByText(sv.formerTitle('1')).click()
    await page.getByRole('button', { name: sv.changeOf('Vandrarhemmet Tärnan') }).click()
    const change = page.getByRole('group', { name: sv.changeOf('Vandrarhemmet Tärnan') })
    await change.getByLabel(sv.name).fill('Tärnans vandrarhem')
    await change.getByLabel(sv.left).fill('')
    await change.getByRole('button', { name: sv.save }).click()
    await page.getByText(sv.saved('Tärnans vandrarhem')).waitFor()
    expect(await find('Tärnans vandrarhem')).toMatchObject({ id: organisation, code: 'VANDRARHEMME', left: null })
    expect(anna.faults).toEqual([])
    await anna.close()
  })

  test('a source outside the network is named on a phone, and can be chosen when somebody reports for it', async () => {
    const anna = await world.sitDown(world.network.anna, { ...phone, language: 'en' })
    const { page } = anna
    await page.goto(`${world.stage.address}/network?part=organisations`)
    await page.getByRole('button', { name: en.addOutside }).tap()
    const form = page.getByRole('group', { name: en.addOutside })
    expect(await form.getByLabel(en.joined).count()).toBe(0)
    await form.getByLabel(en.name).fill('A landlord')
    await form.getByLabel(en.sector).selectOption('business')
    await expectNothing(anna.inspect(), 'adding a source')
    await form.getByRole('button', { name: en.save }).tap()
    await page.getByText(en.addedOutside('A landlord')).waitFor()
    await expectNothing(anna.inspect(), 'organisations')
    expect(await find('A landlord')).toMatchObject({ joined: null, left: null })
    const { organisations: offered } = await world.network.anna.get<{ readonly organisations: readonly { readonly name: string }[] }>('/api/form')
    expect(offered.map(({ name }) => name)).toContain('A landlord')
    expect(anna.faults).toEqual([])
    await anna.close()
  })
}
