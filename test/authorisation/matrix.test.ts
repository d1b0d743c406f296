// Every route × every kind of caller × own and other organisation and network × state, against an oracle written apart from the code.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routeTable } from '../../apps/server/src/access/route-table.ts'
import { oracle, type Seen, type Whose } from './oracle.ts'
import { type MakeRequest, requests, variants } from './requests.ts'
import { type Actor, makeWorld, markers, type MeetingTarget, type Target, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

type Told = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }

async function ask(route: string, actor: Actor, ref = '', make: MakeRequest = requests[route]!): Promise<Told> {
  const { path, body } = await make(world, ref)
  const method = route.slice(0, route.indexOf(' '))
  const heard = await told(method === 'ALL' ? 'GET' : method, path, body, actor.cookie)
  for (const marker of hiddenFrom(actor)) expect(heard.body, `${route} for ${actor.name}`).not.toContain(marker)
  return heard
}

/** The words in coded answers that she may meet nowhere, whatever she asks for. */
function hiddenFrom({ kind, organisation }: Actor): readonly string[] {
  if (kind === 'coordinator' || kind === 'core member') return [markers.elsewhere]
  if (kind === 'reporter') return [markers.elsewhere, markers.core, organisation === 'A' ? markers.B : markers.A]
  return Object.values(markers)
}

