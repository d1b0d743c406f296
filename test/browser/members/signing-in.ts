// Signing in with a password and a code, and with a passkey that opens the keys in the same touch; locking; signing out.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { type Founded, foundedName } from './founding.ts'
import { anna } from './found.ts'
import { expectNothing, focused, type MembersStage } from './members-stage.ts'
import { chooses, words } from './network-world.ts'
import { totp } from './totp.ts'

export function signingIn(stage: MembersStage, founded: Founded): void {
  const year = new Date().getFullYear()

  test('signed out, nothing but the sign-in is shown, at every address', async () => {
    const { page, inspect, close } = await stage.person({ width: 390, theme: 'dark', language: 'en' })
    for (const path of ['/', '/incidents', '/network', '/sign-in']) {
      await page.goto(`${stage.address}${path}`)
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
      expect(await page.getByRole('navigation').count()).toBe(0)
    }
    await expectNothing(inspect(), 'sign-in')
    await close()
  })

  test('with a password and the app’s code; what is wrong says no more than that; keys are opened by the passphrase', async () => {
    const { page, inspect, faults, close } = await stage.person({ width: 390, theme: 'dark', language: 'sv' }, { passkeys: false })
    await page.goto(`${stage.address}/incidents`)
    const [email, password] = [page.getByLabel('E-post', { exact: true }), page.getByLabel('Lösenord', { exact: true })]
    const goOn = page.getByRole('button', { name: 'Fortsätt', exact: true })
    await goOn.click()
    await expect.poll(() => focused(page)).toContain('2 saker behöver rättas')
    const refusals: string[] = []
    for (const [address, secret] of [[anna.email, 'fel lösenord helt'], ['ingen@exempelstad.se', anna.password]] as const) {
      await email.fill(address)
      await password.fill(secret)
      await goOn.click()
      refusals.push(await page.locator('#content .problems').innerText())
    }
    expect(new Set(refusals).size).toBe(1)
    await email.fill(anna.email)
    await password.fill(anna.password)
    await goOn.click()
    await page.getByRole('heading', { level: 1, name: 'Koden från appen' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Koden från appen')
    await expectNothing(inspect(), 'code')
    await page.getByLabel('Sexsiffrig kod').fill('000000')
    await page.getByRole('button', { name: 'Logga in', exact: true }).click()
    await page.locator('#content .problems').waitFor()
    // The code of the founding may be of this same half minute: a backup code is another way in, and holds once.
    await page.getByRole('button', { name: 'Mobilen är borta: använd en reservkod' }).click()
    await page.getByLabel('Reservkod').fill(founded.anna!.backupCodes[0]!)
    await page.getByRole('button', { name: 'Logga in', exact: true }).click()
    // What was asked for is shown.
    await page.getByRole('heading', { name: 'Inga incidenter ännu' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Platser' }).getByRole('link').allInnerTexts()).toEqual(['Översikt', 'Inkorg', 'Ärenden', 'Rapportera'])
    await page.getByRole('button', { name: 'Mer', exact: true }).click()
    const more = page.getByRole('dialog')
    expect(await more.getByRole('link').allInnerTexts()).toEqual(['Statistik', 'Utgåvor', 'Möten', 'Nätverket'])
    await expectNothing(inspect('[role="dialog"]'), 'places behind the button')
    await page.keyboard.press('Escape')
    await more.waitFor({ state: 'detached' })
    await expectNothing(inspect(), 'as many places as a phone has room for')

    await page.getByRole('button', { name: /Ditt konto: Anna Berg/ }).click()
    await page.getByText('Dina nycklar är låsta.').waitFor()
    await expectNothing(inspect('[role="dialog"]'), 'account menu')
    await page.getByRole('dialog').getByRole('button', { name: 'Lås upp' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lås upp dina nycklar' })
    await dialog.waitFor()
    await expectNothing(inspect('[role="dialog"]'), 'unlock')
    const unlock = dialog.getByRole('button', { name: 'Lås upp', exact: true })
    await dialog.getByLabel('Lösenfras', { exact: true }).fill('sex andra ord som inte stämmer')
    await unlock.click()
    await dialog.locator('.field-error').waitFor()
    await dialog.getByLabel('Lösenfras', { exact: true }).fill(founded.anna!.passphrase.join('  ').toUpperCase())
    await unlock.click()
    await dialog.waitFor({ state: 'detached' })
    // A telephone that has seen neither invitation nor sheet asks for the log's words to be compared, once.
    await page.getByText('Jämför loggens ord').click()
    const words = page.getByRole('list', { name: 'Loggens åtta ord' }).getByRole('listitem')
    await words.first().waitFor()
    expect(await words.count()).toBe(8)
    await expectNothing(inspect(), 'first use')
    await page.getByRole('button', { name: 'Orden är samma' }).click()
    await page.getByText('Jämför loggens ord').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /Ditt konto: Anna Berg/ }).click()
    await page.getByText('Dina nycklar är öppna.').waitFor()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
    expect(faults).toEqual([])
    await close()
  })

  test('a used backup code lets nobody in', async () => {
    const { page, close } = await stage.person({ width: 1280, theme: 'light', language: 'en' }, { passkeys: false })
    await page.goto(`${stage.address}/`)
    await page.getByLabel('E-mail', { exact: true }).fill(anna.email)
    await page.getByLabel('Password', { exact: true }).fill(anna.password)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('button', { name: 'The telephone is gone: use a backup code' }).click()
    await page.getByLabel('Backup code').fill(founded.anna!.backupCodes[0]!)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.locator('#content .problems').waitFor()
    await page.getByRole('button', { name: 'Use the code from the app' }).click()
    await page.getByLabel('Code of six digits').fill(totp(founded.anna!.secret, 1))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: `${foundedName} · ${year}` }).waitFor()
    await close()
  })

  test('with a passkey: one touch signs in and opens the keys; the button locks them; a reload does too', async () => {
    const { page, inspect, faults } = founded.person!
    await page.getByRole('button', { name: /Ditt konto: Anna Berg/ }).click()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('button', { name: 'Logga in med inloggningsnyckel' }).click()
    await page.getByRole('heading', { level: 1, name: `${foundedName} · ${year}` }).waitFor()
    const lock = page.getByRole('banner').getByRole('button', { name: 'Lås', exact: true })
    await lock.click()
    const unlock = page.getByRole('banner').getByRole('button', { name: 'Lås upp', exact: true })
    await unlock.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lås upp med inloggningsnyckel' }).click()
    await lock.waitFor()
    await page.reload()
    await unlock.waitFor()
    expect(faults.filter((fault) => !fault.includes('net::ERR_FAILED'))).toEqual([])
    await page.goto(`${stage.address}/account`)
    await page.getByText('öppnar också dina nycklar').waitFor()
    await page.getByText('den här', { exact: true }).waitFor()
    await expectNothing(inspect(), 'account')
  })

  test('a while after the sign-in she shows that it is she, before a new passphrase holds; the page stays as it is', async () => {
    const { page, inspect } = founded.person!
    await signedInLongAgo(page, '**/api/keys/bundles')
    await page.getByRole('button', { name: 'Skriv ut ett eget återställningsblad' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lås upp med inloggningsnyckel' }).click()
    await page.getByText('Bladet finns på papper').click()
    const rows = await page.locator('.account-made .sheet-rows').innerText()
    await page.getByRole('button', { name: 'Börja använda bladet' }).click()
    await page.getByRole('button', { name: 'Visa att det är du' }).click()
    await page.getByRole('dialog', { name: 'Visa att det är du' }).waitFor()
    await expectNothing(inspect('[role="dialog"]'), 'sign in again')
    await page.getByRole('dialog').getByRole('button', { name: 'Använd inloggningsnyckeln' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('.account-made .sheet-rows').innerText()).toBe(rows)
    await page.getByRole('button', { name: 'Börja använda bladet' }).click()
    await page.getByText('Bladet gäller.').waitFor()
  })

  test('so before somebody is invited: what she has chosen stands, and the link is made when she presses again', async () => {
    const { page } = founded.person!
    const { network } = words
    await page.goto(`${stage.address}/network?part=invitations`)
    await signedInLongAgo(page, '**/api/invitations')
    await chooses({ page }, network.role.reader)
    await page.getByRole('button', { name: network.chooseOrganisation }).click()
    await page.getByRole('option', { name: network.noOrganisation }).click()
    const make = page.getByRole('button', { name: network.makeInvitation })
    await make.click()
    await page.getByRole('button', { name: 'Visa att det är du' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Använd inloggningsnyckeln' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await make.click()
    await page.getByRole('heading', { name: network.linkTitle }).waitFor()
    expect(await page.getByText(network.role.reader).count()).toBeGreaterThan(0)
    await page.goto(`${stage.address}/account`)
    await page.getByText('den här', { exact: true }).waitFor()
  })

  test('other computers are signed out from her own page', async () => {
    const { page } = founded.person!
    const other = await stage.person({ width: 1280, theme: 'light', language: 'sv' }, { passkeys: false })
    await other.page.goto(`${stage.address}/`)
    await other.page.getByLabel('E-post', { exact: true }).fill(anna.email)
    await other.page.getByLabel('Lösenord', { exact: true }).fill(anna.password)
    await other.page.getByRole('button', { name: 'Fortsätt', exact: true }).click()
    await other.page.getByRole('button', { name: 'Mobilen är borta: använd en reservkod' }).click()
    await other.page.getByLabel('Reservkod').fill(founded.anna!.backupCodes[1]!)
    await other.page.getByRole('button', { name: 'Logga in', exact: true }).click()
    await other.page.getByRole('button', { name: /Ditt konto: Anna Berg/ }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Logga ut alla andra' }).click()
    await page.getByText('Utloggad.').waitFor()
    // What was looked at within the last second is not looked at again (apps/web/src/main.tsx).
    await other.page.waitForTimeout(1_500)
    await other.page.getByRole('link', { name: 'Statistik' }).click()
    await other.page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
    await other.close()
  })

  test('the sample is one press away, and can be thrown away', async () => {
    const { page } = founded.person!
    await page.goto(`${stage.address}/`)
    await page.getByRole('button', { name: 'Prova med påhittade uppgifter' }).click()
    await page.getByRole('heading', { level: 1, name: /^Exempelstad · / }).waitFor()
    await page.getByRole('button', { name: 'Släng exempelnätverket' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Släng exempelnätverket' }).click()
    await page.getByRole('heading', { level: 1, name: `${foundedName} · ${year}` }).waitFor()
    expect(await page.getByRole('button', { name: 'Prova med påhittade uppgifter' }).count()).toBe(0)
  })
}

/** What the server says once, ten minutes after the sign-in (test/server/recent-sign-in.test.ts). */
async function signedInLongAgo(page: Page, address: string): Promise<void> {
  const problems = [{ code: 'sign-in.not-recent', severity: 'error', values: {}, text: { sv: 'Det var ett tag sedan du loggade in.', en: 'You signed in a while ago.' } }]
  const body = JSON.stringify({ type: 'about:blank', title: 'Bad request', status: 400, problems })
  await page.route(address, (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', body }), { times: 1 })
}
