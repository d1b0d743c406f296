// Opening an incident to another organisation in the browser: declined, accepted, read, seen to be read; reading many with a second person; and handing one out.
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPdf } from '../publication/support/pdf.ts'
import type { BreachesAnswer, ExtractsAnswer } from '../../apps/server/src/api/authority-types.ts'
import { overtakenSv } from '../../apps/web/src/components/overtaken-words.ts'
import { sv as authority } from '../../apps/web/src/pages/authority/messages/authority-sv.ts'
import { sv as breach } from '../../apps/web/src/pages/authority/messages/breach-sv.ts'
import { sv as extract } from '../../apps/web/src/pages/authority/messages/extract-sv.ts'
import { sv as incidentWords } from '../../apps/web/src/pages/incidents/messages/sv.ts'
import { en } from '../../apps/web/src/pages/sharing/messages/en.ts'
import { glassSv as glassWords } from '../../apps/web/src/pages/sharing/glass-words.ts'
import { sv } from '../../apps/web/src/pages/sharing/messages/sv.ts'
import { glassReasons } from '@lykta/incident'
import { proposeEntry } from '@lykta/seal'
import { deskOf } from '@lykta/server'
import type { SessionsAnswer } from '../../apps/server/src/api/sharing-types.ts'
import { changeMembership } from '../../apps/server/src/work/change-membership.ts'
import { sv as handOver } from '../../apps/web/src/pages/network/hand-over/messages/sv.ts'
import { en as handOverEn } from '../../apps/web/src/pages/network/hand-over/messages/en.ts'
import { wereDaysAgo } from '../server/days-ago.ts'
import { membershipFor } from '../server/member-network.ts'
import { expectNothing, type Look, type Person } from './members/members-stage.ts'
import { askBeforeLeaving } from './support/ask-before-leaving.ts'
import { askedSv } from '../../apps/web/src/shell/asked-note-words.ts'
import { passphrase, useSharingStage } from './sharing/sharing-stage.ts'

const stage = useSharingStage(21)
const desk: Look = { width: 1280, theme: 'light', language: 'sv' }
const phone: Look = { width: 390, theme: 'dark', language: 'sv' }
const phoneEnglish: Look = { width: 390, theme: 'light', language: 'en' }
const deskEnglish: Look = { width: 1280, theme: 'dark', language: 'en' }

const unlock = async ({ page }: Person): Promise<void> => {
  await page.getByRole('dialog').getByLabel('Lösenfras', { exact: false }).first().fill(passphrase)
  await page.keyboard.press('Enter')
}
const text = 'samma bil utanför'
const isFocused = (element: Element): boolean => element === document.activeElement
const said = ({ page }: Person, what: string): Promise<void> => page.getByRole('status').filter({ hasText: what }).first().waitFor()

