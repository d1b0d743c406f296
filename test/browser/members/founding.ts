// A network is founded from the sample, on a desk: every step, its mistakes, and that nothing is stored before the last.
import { expect, test } from 'vitest'
import { askServer } from '../support/ask-server.ts'
import { anna, FoundingPerson } from './found.ts'
import { expectNothing, focused, type Look, type MembersStage, type Person } from './members-stage.ts'

export const foundedName = 'Exempelstads nätverk mot människohandel'

export type Founded = { anna?: FoundingPerson; person?: Person }

export function founding(stage: MembersStage, founded: Founded): void {
  const look: Look = { width: 1280, theme: 'light', language: 'sv' }
  const session = async (): Promise<{ readonly state: string; readonly canFound: boolean; readonly network: { readonly name: string } }> =>
    (await (await askServer(() => stage.address)('/api/session')).json()) as never

  test('from the invented network to one of her own', async () => {
    const person = await stage.person(look)
    const { page, inspect, faults } = person
    const she = new FoundingPerson(page, look.language)
    Object.assign(founded, { anna: she, person })
    const { words } = she
    await page.goto(`${stage.address}/`)
    await page.getByRole('link', { name: 'Grunda ert eget nätverk' }).click()

    await she.arrives(words.step.network)
    expect(await page.locator('.founding-here').innerText()).toContain(words.minutesLeft(20))
    await expectNothing(inspect(), 'network')
    await she.goOn()
    // The errors are summed up, take the focus, and lead to their fields.
    await page.getByRole('alert').getByText(words.errorsTitle(2)).waitFor()
    await expect.poll(() => focused(page)).toContain(words.errorsTitle(2))
    await expectNothing(inspect(), 'errors')
    await page.getByRole('alert').getByRole('button').first().click()
    await expect.poll(() => page.getByLabel(words.network.name).evaluate((field) => field === document.activeElement)).toBe(true)
    await she.writesNetwork(foundedName)
    await she.goOnTo(words.step.organisations)
    await expect.poll(() => focused(page)).toBe(words.step.organisations)
    await she.writesOrganisations()
    await expectNothing(inspect(), 'organisations')
    await she.goOnTo(words.step.rules)
    await she.writesRules()
    await she.fill(words.rules.threshold, '4')
    await she.goOn()
    await page.getByRole('alert').getByText(words.error.threshold).waitFor()
    await she.fill(words.rules.threshold, '5')
    await expectNothing(inspect(), 'rules')
    await she.goOnTo(words.step.you)
    await she.writesHerself('Exempelstads kommun')
    await expectNothing(inspect(), 'you')

    // Back and forth: what was written is still there. A reload keeps all but the password.
    await she.press(words.back)
    await she.arrives(words.step.rules)
    expect(await page.getByLabel(words.rules.name).inputValue()).toBe('Socialjouren')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await she.arrives(words.step.network)
    for (const step of [words.step.organisations, words.step.rules, words.step.you]) {
      await she.goOnTo(step)
    }
    expect(await page.getByLabel(words.you.email).inputValue()).toBe(anna.email)
    expect(await page.getByLabel(words.you.password, { exact: true }).inputValue()).toBe('')
    await she.fill(words.you.password, anna.password)
    await she.goOn()

    await she.writesDownPassphrase()
    await expectNothing(inspect(), 'passphrase')
    await she.goOnTo(words.step['ask-back'])
    // Three mistakes, and the words are shown again.
    for (const left of [2, 1]) {
      await she.typesWords(true)
      await she.goOn()
      await page.getByText(words.askBack.tries(left)).waitFor()
    }
    await expectNothing(inspect(), 'ask-back')
    await she.typesWords(true)
    await she.goOn()
    await page.getByText(words.askBack.shownAgain).waitFor()
    const first = she.passphrase
    await she.writesDownPassphrase()
    expect(she.passphrase).toEqual(first)
    await she.goOn()
    await she.typesWords()
    await she.goOnTo(words.step.sheets)
    await she.goOn()
    await page.getByRole('alert').getByText(words.sheets.haveError).waitFor()
    await she.copiesSheets()
    await expectNothing(inspect(), 'sheets')
    await she.goOnTo(words.step.test)
    await she.typesSheet(0, she.sheets[2]!.map((row) => row.toLowerCase()))
    const slip = she.sheets[0]!.map((row, index) => (index === 2 ? row.replace(/^./, (letter) => (letter === '7' ? '8' : '7')) : row))
    await she.typesSheet(1, slip)
    await she.press(words.test.try)
    await page.getByRole('alert').getByText(`${words.test.sheet(2)}, ${words.test.row(3).toLowerCase()}`).waitFor()
    await expectNothing(inspect(), 'test')
    await she.typesSheet(1, she.sheets[0]!)
    await she.press(words.test.try)

    await she.arrives(words.step.store)
    await expectNothing(inspect(), 'store')
    expect(await session()).toMatchObject({ state: 'local', canFound: true, network: { name: 'Exempelstad' } })
    // A server that is away for a moment: nothing is lost, and pressing again does it.
    await page.route('**/api/founding', (route) => route.abort(), { times: 1 })
    await she.press(words.store.found)
    await page.getByText(words.store.failed).waitFor()
    await she.press(words.store.found)

    await she.arrives(words.step['sign-in'])
    expect(await session()).toMatchObject({ state: 'signed-out', canFound: false })
    await expectNothing(inspect(), 'sign-in')
    await page.getByRole('button', { name: words.signIn.finish, exact: true }).click()
    await page.getByRole('alert').getByText(words.signIn.need).waitFor()
    await she.addsPasskey()
    expect(await person.passkeys()).toBe(1)
    await she.setsUpApp()
    expect(she.backupCodes).toHaveLength(8)
    await she.press(words.signIn.finish)
    await she.arrives(words.done.title)
    await expectNothing(inspect(), 'done')
    await page.getByRole('link', { name: words.done.overview }).click()
    await she.arrives(`${foundedName} · ${new Date().getFullYear()}`)
    expect(faults.filter((fault) => !fault.includes('net::ERR_FAILED'))).toEqual([])
  })

  test('what is secret is in no storage of the browser and was in no request', async () => {
    const { page } = founded.person!
    const { passphrase, sheets } = founded.anna!
    const stored = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))
    for (const secret of [passphrase.join(' '), passphrase.slice(0, 2).join(' '), sheets[0]![1]!, anna.password, 'AGE-SECRET-KEY']) expect(stored).not.toContain(secret)
    expect(stored).toContain('lykta-log-')
  })
}
