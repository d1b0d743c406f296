// A network that was made at the command line, with reasons imported there: its keys are made anew, by night on a phone.
import { expect, test } from 'vitest'
import type { KeysAnswer, SealedKeyPage } from '../../../apps/server/src/api/member-types.ts'
import { FoundingPerson } from './found.ts'
import { expectNothing, type Look, type MembersStage } from './members-stage.ts'

export type Made = { readonly name: string; passphrase: string }

export function takingOver(stage: MembersStage, made: Made): void {
  const look: Look = { width: 390, theme: 'dark', language: 'en' }

  test('every key file is sealed anew in the browser; what was made on the server says so', async () => {
    const { page, inspect, faults, close } = await stage.person(look)
    const she = new FoundingPerson(page, look.language)
    const { words } = she
    await page.goto(`${stage.address}/`)
    await page.getByRole('link', { name: 'Make keys of your own' }).click()
    // The network has its name; what is written are organisations that it lacks, if any.
    await she.arrives(words.step.organisations)
    await page.getByText(words.takeOverIntro(made.name)).waitFor()
    await expectNothing(inspect(), 'organisations')
    await she.goOnTo(words.step.rules)
    await she.goOnTo(words.step.you)
    const organisations = await page.getByLabel(words.you.organisation).locator('option').allInnerTexts()
    await she.writesHerself(organisations[1]!)
    await she.goOn()
    await she.writesDownPassphrase()
    await she.goOn()
    await she.typesWords()
    await she.goOnTo(words.step.sheets)
    await she.copiesSheets()
    await expectNothing(inspect(), 'sheets')
    await she.goOnTo(words.step.test)
    await she.press(words.test.later)
    await she.arrives(words.step.store)
    await page.getByText(words.store.sheetsUntested).waitFor()
    await she.press(words.store.found)
    await she.arrives(words.step['sign-in'])
    await she.addsPasskey()
    await she.press(words.signIn.finish)

    await she.arrives(words.step['old-keys'])
    await expectNothing(inspect(), 'old keys')
    const left = async (): Promise<number> => page.evaluate(async () => ((await (await fetch('/api/sealed-keys')).json()) as SealedKeyPage).left)
    const all = await left()
    expect(all).toBeGreaterThan(20)
    await she.fill(words.oldKeys.passphrase, 'six words that are others')
    await she.press(words.oldKeys.start)
    await page.locator('#content .form-errors').waitFor()
    await she.fill(words.oldKeys.passphrase, made.passphrase)
    await she.press(words.oldKeys.start)
    await page.getByText(words.oldKeys.done).waitFor()
    expect(await left()).toBe(0)
    // Whoever has the old passphrase and the whole database opens nothing with it any longer.
    const grants = await page.evaluate(async () => ((await (await fetch('/api/keys')).json()) as KeysAnswer).grants)
    expect(grants.map(({ epoch }) => epoch)).toEqual([2])
    await she.press(words.next)
    await she.arrives(words.done.title)
    await page.getByRole('link', { name: words.done.test }).waitFor()
    await expectNothing(inspect(), 'done')
    expect(faults).toEqual([])
    await close()
  })
}