test('opened by the hotel, declined once and accepted once by the town, read there, and the hotel’s reporter sees who read', async () => {
  const [first, second, third] = stage.refs as readonly [string, string, string]
  const hedda = await stage.sitDown('hedda', desk)
  await hedda.page.goto(`${stage.address}/incidents/${first}`)
  await hedda.page.getByText(sv.none).waitFor()
  await hedda.page.getByRole('button', { name: sv.open }).press('Enter')
  // Focus goes along: into the form, to what is wrong, and back to the button when the form is closed.
  await expect.poll(() => hedda.page.getByRole('radio', { name: sv.ways.opened }).evaluate(isFocused)).toBe(true)
  await hedda.page.getByRole('button', { name: sv.cancel, exact: true }).press('Enter')
  await expect.poll(() => hedda.page.getByRole('button', { name: sv.open }).evaluate(isFocused)).toBe(true)
  await hedda.page.keyboard.press('Enter')
  await hedda.page.getByRole('button', { name: sv.send, exact: true }).press('Enter')
  // Nothing is chosen yet: both fields say so.
  expect(await hedda.page.getByText(sv.missing).count()).toBe(2)
  await expect.poll(() => hedda.page.getByLabel(sv.to).evaluate(isFocused)).toBe(true)
  await hedda.page.getByLabel(sv.to).selectOption({ label: 'Provstads socialtjänst' })
  await hedda.page.getByLabel(sv.onGround).selectOption('child-concern')
  await hedda.page.getByText('Skyldighet för myndigheter').waitFor()
  await expectNothing(hedda.inspect(), 'opening')
  await hedda.page.getByRole('button', { name: sv.send, exact: true }).press('Enter')
  await said(hedda, sv.sent)
  await hedda.page.getByText(sv.state.waiting).waitFor()
  await stage.members.anna.send('POST', `/api/incidents/${second}/shares`, { id: randomUUID(), organisation: stage.network.town, way: 'opened', what: 'written', ground: 'consent' })

  const cilla = await stage.sitDown('cilla', phone)
  await cilla.page.goto(`${stage.address}/incidents/${first}`)
  await cilla.page.getByText(incidentWords.sealedFromYou).waitFor()
  await cilla.page.goto(`${stage.address}/shares`)
  await cilla.page.getByRole('heading', { name: sv.waiting }).waitFor()
  await expectNothing(cilla.inspect(), 'what waits for an answer')
  await cilla.page.getByRole('button', { name: sv.declineOf(second) }).press('Enter')
  await cilla.page.getByText(sv.state.declined, { exact: true }).waitFor()
  // It stands among the others now; what came of it is said where it was pressed, and the focus is there.
  await said(cilla, sv.saidDecline)
  await expect.poll(() => cilla.page.getByRole('heading', { name: sv.waiting }).evaluate(isFocused)).toBe(true)
  await cilla.page.getByRole('button', { name: sv.acceptOf(first) }).press('Enter')
  await cilla.page.getByText(sv.state.open, { exact: true }).waitFor()
  await said(cilla, sv.saidAccept)
  await cilla.page.getByText(sv.by('dig', '')).first().waitFor()
  await cilla.page.getByRole('link', { name: first }).press('Enter')
  await cilla.page.getByRole('button', { name: incidentWords.open }).press('Enter')
  await unlock(cilla)
  await cilla.page.getByText(text).waitFor()
  await cilla.page.goto(`${stage.address}/incidents/${second}`)
  await cilla.page.getByText(incidentWords.sealedFromYou).waitFor()

  const david = await stage.sitDown('david', phoneEnglish)
  await david.page.goto(`${stage.address}/own`)
  await david.page.getByRole('link', { name: 'Who has read the texts of our incidents' }).press('Enter')
  await david.page.getByRole('row').filter({ hasText: first }).filter({ hasText: 'Provstads socialtjänst' }).waitFor()
  expect(await david.page.getByRole('row').count()).toBe(2)
  await expectNothing(david.inspect(), 'who has read')

  // Either side ends it: asked once, in words.
  await hedda.page.goto(`${stage.address}/shares`)
  await hedda.page.getByRole('button', { name: sv.endOf(first, 'Provstads socialtjänst') }).press('Enter')
  await hedda.page.getByRole('dialog').getByText(sv.endText).waitFor()
  await hedda.page.getByRole('dialog').getByRole('button', { name: sv.end, exact: true }).press('Enter')
  await hedda.page.getByText(sv.state.ended, { exact: true }).waitFor()
  await expectNothing(hedda.inspect(), 'the log of disclosures')
  await cilla.page.goto(`${stage.address}/incidents/${first}`)
  await cilla.page.getByText(incidentWords.sealedFromYou).waitFor()
  // In an emergency at once, after it was asked in words what it means.
  await cilla.page.goto(`${stage.address}/incidents/${third}`)
  await cilla.page.getByRole('button', { name: sv.take }).press('Enter')
  await cilla.page.getByRole('dialog').getByText(glassWords.incidentText).waitFor()
  await expectNothing(cilla.inspect('[role=dialog]'), 'an emergency')
  await cilla.page.getByRole('dialog').getByRole('button', { name: glassWords.breakDo }).press('Enter')
  await cilla.page.getByRole('dialog').getByText(glassWords.missing).waitFor()
  await cilla.page.getByRole('dialog').getByText(glassReasons['danger-to-life'].sv).click()
  await cilla.page.getByRole('dialog').getByRole('button', { name: glassWords.breakDo }).press('Enter')
  await said(cilla, sv.taken)
  await cilla.page.getByRole('button', { name: incidentWords.open }).press('Enter')
  await unlock(cilla)
  await cilla.page.getByText(text).waitFor()
  await hedda.page.goto(`${stage.address}/shares`)
  await hedda.page.getByText(sv.way.taken).waitFor()
  // On every page of the core group's; ended, it is another's to review.
  await hedda.page.getByRole('complementary', { name: askedSv.glassTitle }).getByRole('link').press('Enter')
  await hedda.page.getByRole('heading', { name: glassWords.title }).waitFor()
  await hedda.page.getByRole('button', { name: new RegExp(`^${glassWords.end}`) }).press('Enter')
  await hedda.page.getByText(glassWords.state.over).waitFor()
  await expectNothing(hedda.inspect(), 'glass to be reviewed')
  await hedda.page.getByRole('button', { name: new RegExp(`^${glassWords.finding.justified}`) }).press('Enter')
  await said(hedda, glassWords.saidReview)
  for (const one of [hedda, cilla, david]) {
    expect(one.faults).toEqual([])
    await one.close()
  }
})

