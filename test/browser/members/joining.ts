// By invitation: a link from the coordinator's desk, answered on a phone, and eight words read from the one to the other.
import { expect, test } from 'vitest'
import { foundingWords } from './found.ts'
import { expectNothing, focused } from './members-stage.ts'
import { chooses, desk, phone, unlocks, words, type World } from './network-world.ts'
import { totp } from './totp.ts'

const { join, network } = words
const founding = foundingWords.sv
const password = 'en lång rad lyktor'

export function joining(world: World): void {
  test('a core member joins, and nobody has to believe the server', async () => {
    const anna = await world.sitDown(world.network.anna)
    const { page: table } = anna
    await table.goto(`${world.stage.address}/network?part=invitations`)
    await chooses(anna, network.role['core-member'])
    await table.getByRole('button', { name: network.chooseOrganisation }).click()
    await table.getByRole('option', { name: 'Provstads socialtjänst' }).click()
    await expectNothing(anna.inspect(), 'invitations')
    await table.getByRole('button', { name: network.makeInvitation }).click()
    await table.getByRole('heading', { name: network.linkTitle }).waitFor()
    await expect.poll(() => focused(table)).toBe(network.linkTitle)
    await expectNothing(anna.inspect(), 'link')
    const link = await table.getByRole('textbox', { name: network.link }).inputValue()
    expect(link).toMatch(new RegExp(`^${world.stage.address}/join#[0-9a-f-]{36}\\.[\\w-]{43}\\.${world.network.genesis}$`))

    const disa = await world.stage.person(phone, { passkeys: false })
    const { page } = disa
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: join.invited('Provstad') }).waitFor()
    await page.getByText('Jourtelefon 020-123 45 67 (dygnet runt)').waitFor()
    await expectNothing(disa.inspect(), 'about')
    await page.getByRole('button', { name: join.accept }).tap()
    await expect.poll(() => focused(page)).toBe(join.step.you)
    await page.getByRole('button', { name: join.makeLogin }).tap()
    await expect.poll(() => focused(page)).toContain(join.errorsTitle(3))
    await expectNothing(disa.inspect(), 'you, with errors')
    await page.getByLabel(join.name, { exact: true }).fill('Disa Dahl')
    await page.getByLabel(join.email, { exact: true }).fill('disa@example.org')
    await page.getByLabel(join.password, { exact: true }).fill(password)
    await page.getByRole('button', { name: join.makeLogin }).tap()

    await page.getByRole('heading', { level: 1, name: join.step.passphrase }).waitFor()
    expect(page.url()).toBe(`${world.stage.address}/join`)
    await page.locator('.spoken-words').waitFor()
    const shown = await page.locator('.spoken-words li').allInnerTexts()
    expect(shown).toHaveLength(6)
    await expectNothing(disa.inspect(), 'passphrase')
    await page.getByText(founding.passphrase.written).tap()
    await page.getByRole('button', { name: join.next }).tap()
    await page.getByRole('heading', { level: 1, name: join.step['ask-back'] }).waitFor()
    for (const label of await page.locator('#content .field .label').allInnerTexts()) await page.getByLabel(label, { exact: true }).fill(shown[Number(/\d/.exec(label)![0]) - 1]!)
    await expectNothing(disa.inspect(), 'ask-back')
    await page.getByRole('button', { name: join.next }).tap()
    await page.getByRole('button', { name: join.sheetPrint }).tap()
    await page.getByText(join.sheetMade).waitFor()
    expect(await page.locator('#content .sheet-rows tbody tr').count()).toBe(4)
    await expectNothing(disa.inspect(), 'own sheet')
    await page.getByRole('button', { name: join.next }).tap()

    await page.getByRole('heading', { level: 1, name: join.step['sign-in'] }).waitFor()
    expect(await page.getByRole('button', { name: join.next }).isDisabled()).toBe(true)
    await page.getByLabel('Ditt lösenord').fill(password)
    await page.getByRole('button', { name: 'Ställ in appen' }).tap()
    await page.getByText('Skriv in nyckeln för hand').tap()
    await page.getByLabel('Koden som appen visar').fill(totp(await page.locator('.auth-key code').innerText()))
    await page.getByRole('button', { name: 'Bekräfta koden' }).tap()
    await page.getByRole('button', { name: 'Jag har sparat koderna' }).tap()
    await expectNothing(disa.inspect(), 'sign-in')
    await page.getByRole('button', { name: join.next }).tap()

    await page.getByRole('heading', { level: 1, name: join.step.words }).waitFor()
    await page.locator('.spoken-words').waitFor()
    const read = await page.locator('.spoken-words li').allInnerTexts()
    await page.getByText(join.waiting).waitFor()
    await expectNothing(disa.inspect(), 'words')
    // The page was closed: nothing of the network is shown to her, and the same words again, made of her own keys.
    await page.goto(`${world.stage.address}/`)
    await page.getByRole('heading', { level: 1, name: 'Du väntar på samordnaren' }).waitFor()
    expect(await page.locator('nav').getByRole('link').count()).toBe(0)
    await expectNothing(disa.inspect(), 'waiting')
    await page.getByRole('link', { name: 'Till nycklarna och orden' }).tap()
    await page.getByRole('button', { name: join.unlock }).last().tap()
    await unlocks(disa, shown.join(' '))
    await page.locator('.spoken-words').waitFor()
    expect(await page.locator('.spoken-words li').allInnerTexts()).toEqual(read)

    await table.getByRole('link', { name: network.part.members }).click()
    await table.getByText(network.keysMade('Disa Dahl')).waitFor()
    await table.getByRole('button', { name: network.compare }).click()
    await table.locator('.spoken-words').waitFor()
    expect(await table.locator('.spoken-words li').allInnerTexts()).toEqual(read)
    // What is signed with the keys beside the name: a server could tell another role than the one she was invited to.
    await table.locator('.comparing').getByText(`${network.role['core-member']}, Provstads socialtjänst`).waitFor()
    await expectNothing(anna.inspect(), 'comparing')
    await table.getByRole('button', { name: network.same('Disa Dahl') }).click()
    await unlocks(anna)
    await table.getByText(network.admitted('Disa Dahl')).waitFor()

    // Her page has waited, and goes on when she is listed with the keys that she has.
    await page.getByRole('heading', { level: 1, name: join.done('Provstad') }).waitFor()
    await page.getByText(join.doneReads).waitFor()
    await expectNothing(disa.inspect(), 'done')
    expect(sent.filter((address) => address.includes(link.split('.')[1]!))).toEqual([])
    expect([...anna.faults, ...disa.faults]).toEqual([])
    await Promise.all([anna.close(), disa.close()])
  })

  test('a link is good once, not when it is cut off, and not when it has been withdrawn', async () => {
    const anna = await world.sitDown(world.network.anna)
    const { page: table } = anna
    await table.goto(`${world.stage.address}/network?part=invitations`)
    await chooses(anna, network.role.reader)
    await table.getByRole('button', { name: network.makeInvitation }).click()
    const link = await table.getByRole('textbox', { name: network.link }).inputValue()
    const guest = await world.stage.person(desk, { passkeys: false })
    const { page } = guest
    await page.goto(link.slice(0, -4))
    await page.getByRole('heading', { level: 1, name: join.badTitle }).waitFor()
    await table.getByRole('button', { name: `${network.withdrawInvitation}: ${network.role.reader}, ${network.noOrganisation}` }).click()
    await expectNothing(anna.inspect(), 'asked once')
    await table.getByRole('dialog').getByRole('button', { name: network.withdrawInvitation }).click()
    await table.getByText(network.withdrawnInvitation).waitFor()
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: join.endedTitle }).waitFor()
    await expectNothing(guest.inspect(), 'ended')
    await Promise.all([anna.close(), guest.close()])
  })
}
