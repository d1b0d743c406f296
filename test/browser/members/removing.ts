// A member who kept her keys is removed: what goes is said, the texts' keys follow, and what is written afterwards stays closed to her.
import { openText } from '@lykta/seal'
import { expect, test } from 'vitest'
import type { SealedTextAnswer } from '../../../apps/server/src/api/member-types.ts'
import { append, join, list, openEpoch, type Person as Program, report } from '../../server/member-network.ts'
import { expectNothing } from './members-stage.ts'
import { chooses, phone, unlocks, words, type World } from './network-world.ts'

const { network: texts } = words

export function removing(world: World): void {
  let bo: Program
  let cilla: Program

  test('her sessions end, and halfway through the key files one can stop and go on', async () => {
    const { network } = world
    cilla = await join(network, 'core-member', network.town, 'Cilla')
    await list(network, cilla, 'core-member', network.town)
    for (const text of ['En.', 'Två.', 'Tre.']) await report(network, cilla, { placeType: 'home' }, text)
    const kept = await openEpoch(network, cilla, 1)

    const hers = await world.sitDown(cilla)
    await hers.page.goto(`${world.stage.address}/incidents`)
    await hers.page.locator('.incident-table').waitFor()
    const anna = await world.sitDown(network.anna)
    const { page } = anna
    // The connection is lost when the key files are sent for the first time.
    await page.route('**/api/sealed-keys', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await page.goto(`${world.stage.address}/network`)
    await page.getByRole('button', { name: texts.removeOf('Cilla') }).click()
    const dialog = page.getByRole('dialog')
    for (const said of [texts.removeMember.session, texts.removeMember.key, texts.removeMember.old, texts.removeMember.stays]) await dialog.getByText(said).waitFor()
    await expectNothing(anna.inspect(), 'what goes')
    await dialog.getByRole('button', { name: texts.remove, exact: true }).click()
    await unlocks(anna)
    await page.getByText(texts.removed('Cilla')).waitFor()
    await page.getByRole('button', { name: texts.rewrapGo }).waitFor()
    await expectNothing(anna.inspect(), 'halfway')
    expect((await cilla.session()).state).toBe('signed-out')
    await hers.page.reload()
    await hers.page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()

    // Closed, and gone on with another day.
    await page.unroute('**/api/sealed-keys')
    await page.reload()
    await page.getByRole('button', { name: texts.rewrapGo }).click()
    await unlocks(anna)
    await page.getByText(texts.rewrapDone).waitFor()

    const after = await report(network, network.anna, { placeType: 'home' }, 'Efter att hon gått.')
    const { body, key, context } = await network.anna.get<SealedTextAnswer>(`/api/incidents/${after}/text`)
    const files = { body: new Uint8Array(Buffer.from(body, 'base64url')), key: new Uint8Array(Buffer.from(key!.key, 'base64url')) }
    await expect(openText({ ...files, identity: kept, expected: context })).rejects.toMatchObject({ problems: [{ code: 'seal.key-of-other-epoch' }] })
    await Promise.all([anna.close(), hers.close()])
  })

  test('what is about a coordinator takes two: the one hands a text over, the other reads it and signs', async () => {
    const { network } = world
    bo = await join(network, 'coordinator', network.town, 'Bo')
    await world.givePassphrase(bo)
    const subject = { member: bo.id, role: 'coordinator' as const, organisation: network.town, recipient: bo.recipient, verifyKey: bo.verifyKey }
    expect((await append(network, { type: 'add', subject }, [bo.id])).status).toBe(201)
    const eva = await join(network, 'core-member', network.town, 'Eva')
    await list(network, eva, 'core-member', network.town)

    const anna = await world.sitDown(network.anna)
    await anna.page.goto(`${world.stage.address}/network`)
    await anna.page.getByRole('button', { name: texts.changeOf('Eva') }).click()
    await chooses(anna, texts.role.coordinator)
    await anna.page.getByRole('button', { name: texts.save }).click()
    await anna.page.getByRole('button', { name: texts.makeProposal }).click()
    await unlocks(anna)
    const proposal = await anna.page.getByRole('textbox', { name: texts.proposal }).inputValue()
    await expectNothing(anna.inspect(), 'proposal')

    const his = await world.sitDown(bo, phone)
    await his.page.goto(`${world.stage.address}/network`)
    await his.page.getByText(texts.approveOpen).tap()
    await his.page.getByLabel(texts.approveField).fill(proposal.slice(0, 80))
    await his.page.getByRole('button', { name: texts.approveRead }).tap()
    await his.page.getByText(texts.approveNot).waitFor()
    await his.page.getByLabel(texts.approveField).fill(proposal)
    await his.page.getByRole('button', { name: texts.approveRead }).tap()
    await his.page.getByText(texts.proposes.coordinator('Eva')).waitFor()
    await expectNothing(his.inspect(), 'approving')
    await his.page.getByRole('button', { name: texts.approveDo }).tap()
    await unlocks(his)
    await his.page.getByText(texts.approved).waitFor()
    expect((await eva.session()).caller?.role).toBe('coordinator')
    expect([...anna.faults, ...his.faults]).toEqual([])
    await Promise.all([anna.close(), his.close()])
  })
}