test('an authority hands out an incident in part: what is masked is neither on the page that is printed nor in its PDF; and a breach is noted with its clock', async () => {
  const [ref] = stage.refs
  const anna = await stage.sitDown('anna', desk)
  await anna.page.goto(`${stage.address}/authority`)
  await anna.page.getByLabel(authority.name).fill('Socialnämnden i Provstad')
  await anna.page.getByRole('button', { name: authority.turnOn }).press('Enter')
  await said(anna, authority.savedOn)
  await expectNothing(anna.inspect(), 'an authority’s page')
  await anna.page.goto(`${stage.address}/incidents/${ref}`)
  await anna.page.getByText(/^LYK \d{4}-0001$/).first().waitFor()
  await anna.page.getByRole('link', { name: extract.underWay }).press('Enter')

  const place = anna.page.getByRole('checkbox', { name: /Typ av plats/ })
  await place.press('Space')
  await anna.page.getByText(extract.masked('OSL 26 kap. 1 §')).waitFor()
  await askBeforeLeaving(anna.page)
  await anna.page.getByRole('button', { name: extract.textOpen }).press('Enter')
  await unlock(anna)
  const area = anna.page.getByLabel(extract.textLabel)
  await area.waitFor()
  const whole = await area.inputValue()
  await area.evaluate((element, [from, to]) => (element as HTMLTextAreaElement).setSelectionRange(from!, to!), [whole.indexOf(text), whole.indexOf(text) + text.length])
  await anna.page.getByRole('button', { name: extract.textMask }).press('Enter')
  await anna.page.getByRole('list', { name: extract.textMarked }).getByText(text).waitFor()
  await anna.page.getByLabel(extract.outcome, { exact: true }).selectOption('partly')
  await anna.page.getByRole('button', { name: extract.save }).press('Enter')
  // Nothing else is chosen yet: both fields say so.
  expect(await anna.page.getByText(extract.missing).count()).toBe(2)
  await anna.page.getByLabel(extract.decider).selectOption('officer')
  await anna.page.getByLabel(extract.recipient).selectOption('press')
  await expectNothing(anna.inspect(), 'the trial')
  await anna.page.getByRole('button', { name: extract.save }).press('Enter')
  await said(anna, extract.noted)
  // The rest of the text stands there, so it is not for want of it that the masked words do not.
  const page = await anna.page.content()
  const pdf = await wordsOf(await anna.page.pdf())
  for (const shown of ['någon annan betalade', extract.paper.mask('OSL 26 kap. 1 §'), extract.paper.appealTitle]) {
    expect(page).toContain(shown)
    expect(pdf).toContain(shown)
  }
  for (const masked of [text, 'Hotell<', 'bil utanför']) expect(page).not.toContain(masked)
  expect(pdf).not.toContain('bil utanför')
  expect(pdf).not.toMatch(/Hotell (?!Fyren)/)
  await expectNothing(anna.inspect(), 'the extract')
  const { extracts } = await stage.members.anna.get<ExtractsAnswer>(`/api/incidents/${ref}/extracts`)
  expect(extracts.map(({ outcome, fields, passages }) => [outcome, fields.map(({ field }) => field), passages.map(({ from, to }) => whole.slice(from, to))])).toEqual([['partly', ['placeType'], [text]]])
  await anna.close()

  const again = await stage.sitDown('anna', phone)
  await again.page.goto(`${stage.address}/breaches`)
  await again.page.getByText(breach.noneTitle).waitFor()
  await again.page.getByRole('link', { name: breach.new }).press('Enter')
  await again.page.getByRole('checkbox', { name: breach.kind.confidentiality }).press('Space')
  await again.page.getByRole('checkbox', { name: breach.person.reporters }).press('Space')
  await again.page.getByLabel(breach.part.happened).fill('Ett brev gick fel')
  await again.page.getByRole('button', { name: breach.save, exact: true }).press('Enter')
  await unlock(again)
  await said(again, breach.saved)
  await expectNothing(again.inspect(), 'a new breach')
  // Every page reminds of it, with the hour by which IMY is to know.
  await again.page.goto(`${stage.address}/breaches`)
  await again.page.getByText(/^71 timmar och \d+ minuter kvar/).first().waitFor()
  await again.page.getByRole('complementary', { name: 'Att göra' }).getByRole('link').press('Enter')
  await again.page.getByRole('button', { name: breach.openText }).press('Enter')
  await unlock(again)
  await expect.poll(() => again.page.getByLabel(breach.part.happened).inputValue()).toBe('Ett brev gick fel')
  expect(await wordsOf(await again.page.pdf())).toContain('Ett brev gick fel')
  // Somebody else notes that IMY was told while she goes on writing: that is met, also the second time, and not written over.
  const stands = async () => (await stage.members.anna.get<BreachesAnswer>('/api/breaches')).breaches[0]!
  const { id, revision, content } = await stands()
  const told = { ...content, notifiedAt: new Date().toISOString() }
  expect((await stage.members.anna.send('PUT', `/api/breaches/${id}`, { revision, content: told, sealed: 'kept', createdAt: new Date().toISOString() })).status).toBe(201)
  const cause = again.page.getByRole('checkbox', { name: breach.cause['sent-wrong'] })
  const save = (): Promise<void> => again.page.getByRole('button', { name: breach.save, exact: true }).press('Enter')
  await cause.press('Space')
  await save()
  await again.page.getByText(overtakenSv.text).waitFor()
  const refusals: number[] = []
  again.page.on('response', (response) => void (response.request().method() === 'PUT' && refusals.push(response.status())))
  await save()
  await expect.poll(() => refusals).toEqual([409])
  expect(await stands()).toMatchObject({ revision: revision + 1, content: { notifiedAt: told.notifiedAt, causes: [] } })
  // What she had written goes when she says so, and not before.
  await again.page.getByRole('button', { name: overtakenSv.again }).press('Enter')
  await again.page.getByRole('dialog').getByRole('button', { name: overtakenSv.back }).press('Enter')
  expect(await cause.isChecked()).toBe(true)
  await again.page.getByRole('button', { name: overtakenSv.again }).press('Enter')
  await again.page.getByRole('dialog').getByRole('button', { name: overtakenSv.again }).press('Enter')
  await expect.poll(() => cause.isChecked()).toBe(false)
  await cause.press('Space')
  await save()
  await said(again, breach.saved)
  // The keys lock over what is being written: off the screen, not saved without it, and back when the text is opened.
  const happened = again.page.getByLabel(breach.part.happened)
  const locks = (): Promise<void> => again.page.getByRole('banner').getByRole('button', { name: 'Lås', exact: true }).press('Enter')
  const reopens = async (): Promise<void> => {
    await again.page.getByRole('button', { name: breach.openText }).press('Enter')
    await again.page.getByRole('dialog').waitFor()
    await unlock(again)
  }
  // On a phone the way to lock is in a menu.
  await again.page.setViewportSize({ width: 1280, height: 900 })
  await locks()
  await again.page.getByText(breach.sealed).waitFor()
  await reopens()
  await happened.fill('Ett brev gick fel, och kom tillbaka')
  await locks()
  await again.page.getByText(breach.putAway).waitFor()
  expect(await happened.count()).toBe(0)
  await save()
  await said(again, breach.openFirst)
  await reopens()
  await expect.poll(() => happened.inputValue()).toBe('Ett brev gick fel, och kom tillbaka')
  await askBeforeLeaving(again.page)
  expect(await stands()).toMatchObject({ revision: revision + 2, content: { notifiedAt: told.notifiedAt, causes: ['sent-wrong'] } })
  for (const one of [anna, again]) expect(one.faults.filter((fault) => !fault.includes('status of 409'))).toEqual([])
  await again.close()
})

