// Founding as a person does it, by the words that stand on the page.
import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { en as authEn, sv as authSv } from '../../../apps/web/src/auth/messages.ts'
import { en } from '../../../apps/web/src/pages/found/messages/en.ts'
import { sv } from '../../../apps/web/src/pages/found/messages/sv.ts'
import { totp } from './totp.ts'

export const foundingWords = { sv, en }
export const authWords = { sv: authSv, en: authEn }

export type Founder = { readonly name: string; readonly email: string; readonly password: string }
export const anna: Founder = { name: 'Anna Berg', email: 'anna@exempelstad.se', password: 'lyktan lyser i natten' }

/** The person who founds, and what she has on paper. */
export class FoundingPerson {
  readonly page: Page
  readonly words: typeof sv
  readonly auth: typeof authSv
  passphrase: readonly string[] = []
  /** Three sheets of four rows. */
  sheets: readonly (readonly string[])[] = []
  secret = ''
  backupCodes: readonly string[] = []

  constructor(page: Page, language: 'sv' | 'en') {
    this.page = page
    this.words = foundingWords[language]
    this.auth = authWords[language]
  }

  async arrives(title: string): Promise<void> {
    await this.heading(title).waitFor().catch(async (error: unknown) => {
      // A step that did not come says so by what stands there instead.
      throw new Error(`${title}: ${await this.page.locator('#content').innerText()}`, { cause: error })
    })
  }
  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click()
  }
  goOn(): Promise<void> {
    return this.press(this.words.next)
  }
  /** A press that a busy page has lost is made once more, as a person would. */
  async goOnTo(title: string): Promise<void> {
    await this.goOn()
    await this.heading(title).waitFor({ timeout: 30_000 }).catch(() => this.goOn())
    await this.arrives(title)
  }
  heading(title: string): Locator {
    return this.page.locator('#content').getByRole('heading', { level: 1, name: title, exact: true })
  }
  fill(label: string, text: string): Promise<void> {
    return this.page.getByLabel(label, { exact: true }).fill(text)
  }

  async writesNetwork(name: string): Promise<void> {
    await this.fill(this.words.network.name, name)
    await this.fill(this.words.network.municipality, 'Exempelstad')
    await this.fill(this.words.network.collectionStart, '2018-01-01')
  }
  async writesOrganisations(): Promise<void> {
    const { name, sector, add } = this.words.organisations
    await this.fill(name, 'Exempelstads kommun')
    await this.page.getByLabel(sector, { exact: true }).selectOption('municipality')
    await this.press(add)
    await this.page.getByLabel(name, { exact: true }).nth(1).fill('Hotell Fyren')
    await this.page.getByLabel(sector, { exact: true }).nth(1).selectOption('business')
  }
  async writesRules(): Promise<void> {
    await this.press(this.words.rules.add)
    await this.fill(this.words.rules.name, 'Socialjouren')
    await this.fill(this.words.rules.number, '0470-12 34 56')
  }
  async writesHerself(organisation: string): Promise<void> {
    await this.fill(this.words.you.name, anna.name)
    await this.fill(this.words.you.email, anna.email)
    await this.page.getByLabel(this.words.you.organisation, { exact: true }).selectOption({ label: organisation })
    await this.fill(this.words.you.password, anna.password)
  }

  async writesDownPassphrase(): Promise<void> {
    await this.arrives(this.words.passphrase.title)
    this.passphrase = (await this.page.locator('#content .spoken-words li').allInnerTexts()).map((word) => word.trim())
    expect(this.passphrase).toHaveLength(6)
    await this.page.getByText(this.words.passphrase.written).click()
  }
  /** Types the words that are asked for; `mistyped`: all of them wrong. */
  async typesWords(mistyped = false): Promise<void> {
    for (const label of await this.page.locator('#content .field .label').allInnerTexts()) {
      await this.fill(label, mistyped ? 'fel' : this.passphrase[Number(/\d/.exec(label)![0]) - 1]!)
    }
  }

  async copiesSheets(): Promise<void> {
    await this.page.getByText(this.words.sheets.byHand).click()
    this.sheets = await this.page.locator('.step-sheet').evaluateAll((all) =>
      all.map((sheet) => [...sheet.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' '))))
    for (const number of [1, 2, 3]) await this.page.getByText(this.words.sheets.have(number), { exact: true }).click()
  }
  async typesSheet(place: 0 | 1, rows: readonly string[]): Promise<void> {
    const fields = this.page.locator('#content fieldset').nth(place).getByRole('textbox')
    for (const [row, text] of rows.entries()) await fields.nth(row).fill(text)
  }

  async setsUpApp(): Promise<void> {
    await this.press(this.auth.appStart)
    await this.page.getByText(this.auth.byHand).click()
    this.secret = (await this.page.locator('.auth-key code').innerText()).replaceAll(/\s/g, '')
    await this.fill(this.auth.code, totp(this.secret))
    await this.press(this.auth.confirm)
    await this.page.locator('#content .auth-codes').waitFor()
    this.backupCodes = await this.page.locator('#content .auth-codes li').allInnerTexts()
    await this.press(this.auth.backupKept)
  }
  async addsPasskey(): Promise<void> {
    await this.press(this.auth.passkeyAdd)
    await this.page.getByText(this.auth.passkeyOpens).waitFor()
  }
}
