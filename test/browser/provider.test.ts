// Signing in at the town's identity provider, in a real browser: it stands on another site, and nothing of what it gives stays in an address.
import { createServer } from 'node:net'
import { writeFile } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sv as join } from '../../apps/web/src/pages/join/messages/sv.ts'
import { type Home, makeHome } from '../journey/lykta.ts'
import { type IdentityProvider, startIdentityProvider } from '../server/identity-provider.ts'
import { foundTestNetwork, invite, type TestNetwork } from '../server/member-network.ts'
import { expectNothing, type Look, type Person, person } from './members/members-stage.ts'
import { askServer } from './support/ask-server.ts'
import { launch } from './support/launch.ts'
import { makeWindows, type Windows } from './support/windows.ts'

const name = 'Kommunens inloggning'
let home: Home
let browser: Browser
let windows: Windows
let provider: IdentityProvider
let network: TestNetwork
let address: string
let hers: Person

async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { readonly port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
/** Requests to the provider are what this is about; all others stay faults. */
const faultsOf = ({ faults }: Person): readonly string[] => faults.filter((fault) => fault !== `request to ${provider.issuer}`)
const sit = (look: Look): Promise<Person> => person(windows, address, look, {})

beforeAll(async () => {
  const port = await findPort()
  address = `http://localhost:${port}`
  home = await makeHome()
  provider = await startIdentityProvider({
    accounts: [{ id: 'bea', email: 'bea@kommunen.example' }, { id: 'cilla', email: 'cilla@kommunen.example' }], redirectUri: `${address}/sign-in/back`, afterwards: `${address}/sign-in`,
  })
  const file = joinPath(home.folder, 'oidc-secret')
  await writeFile(file, provider.clientSecret, { mode: 0o600 })
  const [, launched] = await Promise.all([
    home.serve('start', '--port', String(port), '--oidc-issuer', provider.issuer, '--oidc-client-id', provider.clientId, '--oidc-secret', file, '--oidc-name', name, '--oidc-acr', 'urn:example:two-factors'),
    launch(),
  ])
  browser = launched
  windows = makeWindows(browser, address)
  network = await foundTestNetwork({ ask: askServer(() => address) })
  hers = await sit({ width: 390, theme: 'dark', language: 'sv' })
})
afterAll(async () => {
  await browser.close()
  await home.remove()
  await provider.close()
})

test('while she joins she adds her account there, and it is hers', async () => {
  const { page } = hers
  const { id, token } = await invite(network, 'reader', null)
  await page.goto(`${address}/join#${id}.${token}.${network.genesis}`)
  await page.getByRole('button', { name: join.accept }).tap()
  await page.getByLabel(join.name, { exact: true }).fill('Bea Berg')
  await page.getByLabel(join.email, { exact: true }).fill('bea@example.org')
  await page.getByLabel(join.password, { exact: true }).fill('sju gröna lyktor')
  await page.getByRole('button', { name: join.makeLogin }).tap()
  await page.getByRole('heading', { level: 1, name: join.step['sign-in'] }).waitFor()
  await expectNothing(hers.inspect(), 'the step, with the provider')
  await page.getByRole('button', { name: 'Lägg till mitt konto' }).tap()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('link', { name: 'bea@kommunen.example, two factors' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Kontot är tillagt' }).waitFor()
  expect(page.url()).toBe(`${address}/sign-in/back`)
  await page.getByText('bea@kommunen.example loggar nu in dig här').waitFor()
  await expectNothing(hers.inspect(), 'linked')
  await page.getByRole('button', { name: 'Fortsätt' }).tap()
  // The invitation goes on where it was; the account alone is not enough, for the day when the provider does not answer.
  await page.getByRole('heading', { level: 1, name: join.step['sign-in'] }).waitFor()
  expect(await page.getByRole('button', { name: join.next }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Lägg till en inloggningsnyckel' }).tap()
  await page.getByText('Inloggningsnyckeln är tillagd.').waitFor()
  await page.getByRole('button', { name: join.next }).tap()
  await page.getByRole('heading', { level: 1, name: join.done('Provstad') }).waitFor()
  expect(faultsOf(hers)).toEqual([])
})

test('signed in there already, one press lets her in; code and state are in no address that stays, and in no other request’s', async () => {
  const { page } = hers
  await page.goto(`${address}/`)
  await page.getByRole('button', { name: /Ditt konto: Bea Berg/ }).tap()
  await page.getByRole('button', { name: 'Logga ut' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
  await expectNothing(hers.inspect(), 'sign-in with the provider')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: `Logga in med ${name}` }).tap()
  await page.getByRole('button', { name: /Ditt konto: Bea Berg/ }).waitFor()
  expect(page.url().startsWith(`${address}/`)).toBe(true)
  expect(asked.filter((url) => url.startsWith(address) && /code|state/.test(new URL(url).search))).toEqual([])
  await page.goBack().catch(() => undefined)
  await page.waitForLoadState()
  expect(page.url()).not.toMatch(/code=|state=/)
  expect(faultsOf(hers)).toEqual([])
})

test('with one factor there her own second one is asked for', async () => {
  const { page } = hers
  await page.goto(`${address}/`)
  await page.getByRole('button', { name: /Ditt konto: Bea Berg/ }).tap()
  await page.getByRole('button', { name: 'Logga ut' }).tap()
  await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
  await page.context().clearCookies({ domain: '127.0.0.1' })
  await page.getByRole('button', { name: `Logga in med ${name}` }).tap()
  await page.getByRole('link', { name: 'bea@kommunen.example', exact: true }).tap()
  await page.getByRole('heading', { level: 1, name: 'En sak till' }).waitFor()
  await expectNothing(hers.inspect(), 'half way')
  await page.getByRole('button', { name: 'Logga in med inloggningsnyckel' }).tap()
  await page.getByRole('button', { name: /Ditt konto: Bea Berg/ }).waitFor()
  await page.goto(`${address}/account`)
  await page.getByText(/Ditt konto där loggar in dig här sedan/).waitFor()
  await expectNothing(hers.inspect(), 'account')
  await page.getByRole('button', { name: 'Ta bort kontot' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).tap()
  await page.getByText('Kontot är borttaget.').waitFor()
  await page.getByRole('button', { name: 'Lägg till mitt konto' }).waitFor()
  expect(faultsOf(hers)).toEqual([])
})

test('an account that is nobody’s, a no, and an address that somebody kept are said in words', async () => {
  const stranger = await sit({ width: 1280, theme: 'light', language: 'en' })
  const { page } = stranger
  await page.goto(`${address}/sign-in`)
  await page.getByRole('button', { name: `Sign in with ${name}` }).click()
  await page.getByRole('link', { name: 'cilla@kommunen.example, two factors' }).click()
  await page.getByText('That account is no member’s here.').waitFor()
  expect(page.url()).toBe(`${address}/sign-in/back`)
  await expectNothing(stranger.inspect(), 'nobody’s')
  // On a computer that others use she signs out there too.
  await page.getByRole('link', { name: 'To the sign-in' }).click()
  await expectNothing(stranger.inspect(), 'sign-in on a desk')
  await page.getByRole('button', { name: `Sign out of ${name}` }).click()
  await page.getByRole('button', { name: 'Ja' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await page.getByRole('button', { name: `Sign in with ${name}` }).click()
  await page.getByRole('link', { name: 'Avbryt' }).click()
  await page.getByText('Nobody was signed in: it was declined there.').waitFor()
  await page.goto(`${address}/sign-in/back?state=kept&code=kept`)
  await page.getByText('This sign-in took too long, was used already or was begun in another browser.').waitFor()
  expect(page.url()).toBe(`${address}/sign-in/back`)
  await page.goto(`${address}/sign-in`)
  await page.goto(`${address}/sign-in/back`)
  await page.getByText('There is nothing to do here.').waitFor()
  expect(faultsOf(stranger)).toEqual([])
})

test('what happened at the door is told beside the running server: codes, ids and numbers', async () => {
  const told = await home.lykta('events', '--json')
  expect([told.status, told.err]).toEqual([0, ''])
  const lines = told.out.trim().split('\n').map((line) => JSON.parse(line) as { readonly at: string; readonly code: string; readonly who: string; readonly about: string; readonly times: number })
  const bea = lines.find(({ code }) => code === 'provider.linked')!.who
  expect(bea).toMatch(/^[0-9a-f-]{36}$/)
  const hersAre = lines.filter(({ who }) => who === bea).map(({ code }) => code)
  expect(hersAre).toEqual(expect.arrayContaining(['invitation.used', 'provider.linked', 'passkey.added', 'sign-out', 'sign-in.done', 'provider.unlinked']))
  expect(lines.filter(({ code, who }) => code === 'sign-in.failed' && who === 'unknown').length).toBeGreaterThanOrEqual(3)
  expect(lines.every(({ at, times }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && times >= 1)).toBe(true)
  expect(told.out).not.toMatch(/example|Bea|127\.0\.0\.1|kept/)
  const plain = await home.lykta('events', '--days', '1')
  expect([plain.status, plain.out.trim().split('\n').length]).toEqual([0, lines.length])
  expect(plain.out).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d {2}provider\\.linked {2}${bea} {2}×1 {2}POST /api/auth/provider/finish$`, 'm'))
  expect((await home.lykta('events', '--days', '0')).status).not.toBe(0)
})