test('more than twenty wait for a second person, who is named, agrees, and what is searched is gone with the keys', async () => {
  const anna = await stage.sitDown('anna', desk)
  for (const ref of stage.refs.slice(0, 20)) expect((await stage.members.anna.send('GET', `/api/incidents/${ref}/text`)).status).toBe(200)
  await anna.page.goto(`${stage.address}/incidents/${stage.refs[20]}`)
  await anna.page.getByRole('button', { name: incidentWords.open }).press('Enter')
  await unlock(anna)
  await anna.page.getByText('fler lämnas inte ut utan en till person').waitFor()
  await anna.page.goto(`${stage.address}/sessions`)
  await anna.page.getByText(sv.noSecond).waitFor()
  await anna.page.getByText('Cilla (Provstads socialtjänst)', { exact: true }).click()
  // Naming asks for a sign-in of just now, however long the tests before took.
  await stage.app.desk.register.signIn.query(`update "session" set "createdAt" = now()`)
  await anna.page.getByRole('button', { name: sv.save }).press('Enter')
  await said(anna, sv.saved)
  await wereDaysAgo(stage.app.desk.register, stage.network.id)
  await anna.page.getByRole('radio', { name: 'Söka i förseglad text' }).check({ force: true })
  await anna.page.getByRole('button', { name: sv.ask }).press('Enter')
  await said(anna, sv.asked)
  await expectNothing(anna.inspect(), 'asking to read many')

  const cilla = await stage.sitDown('cilla', phoneEnglish)
  // It stands on every page until somebody has answered.
  await cilla.page.goto(`${stage.address}/reads`)
  await cilla.page.getByRole('link', { name: 'See who it is, and answer' }).press('Enter')
  await cilla.page.getByRole('button', { name: en.actOf(en.act.approve, en.purpose.search) }).waitFor()
  await expectNothing(cilla.inspect(), 'somebody else asks')
  await cilla.page.getByRole('button', { name: en.actOf(en.act.approve, en.purpose.search) }).press('Enter')
  await said(cilla, en.saidAct.approve)

  // The page looks again by itself.
  await anna.page.getByRole('button', { name: sv.actOf(sv.act.begin, sv.purpose.search) }).press('Enter')
  await anna.page.getByRole('button', { name: sv.fetch }).press('Enter')
  await unlock(anna)
  await anna.page.getByText(sv.fetched(`${sv.fetchedOf.reasons(21)}, ${sv.fetchedOf.notes(0)}, ${sv.fetchedOf.meetings(0)}`)).waitFor()
  await anna.page.getByLabel(sv.searchFor).fill('ANTECKNING 21 bil')
  await anna.page.getByText(sv.hits('1', true)).waitFor()
  expect(await anna.page.getByRole('listitem').locator('mark').allTextContents()).toEqual(['Anteckning', '21', 'bil'])
  await expectNothing(anna.inspect(), 'searching')
  expect(await anna.page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]))).not.toMatch(/anteckning|samma bil/i)
  await anna.page.getByRole('button', { name: 'Lås' }).first().press('Enter')
  await anna.page.getByRole('button', { name: sv.fetch }).waitFor()
  expect(await anna.page.content()).not.toContain(text)

  const david = await stage.sitDown('david', deskEnglish)
  await david.page.goto(`${stage.address}/reads`)
  await david.page.getByText(en.manyRead('21', en.purpose.search)).waitFor()
  await expectNothing(david.inspect(), 'many were read')
  for (const one of [anna, cilla, david]) {
    expect(one.faults.filter((fault) => !/status of 422/.test(fault))).toEqual([])
    await one.close()
  }
})

