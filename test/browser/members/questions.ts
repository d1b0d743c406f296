// After an incident: the coordinator opens the sealed text, asks in codes, the reporter answers, and hears that it mattered.
import { expect, test } from 'vitest'
import { add, join, list, type Person as Program, report } from '../../server/member-network.ts'
import { expectNothing } from './members-stage.ts'
import { chooses, phone, unlocks, words, type World } from './network-world.ts'

const { own, incidents } = words

export function questions(world: World): void {
  let david: Program

  test('a question, its answer and the neutral word', async () => {
    const { network } = world
    david = await join(network, 'reporter', network.hotel, 'David')
    await list(network, david, 'reporter', network.hotel)
    const ref = await report(network, david, { placeType: 'hotel', exploitation: 'sexual' }, 'Gästen fick inte tala själv.')
    await report(network, david, { placeType: 'street' }, 'Skickad två gånger.')

    const anna = await world.sitDown(network.anna)
    await anna.page.goto(`${world.stage.address}/incidents/${ref}`)
    await anna.page.getByRole('button', { name: incidents.open }).click()
    await unlocks(anna)
    const reason = anna.page.getByRole('region', { name: incidents.title, exact: true })
    expect(await reason.locator('.reason-text').innerText()).toBe('Gästen fick inte tala själv.')
    await reason.getByText(incidents.signedBy('David (Hotell Fyren)')).waitFor()
    await reason.getByText(incidents.sound).waitFor()
    await expectNothing(anna.inspect(), 'opened text')
    await anna.page.getByRole('button', { name: incidents.ask, exact: true }).click()
    await chooses(anna, own.question['how-many'])
    await expectNothing(anna.inspect(), 'asking')
    await anna.page.getByRole('button', { name: incidents.send }).click()
    await anna.page.getByText(incidents.asked).waitFor()

    const his = await world.sitDown(david, phone)
    await his.page.goto(`${world.stage.address}/own`)
    await his.page.getByRole('heading', { name: own.waiting }).waitFor()
    await his.page.getByText(own.question['how-many']).waitFor()
    await expectNothing(his.inspect(), 'own')
    // What he adds goes into the incident, by the form.
    expect(await his.page.getByRole('link', { name: own.change }).first().getAttribute('href')).toBe(`/day/#change.${ref}`)
    await his.page.getByRole('button', { name: own.answerButton['not-known'] }).tap()
    await his.page.getByText(own.stateText.answered).waitFor()
    await his.page.getByRole('status').getByText(own.said.answer).waitFor()

    await anna.page.reload()
    await anna.page.getByText(own.answer['not-known']).waitFor()
    await anna.page.getByRole('button', { name: incidents.outcome, exact: true }).click()
    await chooses(anna, own.outcome['passed-on'])
    await anna.page.getByRole('button', { name: incidents.sendOutcome }).click()
    await anna.page.getByText(incidents.told).waitFor()
    await his.page.reload()
    await his.page.getByText(own.outcome['passed-on']).waitFor()

    // The one that was sent twice is withdrawn; last month there was nothing.
    const card = his.page.getByRole('article').filter({ hasText: 'Gata' })
    await card.getByRole('button', { name: own.withdraw }).tap()
    await chooses(his, own.withdrawReasons.duplicate)
    await expectNothing(his.inspect(), 'withdrawing')
    await his.page.getByRole('dialog').getByRole('button', { name: own.withdraw }).tap()
    await card.getByText(own.stateText.withdrawn).waitFor()
    await his.page.getByRole('status').getByText(/ är tillbakadragen\.$/).waitFor()
    const quiet = his.page.getByRole('region', { name: own.quietTitle })
    await quiet.getByRole('button').first().tap()
    await quiet.getByRole('button', { name: /^Ångra/ }).tap()
    await quiet.getByRole('button', { name: /^Inget att rapportera/ }).waitFor()
    expect([...anna.faults, ...his.faults]).toEqual([])
    await Promise.all([anna.close(), his.close()])
  })

  test('a reporter whose words nobody has heard is offered no change that the server would refuse, and told when there will be', async () => {
    const signe = await join(world.network, 'reporter', world.network.hotel, 'Signe')
    const hers = await world.sitDown(signe, phone)
    await hers.page.goto(`${world.stage.address}/own`)
    await hers.page.getByText(own.unheard).waitFor()
    await hers.page.getByRole('article').first().waitFor()
    expect([await hers.page.getByRole('link', { name: own.change }).count(), await hers.page.getByRole('button', { name: own.withdraw }).count()]).toEqual([0, 0])
    await expectNothing(hers.inspect(), 'unheard')
    expect(hers.faults).toEqual([])
    await hers.close()
  })

  test('the coordinator mends what others have sent, and a double press does no more than one', async () => {
    const { network } = world
    const ref = await report(network, david, { placeType: 'street' }, 'Ett prov.')
    const anna = await world.sitDown(network.anna)
    const { page } = anna
    await page.goto(`${world.stage.address}/incidents/${ref}`)
    expect(await page.getByRole('link', { name: own.change }).getAttribute('href')).toBe(`/day/#change.${ref}`)
    // The second click comes beside the dialog that the first one opened.
    await page.getByRole('button', { name: own.withdraw }).dblclick()
    await chooses(anna, own.withdrawReasons.mistaken)
    await page.getByRole('dialog').getByRole('button', { name: own.withdraw }).click()
    await page.getByText('Incidenten är tillbakadragen.').waitFor()
    expect(await page.getByRole('link', { name: own.change }).count()).toBe(0)
    await expectNothing(anna.inspect(), 'withdrawn')
    await page.getByRole('button', { name: incidents.open }).dblclick()
    await unlocks(anna)
    await page.getByText('Ett prov.').waitFor()
    expect(anna.faults).toEqual([])
    await anna.close()
  })

  test('an addition leaves the first text readable: both are offered, newest first, and opened one at a time by the keyboard', async () => {
    const { network } = world
    const ref = await report(network, david, { placeType: 'hotel' }, 'Det första.')
    if ((await add(network, david, ref, { area: 'Hamnen' }, 'Tillagt senare.')).status !== 201) throw new Error('addition')
    const anna = await world.sitDown(network.anna)
    const { page } = anna
    await page.goto(`${world.stage.address}/incidents/${ref}`)
    const texts = page.locator('.reason-texts > li')
    await page.getByText(incidents.many('2')).waitFor()
    await texts.filter({ hasText: incidents.writer(incidents.who.reporter) }).nth(1).waitFor()
    expect(await texts.locator('.reason-which').allInnerTexts()).toEqual([expect.stringMatching(/^Version 2[^]*Skriven av en rapportör$/), expect.stringMatching(/^Version 1[^]*Skriven av en rapportör$/)])
    await expectNothing(anna.inspect(), 'two texts')
    const reason = page.getByRole('region', { name: incidents.title, exact: true })

    await page.getByRole('button', { name: incidents.openOf('2') }).press('Enter')
    await unlocks(anna)
    await reason.getByText('Tillagt senare.').waitFor()
    await reason.getByText(incidents.sound).waitFor()
    await expect.poll(() => reason.evaluate((section) => section === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: incidents.openOf('1') }).press('Enter')
    await reason.getByText('Det första.').waitFor()
    await reason.getByText(incidents.soundEarlier('1')).waitFor()
    await reason.getByText(incidents.signedBy('David (Hotell Fyren)')).waitFor()
    expect([await reason.count(), await page.getByRole('alert').count()]).toEqual([1, 0])
    await expectNothing(anna.inspect(), 'an earlier text')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await reason.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('button', { name: incidents.openOf('1') }).evaluate((button) => button === document.activeElement)).toBe(true)

    // The server gives another text than the one that was asked for.
    await page.route(`**/api/incidents/${ref}/text?revision=1`, async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().replace('=1', '=2') }) }))
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText(incidents.wrong).waitFor()
    expect(anna.faults).toEqual([])
    await anna.close()
  })

  test('answers that a server has changed are told beside the text, and locked keys take it off the screen', async () => {
    const { network } = world
    const ref = await report(network, david, { placeType: 'hotel', policeContacted: 'no' }, 'Som den skrevs.')
    const anna = await world.sitDown(network.anna)
    const { page } = anna
    await page.route(`**/api/incidents/${ref}`, async (route) => {
      const answer = await (await route.fetch()).json()
      await route.fulfill({ json: { ...answer, answers: { ...answer.answers, policeContacted: 'yes' } } })
    })
    await page.goto(`${world.stage.address}/incidents/${ref}`)
    await page.getByRole('button', { name: incidents.open }).click()
    await unlocks(anna)
    await page.getByRole('alert').getByText(incidents.wrong).waitFor()
    await page.getByText('Svaren är inte de som texten skrevs till. Någon har ändrat dem efteråt.').waitFor()
    await expectNothing(anna.inspect(), 'findings')
    await page.getByRole('button', { name: 'Lås', exact: true }).click()
    await page.getByText('Som den skrevs.').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: incidents.open }).waitFor()
    await anna.close()
  })
}
