// From a sealed text to an example in the report: opened by the coordinator, put in other words, guarded, agreed to by another, and in the draft of the report's text.
import { sv as words } from '../../../apps/web/src/pages/examples/messages/sv.ts'
import type { FormAnswer } from '../../../apps/server/src/api/types.ts'
import { expect, test } from 'vitest'
import { join, list, report } from '../../server/member-network.ts'
import { askBeforeLeaving } from '../support/ask-before-leaving.ts'
import { expectNothing } from './members-stage.ts'
import { phone, unlocks, type World } from './network-world.ts'

const sealed = 'Någon annan svarade på alla frågor och höll i passet.'
const [swedish, english] = ['Fick inte tala för sig, och bar inte sina egna handlingar', 'Was not left to speak, and did not carry their own papers']

export function examples(world: World): void {
  test('a sealed text becomes an example in other words, which stands in the draft once another has agreed', async () => {
    const { network, stage } = world
    const [cilla, reporter] = [await join(network, 'core-member', network.hotel, 'Frida'), await join(network, 'reporter', network.hotel, 'Erik')]
    await list(network, cilla, 'core-member', network.hotel)
    await list(network, reporter, 'reporter', network.hotel)
    const { today } = await reporter.get<FormAnswer>('/api/form')
    await report(network, reporter, { occurred: { on: today }, placeType: 'hotel' }, sealed)

    const anna = await world.sitDown(network.anna)
    const { page } = anna
    const requests: string[] = []
    page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.goto(`${stage.address}/examples`)
    await page.getByRole('button', { name: words.open }).press('Enter')
    await unlocks(anna)
    const text = page.getByRole('region', { name: words.texts }).getByRole('listitem').filter({ hasText: sealed })
    await text.getByRole('button', { name: words.choose }).press('Enter')
    const [sv, en] = [page.getByRole('textbox', { name: words.swedish }), page.getByRole('textbox', { name: words.english })]
    // Too close to what was written, and what points at somebody: told beside the field, and nothing is sent.
    await sv.fill('Någon annan svarade på alla frågor, ring 070-174 06 05')
    await en.fill(english)
    await page.getByRole('button', { name: words.propose }).press('Enter')
    const told = await sv.evaluate((field) => field.closest('.field')?.textContent ?? '')
    expect(told).toContain(words.run('någon annan svarade på alla'))
    expect(told).toContain(words.guard('070-174 06 05'))
    await expectNothing(anna.inspect(), 'an example beside the opened text')
    await sv.fill(swedish)
    await askBeforeLeaving(page)
    await page.getByRole('button', { name: words.propose }).press('Enter')
    await page.getByText(words.mine).waitFor()
    expect(await page.getByRole('region', { name: words.texts }).count()).toBe(0)
    // One's own is nobody's word but one's own.
    expect(await page.getByRole('button', { name: words.approveOf(swedish) }).count()).toBe(0)

    const hers = await world.sitDown(cilla, phone)
    await hers.page.goto(`${stage.address}/examples`)
    await hers.page.getByRole('button', { name: words.approveOf(swedish) }).waitFor()
    await expectNothing(hers.inspect(), 'an example to be agreed to')
    await hers.page.getByRole('button', { name: words.approveOf(swedish) }).tap()
    await hers.page.getByText(words.approved).waitFor()

    // So few incidents make no edition: the draft of the report's text, read as it will be.
    await page.goto(`${stage.address}/text/${today.slice(0, 4)}`)
    await page.getByRole('navigation', { name: 'Kapitel' }).getByRole('button', { name: 'Varför misstanken uppstod' }).press('Enter')
    await page.getByRole('button', { name: 'Läs som det blir' }).press('Enter')
    await page.locator('.preview').getByText(swedish).waitFor()
    expect(await page.locator('body').innerText()).not.toContain(sealed)
    expect(requests.filter((sent) => sent.includes('svarade') || sent.includes('070-174'))).toEqual([])
    expect([...anna.faults, ...hers.faults]).toEqual([])
    await Promise.all([anna.close(), hers.close()])
  })
}