/** The words of a PDF, as they follow one another. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  return (await readPdf(bytes)).lines.join(' ')
}

/** Her role, as the page for members gives it, but for the sign-in of just now that it asks for. */
async function makeCoordinator(): Promise<void> {
  const { app, network, members: { anna, hedda } } = stage
  const subject = { member: hedda.id, role: 'coordinator' as const, organisation: network.hotel, recipient: hedda.recipient, verifyKey: hedda.verifyKey }
  const line = await proposeEntry(await membershipFor(network, anna), { change: { type: 'add', subject }, signer: anna.signer, createdAt: new Date().toISOString() })
  const desk = await deskOf(app.desk.register, { id: network.id, name: '', municipality: '', sample: false })
  await changeMembership({ ...desk, context: { network: network.id, member: anna.id, role: 'coordinator', organisation: network.town } }, {
    act: { action: 'member.change:coordinator', object: `member:${hedda.id}` }, lines: [line], grants: [], role: { member: hedda.id, role: 'coordinator', organisation: network.hotel },
  })
}

test('the coordinator’s role goes to the hotel: everything is exported with a second person, two sign, and the town’s coordinator is out', async () => {
  const anna = await stage.sitDown('anna', desk)
  const at = (part: string): string => `${stage.address}/network?part=${part}`
  await anna.page.goto(at('hand-over'))
  await anna.page.getByRole('button', { name: handOver.to }).click()
  await anna.page.getByRole('option', { name: 'Hotell Fyren' }).click()
  await anna.page.getByRole('radio', { name: handOver.former.removed }).check({ force: true })
  await expectNothing(anna.inspect(), 'beginning a hand-over')
  await anna.page.getByRole('button', { name: handOver.begin }).press('Enter')
  await said(anna, handOver.begun)
  await anna.page.getByText(handOver.stepPersonText('Hotell Fyren')).waitFor()
  await makeCoordinator()
  await anna.page.getByText(handOver.stepPersonDone('Hedda')).waitFor()

  // Left here, and gone on with elsewhere: what is done is kept.
  await anna.page.getByRole('link', { name: handOver.toExport }).press('Enter')
  await anna.page.getByRole('button', { name: handOver.exportAsk }).press('Enter')
  await anna.page.getByText(sv.sessionState.waiting).waitFor()
  await expectNothing(anna.inspect(), 'asking for an export')
  const [asked] = (await stage.members.cilla.get<SessionsAnswer>('/api/reading-sessions')).sessions.filter(({ purpose, state }) => purpose === 'export' && state === 'waiting')
  expect(await stage.members.cilla.send('POST', `/api/reading-sessions/${asked!.id}/steps`, { act: 'approve' })).toMatchObject({ status: 200 })
  await anna.page.getByRole('button', { name: sv.actOf(sv.act.begin, sv.purpose.export) }).press('Enter')
  await anna.page.getByRole('button', { name: handOver.exportMake }).press('Enter')
  const link = anna.page.getByRole('link', { name: handOver.exportPart.record })
  await link.waitFor()
  await expectNothing(anna.inspect(), 'an export to be fetched')
  const [download] = await Promise.all([anna.page.waitForEvent('download'), link.click()])
  expect([download.suggestedFilename(), statSync(await download.path()).size > 10_000]).toEqual([expect.stringMatching(/^lykta-\d{4}-\d\d-\d\d\.zip$/), true])

  await anna.page.goto(at('hand-over'))
  await anna.page.getByRole('button', { name: handOver.sign }).press('Enter')
  await unlock(anna)
  await said(anna, handOver.said)
  await expectNothing(anna.inspect(), 'signed, and not taken over')

  const hedda = await stage.sitDown('hedda', phoneEnglish)
  await hedda.page.goto(at('hand-over'))
  await hedda.page.getByText(handOverEn.read('Anna Andersson', 'Provstads socialtjänst', 'Hotell Fyren')).waitFor()
  await expectNothing(hedda.inspect(), 'taking over')
  await hedda.page.getByRole('button', { name: handOverEn.accept }).press('Enter')
  await hedda.page.getByRole('dialog').getByRole('button', { name: handOverEn.accept }).press('Enter')
  await hedda.page.getByRole('dialog').getByRole('textbox').first().fill(passphrase)
  await hedda.page.keyboard.press('Enter')
  await said(hedda, handOverEn.accepted)
  await hedda.page.getByRole('heading', { name: handOverEn.afterTitle }).waitFor()
  await hedda.page.getByText('Hotell Fyren, since').waitFor()
  await expectNothing(hedda.inspect(), 'handed over')

  expect((await stage.members.anna.session()).state).toBe('signed-out')
  await anna.page.reload()
  await anna.page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
  for (const one of [anna, hedda]) {
    expect(one.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([])
    await one.close()
  }
})
