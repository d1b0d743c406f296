// A case from its incident to the word to the reporter: in a real browser, at a desk and on a phone, in both languages.
import { expect, test } from 'vitest'
import { findViolations } from './support/find-violations.ts'
import { useStage } from './support/stage.ts'
import { askBeforeLeaving } from './support/ask-before-leaving.ts'

const stage = useStage()
const isFocused = (element: Element): boolean => element === document.activeElement

test('incident → case → police → support → closed → feedback, by what stands on the page', async () => {
  const { page, faults } = await stage.open({ path: '/incidents' })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  const { incidents } = (await (await fetch(`${stage.address}/api/incidents/search`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"year":2018}' })).json()) as { readonly incidents: readonly { readonly ref: string }[] }
  const incident = incidents[0]!.ref
  await page.goto(`${stage.address}/incidents/${incident}`)
  await button('Öppna ett ärende').click()
  await page.getByRole('heading', { level: 1, name: /^Ärende [0-9A-Z]{8}$/ }).waitFor()
  const ref = (await page.locator('h1').innerText()).replace('Ärende ', '')
  expect(new URL(page.url()).pathname).toBe(`/cases/${ref}`)
  expect(await page.title()).toBe('Ärende – Lykta')

  const write = async (step: string, organisation: string): Promise<void> => {
    await button('Skriv upp ett steg').click()
    await page.getByLabel('Steg', { exact: true }).selectOption({ label: step })
    await page.getByLabel('Organisation', { exact: true }).selectOption({ label: organisation })
    await button('Spara').click()
    await page.locator('.chain-step', { hasText: step }).getByText(organisation).waitFor()
  }
  await button('Bestäm nästa steg').click()
  await expect.poll(() => page.getByLabel('Steg', { exact: true }).evaluate(isFocused)).toBe(true)
  await page.getByLabel('Steg', { exact: true }).selectOption({ label: 'Stödorganisation' })
  await page.getByLabel('Ansvarig organisation').selectOption({ label: 'Kvinnojouren Exemplet' })
  await page.getByLabel('Senast', { exact: true }).fill('2020-01-15')
  await button('Spara').click()
  await region('Nästa steg').getByText('Skulle ha gjorts 15 januari 2020').waitFor()
  await expect.poll(() => button('Bestäm nästa steg').evaluate(isFocused)).toBe(true)
  await write('Polisen kontaktad', 'Polisen i Exempelstad')
  await write('Stödorganisation', 'Kvinnojouren Exemplet')
  // What was planned has been done.
  await region('Nästa steg').getByText('Inget nästa steg').waitFor()
  await write('Direktkontakt', 'Kvinnojouren Exemplet')
  expect(await page.locator('[aria-current=step]').innerText()).toContain('här står ärendet')

  // Weeks later: a police report, which the incident's own number learns of.
  expect(await region('Polisanmälningar').innerText()).toContain('De räknas aldrig ihop.')
  const number = () => region('Polisanmälningar').getByText(/^Anmälningar enligt incidenten/).innerText()
  const before = await number()
  await button('Lägg till en polisanmälan').click()
  await page.getByLabel('Vad anmälan gäller').selectOption({ label: 'Koppleri' })
  await button('Spara').click()
  await region('Polisanmälningar').locator('strong', { hasText: 'Koppleri' }).waitFor()
  await expect.poll(number).not.toBe(before)
  await page.getByRole('button', { name: 'Polisanmälan: koppleri: var fel' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Var fel' }).click()
  await expect.poll(number).toBe(before)

  // A note is sealed here; on this machine there is nobody who could open it.
  const sent: string[] = []
  page.on('request', (request) => void (request.url().endsWith('/events') && sent.push(request.postData() ?? '')))
  await button('Skriv en anteckning').click()
  await page.getByLabel('Anteckning', { exact: true }).fill('Hon vill ha en tolk.')
  await askBeforeLeaving(page)
  await button('Spara').click()
  await region('Vad som har hänt').getByText('Anteckningar öppnas av medlemmar med egna nycklar.', { exact: false }).waitFor()
  expect([sent.length, sent.some((body) => body.includes('tolk'))]).toEqual([1, false])

  await button('Avsluta ärendet').click()
  await page.locator('.one-of-option', { hasText: 'Stöd är på plats' }).click()
  await button('Avsluta').click()
  await page.getByText(/^Avslutat .*: stöd är på plats$/).waitFor()
  await page.getByRole('button', { name: `Skicka besked: ${incident}` }).click()
  await page.getByRole('combobox', { name: `Besked om ${incident}` }).selectOption({ label: 'Behandlad. Tack, fortsätt att rapportera.' })
  await button('Skicka besked').click()
  await region('Besked till rapportören').getByText('Besked skickat', { exact: true }).waitFor()
  expect(await page.locator('.timeline > li').first().innerText()).toContain('Behandlad. Tack, fortsätt att rapportera.')
  expect(await findViolations(page)).toEqual([])

  // From the incident back to its case, and from the list of closed ones.
  await page.goto(`${stage.address}/incidents/${incident}`)
  await page.getByRole('link', { name: ref }).click()
  await page.getByRole('heading', { level: 1, name: `Ärende ${ref}` }).waitFor()
  await page.getByRole('link', { name: 'Alla ärenden' }).click()
  await page.getByRole('link', { name: 'Avslutade' }).click()
  await page.locator('.case-link', { hasText: ref }).waitFor()
  expect(faults).toEqual([])
})

test('the sample\'s year: overdue first, by the keyboard, in English on a phone; the chain in figures; the settings of the chain', async () => {
  const { page, faults } = await stage.open({ path: '/cases', width: 390, language: 'en', theme: 'dark' })
  const rows = page.locator('.cases > li')
  await rows.first().waitFor()
  expect(await rows.first().innerText()).toContain('Was due')
  await page.locator('.case-link').first().focus()
  await page.keyboard.press('j')
  expect(await page.evaluate(() => document.activeElement === document.querySelectorAll('.case-link')[1])).toBe(true)
  await page.locator('.funnel tbody tr').first().waitFor()
  const cells = async (step: string) => page.locator('.funnel tr', { hasText: step }).locator('td.num').allInnerTexts()
  expect(Number((await cells('Known'))[0])).toBeGreaterThan(15)
  expect((await cells('Mobile team'))[1]).toMatch(/^\d+(\.\d)?$/)
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Case / }).waitFor()
  await page.locator('.timeline > li').first().waitFor()
  expect(await findViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  // On paper there are no buttons.
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.case .button:visible').count()).toBe(0)
  expect(await page.locator('.case-closing:visible, .sample a:visible, .foot button:visible').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })

  await page.goto(`${stage.address}/network?part=settings`)
  const chain = page.getByRole('region', { name: 'The response chain' })
  await chain.getByRole('button', { name: 'End the step Mobile team' }).click()
  await chain.getByRole('button', { name: 'Add a step on the way' }).click()
  await chain.getByRole('group', { name: 'Step 7' }).getByLabel('In Swedish').fill('Vården')
  await chain.getByRole('group', { name: 'Step 7' }).getByLabel('In English').fill('Health care')
  await chain.getByRole('button', { name: 'Save the chain' }).click()
  await chain.getByText('The chain is saved.').waitFor()
  await page.goto(`${stage.address}/cases`)
  await page.locator('.case-link').first().click()
  await page.locator('.chain-step', { hasText: 'Health care' }).waitFor()
  // Where it was reached, the ended step stays.
  await page.locator('.chain-reached', { hasText: 'Mobile team' }).waitFor()
  expect(faults).toEqual([])
})

test('a case that there is not says so, and nothing of it stands in the address', async () => {
  const { page } = await stage.open({ path: '/cases/K7W2M9QG', width: 390 })
  await page.getByText('Ärendet finns inte, eller är inte till för dig.').waitFor()
})

test('what has fallen due: decided on, held by two, weeded with what goes and what stays told before, and logged', async () => {
  const { page, faults } = await stage.open({ path: '/cases' })
  const button = (name: string | RegExp, exact = true) => page.getByRole('button', { name, exact })
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  await page.getByRole('link', { name: 'Gallring och gallringsstopp' }).click()
  await page.getByRole('heading', { level: 1, name: 'Gallring' }).waitFor()
  await region('Att gallra nu').getByText('Skriv in nätverkets beslut under Hur länge.', { exact: false }).waitFor()
  expect(await button('Gallra …').count()).toBe(0)
  await region('Att gallra nu').getByText(/^Visa vad/).click()
  const [due] = (await region('Att gallra nu').locator('.due-list code').allInnerTexts())
  const all = Number(await region('Att gallra nu').locator('li', { hasText: 'Anledningar till misstanke' }).locator('b').first().innerText())

  await button('Skriv in beslut: Anledningar till misstanke').click()
  await button('Spara beslutet').click()
  await page.getByText('Fyll i det här.').first().waitFor()
  await expect.poll(() => page.getByLabel('Var det står').evaluate(isFocused)).toBe(true)
  await page.getByLabel('Var det står').fill('Styrgruppen 2026-05-12 § 7')
  await page.getByLabel('Beslutets dag').fill('2026-05-12')
  await button('Spara beslutet').click()
  await region('Hur länge').getByText('Beslutat 12 maj 2026, parternas överenskommelse: Styrgruppen 2026-05-12 § 7.', { exact: false }).waitFor()
  // Asked once, with what goes; left, the decision stands.
  await button('Ta tillbaka beslutet: Anledningar till misstanke').click()
  await page.getByRole('dialog').getByText('Styrgruppen 2026-05-12 § 7', { exact: false }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Behåll', exact: true }).click()

  await button('Begär ett gallringsstopp').click()
  await page.getByLabel('Referens').fill(due!)
  await page.getByLabel('Sista dag').fill('2090-01-01')
  await button('Begär stopp').click()
  await page.getByText('Bekräfta att två personer har beslutat.').waitFor()
  await page.getByText('Två personer har beslutat om det.').click()
  await button('Begär stopp').click()
  await region('Gallringsstopp').locator('code', { hasText: due! }).waitFor()
  await region('Att gallra nu').getByText('Stoppat: 1').waitFor()
  expect(await findViolations(page)).toEqual([])

  await page.getByText('Anledningar till misstanke', { exact: true }).first().click()
  await button('Gallra …').click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.innerText()).toContain(`Anledningar till misstanke: ${all - 1}. Texterna och deras nycklar tas bort.`)
  expect(await dialog.innerText()).toContain('allt som tabellerna räknar')
  expect(await findViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Gallra', exact: true }).click()
  await region('Gallringslogg').getByText(`Anledningar till misstanke: ${all - 1}`, { exact: false }).waitFor()
  await region('Att gallra nu').getByText('Gallringen är klar.').waitFor()
  const left = (await (await fetch(`${stage.address}/api/retention`)).json()) as { readonly due: readonly { readonly class: string; readonly name: string }[] }
  expect(left.due.filter((one) => one.class === 'narrative').map(({ name }) => name)).toEqual([due])

  await button(new RegExp(`^Häv … Incident ${due!}$`), false).click()
  await dialog.getByText('Två personer har beslutat om det.').click()
  await dialog.getByRole('button', { name: 'Häva stopp' }).click()
  await region('Gallringsstopp').getByText('Har gått ut').waitFor()
  expect(faults).toEqual([])

  const phone = await stage.open({ path: '/retention', language: 'en', width: 390, theme: 'dark' })
  await phone.page.getByRole('region', { name: 'Log of weeding' }).getByText('Reasons for suspicion', { exact: false }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect([await findViolations(phone.page), phone.faults]).toEqual([[], []])
})