async function told(method: string, path: string, body: unknown, cookie: string): Promise<Told> {
  const answer = await world.app.ask(path, {
    method,
    headers: { ...(cookie === '' ? {} : { cookie }), ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  // Once a minute the end of a session is moved, whatever is asked for, and a cookie that is worth nothing is taken away.
  const { 'set-cookie': _, ...headers } = Object.fromEntries(answer.headers)
  return { status: answer.status, headers, body: await answer.text() }
}

/** What the same caller hears of an address that nobody has. */
const nothing = (actor: Actor): Promise<Told> => {
  const known = nothings.get(actor) ?? told('GET', '/api/what-is-not-there', undefined, actor.cookie)
  nothings.set(actor, known)
  return known
}
const nothings = new Map<Actor, Promise<Told>>()

async function expectNothing(route: string, actor: Actor, heard: Told, about = ''): Promise<void> {
  expect(heard, `${route}${about} for ${actor.name} should look like what is not there`).toEqual(await nothing(actor))
}

function expectAnswer(route: string, actor: Actor, heard: Told, about = ''): void {
  expect(heard.body, `${route}${about} for ${actor.name} should be answered, and got ${heard.status}`).not.toContain('"server.not-found"')
  expect(heard.status, `${route}${about} for ${actor.name}`).toBeLessThan(500 + Number(route.startsWith('GET /editions')) * 4)
}

function covers(whose: Whose | undefined, { id, organisation }: Actor, target: Target): boolean {
  if (whose === undefined || !target.here) return false
  if (whose === 'any') return true
  if (whose === 'what it sent') return target.author === id
  return target.organisation === organisation || (whose === 'her organisation’s or entered by her' && target.author === id)
}

function sees(seen: Seen | undefined, { organisation }: Actor, { circle, here }: MeetingTarget): boolean {
  if (seen === undefined || !here || (seen.endsWith('of A') && organisation !== 'A')) return false
  return circle === 'network' || seen.startsWith('both circles')
}

test('table, oracle and requests know every route of the server, and no other', () => {
  // What stands before every route is none itself.
  const routes = world.app.routes.filter(({ method, path }) => !(method === 'ALL' && path === '/*')).map(({ method, path }) => `${method} ${path}`)
  for (const known of [Object.keys(routeTable), Object.keys(oracle), Object.keys(requests)]) expect(new Set(known)).toEqual(new Set(routes))
})

const changing = Object.keys(oracle).filter((route) => !route.startsWith('GET ') && !route.startsWith('ALL '))

describe('every answer', () => {
  test('allows nothing from elsewhere, is not framed and not kept, whoever asks', async () => {
    const [somebody, nobody] = [world.actors[0]!, world.actors.find(({ name }) => name === 'nobody')!]
    for (const route of Object.keys(oracle).filter((one) => !endings.includes(one))) {
      for (const actor of [somebody, nobody]) {
        const { headers } = await ask(route, actor, world.incidents[0]!.ref)
        const policy = headers['content-security-policy']
        // The guide is a page by itself, without a script.
        expect(policy, route).toMatch(route === 'GET /guide/:language/*' ? /^default-src 'none'; style-src 'sha256-[^']+'; font-src data:; / : /^default-src 'none'; script-src 'self'; /)
        expect(policy, route).toContain("frame-ancestors 'none'")
        expect(policy, route).not.toMatch(/unsafe|https?:|\*/)
        expect(headers, route).toMatchObject({
          'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
          'x-frame-options': 'DENY', 'cache-control': route.includes('assets') && !route.includes('day') ? expect.stringContaining('immutable') : 'no-store',
        })
      }
    }
  })

  test('what another site sends, or a form, changes nothing, whoever is signed in', async () => {
    const { cookie } = world.actors[0]!
    for (const route of changing) {
      const [method, { path, body }] = [route.slice(0, route.indexOf(' ')), await requests[route]!(world, world.incidents[0]!.ref)]
      const send = async (headers: Record<string, string>): Promise<number> => (await world.app.ask(path, { method, body: JSON.stringify(body), headers: { cookie, ...headers } })).status
      const json = { 'content-type': 'application/json' }
      for (const origin of ['https://elsewhere.example', 'http://127.0.0.1:9999', 'https://127.0.0.1:8417', 'null']) expect(await send({ ...json, origin }), `${route} from ${origin}`).toBe(403)
      for (const site of ['cross-site', 'same-site']) expect(await send({ ...json, 'sec-fetch-site': site }), `${route} ${site}`).toBe(403)
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) expect(await send({ 'content-type': type }), `${route} as ${type}`).toBe(415)
    }
  })
})

// What ends sessions, or leaves nothing to end, comes last.
const endings = ['POST /api/auth/sign-out', 'DELETE /api/sample']

describe('each route', () => {
  test.each([...Object.keys(oracle).filter((route) => !endings.includes(route)), 'POST /api/auth/sign-out'])('%s', async (route) => {
    const rule = oracle[route]!
    if (rule === 'the same page for everybody' || rule === 'what is not there') {
      const first = await ask(route, world.actors.find(({ name }) => name === 'nobody')!)
      for (const actor of world.actors) expect(await ask(route, actor), actor.name).toEqual(rule === 'what is not there' ? await nothing(actor) : first)
      return
    }
    await Promise.all(world.actors.map(async (actor) => {
      if (rule === 'nobody, once the network has a member') await expectNothing(route, actor, await ask(route, actor))
      else if ('answers' in rule) {
        const heard = await ask(route, actor)
        if (rule.answers.includes(actor.kind)) expectAnswer(route, actor, heard)
        else await expectNothing(route, actor, heard)
      } else if ('meetings' in rule) {
        for (const target of world.meetings) {
          const heard = await ask(route, actor, target.id)
          if (sees(rule.meetings[actor.kind], actor, target)) expectAnswer(route, actor, heard, ` (${target.name})`)
          else await expectNothing(route, actor, heard, ` (${target.name})`)
        }
      } else {
        for (const target of world.incidents) {
          const about = ` (${target.name})`
          for (const make of [requests[route]!, ...(variants[route] ?? [])]) {
            const heard = await ask(route, actor, target.ref, make)
            if (covers(rule.incidents[actor.kind], actor, target)) expectAnswer(route, actor, heard, about)
            else await expectNothing(route, actor, heard, about)
          }
        }
      }
    }))
  })
})

test('the sample is thrown away by a coordinator alone, once, and nothing else with it', async () => {
  // Signed out above, all but the devices are strangers; whoever looks at the sample may throw it away, and does not here.
  for (const actor of world.actors.filter(({ kind }) => kind !== 'looking at the sample')) await expectNothing('DELETE /api/sample', actor, await ask('DELETE /api/sample', actor))
  const incidents = world.incidents.filter(({ author }) => author !== '').length
  expect(await world.countRows()).toEqual({ samples: 1, incidents })
  const cookie = await world.signInAgain()
  expect((await told('DELETE', '/api/sample', {}, cookie)).status).toBe(200)
  expect(await world.countRows()).toEqual({ samples: 0, incidents })
  expect((await told('DELETE', '/api/sample', {}, cookie)).status).toBe(404)
})

test('nothing that anybody asked for was a defect', () => {
  expect(world.app.log.filter((line) => line !== 'identity provider: unreachable')).toEqual([])
})
