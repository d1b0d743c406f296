// A question of the network's own: added by the coordinator, asked on a phone and on a desk, read in the case, ended, and still readable.
import { formVersions, formWords, questionsOf, shippedIndicators } from '@lykta/incident'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { en as wordsEn } from '../../../apps/web/src/pages/network/questions/messages/en.ts'
import { sv as own } from '../../../apps/web/src/pages/network/questions/messages/sv.ts'
import { sv as answers } from '../../../apps/web/src/pages/incidents/messages/own-answers-sv.ts'
import type { SettingsAnswer } from '../../../apps/server/src/api/member-types.ts'
import type { IncidentAnswer } from '../../../apps/server/src/api/types.ts'
import { join, list, type Person as Program } from '../../server/member-network.ts'
import { expectNothing, type Person } from './members-stage.ts'
import { chooses, phone, type World } from './network-world.ts'

const keys = 'Hur många nyckelkort ville gästen ha?'
const night = 'Hände det på natten?'

/** For whoever wants to look: `LYKTA_LOOK=FOLDER` keeps what the pages look like. */
async function look({ page }: Person, name: string): Promise<void> {
  const folder = process.env['LYKTA_LOOK']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** Without what a line's end may do to it. */
const bare = (text: string): string => text.replaceAll(/[\s\u00ad-]+/g, '')
const textOf = async (pdf: Uint8Array): Promise<readonly string[]> => (await extractText(await getDocumentProxy(Uint8Array.from(pdf)))).text.map(bare)

export function ownQuestions(world: World): void {
  let david: Program
  let ref = ''

  test('is added by the keyboard, with its list, and not with what identifies somebody', async () => {
    const anna = await world.sitDown(world.network.anna)
    const { page } = anna
    await page.goto(`${world.stage.address}/network?part=settings`)
    const part = page.getByRole('region', { name: own.title })
    await part.getByText(own.seenBy).waitFor()
    await part.getByText(own.noTable).waitFor()
    await part.getByRole('button', { name: own.add }).press('Enter')
    await part.getByLabel(own.swedish).fill('Ringde gästen från 0701-23 45 67?')
    await part.getByRole('button', { name: own.save }).press('Enter')
    expect([await part.getByText(own.sensitive).count(), await part.getByText(own.missing).count()]).toEqual([1, 1])
    await expectNothing(anna.inspect(), 'a slip')
    await part.getByLabel(own.swedish).fill(keys)
    await part.getByLabel(own.english).fill('How many key cards did the guest want?')
    await chooses(anna, own.kinds.one)
    for (const [number, sv, en] of [['1', 'Ett eller två', 'One or two'], ['2', 'Tre eller fler', 'Three or more']] as const) {
      await part.getByLabel(own.choiceSv(number)).fill(sv)
      await part.getByLabel(own.choiceEn(number)).fill(en)
    }
    await part.getByLabel(own.step).selectOption('where')
    await look(anna, 'own-questions-form-1280-light-sv')
    await expectNothing(anna.inspect(), 'a question as it is written')
    await part.getByRole('button', { name: own.save }).press('Enter')
    await part.getByText(own.saved).waitFor()
    await part.getByRole('button', { name: own.add }).press('Enter')
    await part.getByLabel(own.swedish).fill(night)
    await part.getByLabel(own.english).fill('Did it happen at night?')
    await part.getByLabel(own.step).selectOption('when')
    await part.getByRole('button', { name: own.save }).press('Enter')
    await part.getByText(night).waitFor()
    await look(anna, 'own-questions-list-1280-light-sv')
    await expectNothing(anna.inspect(), 'questions')
    expect((await world.network.anna.get<SettingsAnswer>('/api/settings')).ownQuestions).toMatchObject([
      { id: 'own_hur_manga_nyckelkort_ville_gasten_ha', kind: 'one', step: 'where', choices: [{ id: 'ett-eller-tva' }, { id: 'tre-eller-fler' }], validTo: null },
      { id: 'own_hande_det_pa_natten', kind: 'yes-no', step: 'when', choices: [] },
    ])
    expect(anna.faults).toEqual([])
    await anna.close()
    const small = await world.sitDown(world.network.anna, { width: 390, theme: 'dark', language: 'en' })
    await small.page.goto(`${world.stage.address}/network?part=settings`)
    const english = small.page.getByRole('region', { name: wordsEn.title })
    await english.getByRole('button', { name: wordsEn.changeOf('How many key cards did the guest want?') }).tap()
    await english.getByText(wordsEn.keptChoices).waitFor()
    expect(await english.getByRole('button', { name: wordsEn.removeChoice('1') }).count()).toBe(0)
    await look(small, 'own-questions-390-dark-en')
    await expectNothing(small.inspect(), 'questions on a phone')
    await small.close()
  })

  test('is asked on the phone, reviewed, sent, and read in the case', async () => {
    const { network } = world
    david = await join(network, 'reporter', network.hotel, 'Doris')
    await list(network, david, 'reporter', network.hotel)
    const his = await world.sitDown(david, phone)
    const { page } = his
    await page.goto(`${world.stage.address}/day/`)
    await page.getByRole('button', { name: 'Börja' }).tap()
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await page.getByRole('group', { name: night }).getByLabel('Ja', { exact: true }).check()
    await look(his, 'own-question-when-390-dark-sv')
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await page.getByRole('group', { name: keys }).getByLabel('Tre eller fler').check()
    await expectNothing(his.inspect(), 'an own question')
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    for (let step = 0; step < 5; step += 1) {
      if (await page.getByRole('button', { name: 'Granska' }).count()) break
      await page.getByRole('button', { name: 'Fortsätt' }).tap()
    }
    await page.getByRole('button', { name: 'Granska' }).tap()
    await page.locator('dt', { hasText: keys }).locator('xpath=following-sibling::dd').getByText('Tre eller fler').waitFor()
    await page.getByRole('button', { name: 'Skicka' }).tap()
    await page.getByRole('heading', { level: 1, name: 'Tack, rapporten har kommit fram' }).waitFor()
    ref = await page.locator('.reference').innerText()
    expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${ref}`)).answers.own).toEqual({
      own_hande_det_pa_natten: 'yes', own_hur_manga_nyckelkort_ville_gasten_ha: 'tre-eller-fler',
    })
    await page.goto(`${world.stage.address}/own`)
    await page.getByRole('article').filter({ hasText: ref }).getByText(`${keys} Tre eller fler`).waitFor()
    await expectNothing(his.inspect(), 'own answers among the own incidents')
    expect(his.faults).toEqual([])
    await his.close()
    const anna = await world.sitDown(network.anna, { width: 390, theme: 'light', language: 'sv' })
    await anna.page.goto(`${world.stage.address}/incidents/${ref}`)
    await anna.page.getByRole('heading', { name: answers.title }).waitFor()
    await anna.page.locator('dt', { hasText: keys }).locator('xpath=following-sibling::dd').getByText('Tre eller fler').waitFor()
    await look(anna, 'own-answers-390-light-sv')
    await expectNothing(anna.inspect(), 'answers in a case')
    await anna.close()
  })

  test('stands on paper with everything else that is asked, in both languages, on no more than five pages', async () => {
    for (const language of ['sv', 'en'] as const) {
      const anna = await world.sitDown(world.network.anna, { width: language === 'sv' ? 1280 : 390, theme: language === 'sv' ? 'light' : 'dark', language })
      const { page } = anna
      await page.goto(`${world.stage.address}/paper-form`)
      await page.locator('.paper-form').waitFor()
      await look(anna, `paper-form-${language}`)
      await expectNothing(anna.inspect(), 'the form on paper')
      const pages = await textOf(await page.pdf({ format: 'A4', ...(process.env['LYKTA_LOOK'] ? { path: `${process.env['LYKTA_LOOK']}/paper-form-${language}.pdf` } : {}) }))
      expect(pages.length).toBeLessThanOrEqual(5)
      for (const [at, text] of pages.entries()) expect(text.length, `page ${at + 1}`).toBeGreaterThan(150)
      const printed = pages.join('')
      const version = formVersions.at(-1)!
      const said = formWords(version, language)
      const labels = questionsOf(version).filter(({ id }) => id !== 'channel' && id !== 'support').map(({ id }) => said.questions[id]!.label)
      const codes = questionsOf(version).filter(({ id }) => id !== 'channel').flatMap((question) => (question.kind === 'choice' ? question.codes.map((code) => said.codes[question.id]![code]!) : []))
      const signs = shippedIndicators.map((sign) => sign[language])
      const own = language === 'sv' ? [keys, night, 'Ett eller två', 'Tre eller fler'] : ['How many key cards did the guest want?', 'Did it happen at night?', 'One or two', 'Three or more']
      const first = ['112', '020-123 45 67', 'Provstad']
      expect([...labels, ...codes, ...signs, ...own, ...first].filter((text) => !printed.includes(bare(text)))).toEqual([])
      // What is pressed, and the app around it, is not printed.
      expect(printed).not.toContain(bare(language === 'sv' ? 'Skriv ut' : 'How we count'))
      expect(anna.faults).toEqual([])
      await anna.close()
    }
    // It is found where somebody else's account is entered.
    const anna = await world.sitDown(world.network.anna, phone)
    await anna.page.goto(`${world.stage.address}/day/`)
    await anna.page.getByRole('link', { name: /^Blankett att skriva ut/ }).tap()
    await anna.page.locator('.paper-form').waitFor()
    await anna.close()
  })

  test('is asked when somebody else’s account is entered; ended, it is asked no more, and its answers stay and can be corrected', async () => {
    const { network } = world
    const anna = await world.sitDown(network.anna)
    const { page } = anna
    await page.goto(`${world.stage.address}/day/`)
    await page.locator('#f-whose').getByRole('radio').nth(1).check()
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByRole('group', { name: keys }).waitFor()
    await page.getByRole('group', { name: 'Hur kom uppgiften till dig?' }).waitFor()
    await look(anna, 'own-question-desk-1280-light-sv')
    await page.goto(`${world.stage.address}/network?part=settings`)
    const part = page.getByRole('region', { name: own.title })
    await part.getByRole('button', { name: own.endOf(keys) }).click()
    await page.getByRole('dialog').getByRole('button', { name: own.end }).click()
    await part.getByText(/^Avslutad /).waitFor()
    // It is asked today, its last day; of tomorrow the server's own tests speak.
    const his = await world.sitDown(david)
    await his.page.goto(`${world.stage.address}/day/#change.${ref}`)
    await his.page.getByRole('button', { name: 'Börja' }).click()
    expect(await his.page.getByRole('group', { name: keys }).getByLabel('Tre eller fler').isChecked()).toBe(true)
    expect(await his.page.getByRole('group', { name: night }).getByLabel('Ja', { exact: true }).isChecked()).toBe(true)
    await his.page.getByRole('group', { name: night }).getByLabel('Vet inte').check()
    await his.page.getByRole('button', { name: 'Granska' }).click()
    await his.page.getByRole('button', { name: 'Skicka' }).click()
    await his.page.locator('.reference').waitFor()
    expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${ref}`)).answers.own).toEqual({
      own_hande_det_pa_natten: 'unknown', own_hur_manga_nyckelkort_ville_gasten_ha: 'tre-eller-fler',
    })
    expect([...anna.faults, ...his.faults]).toEqual([])
    await Promise.all([anna.close(), his.close()])
  })
}
