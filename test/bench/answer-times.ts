// Whether the time of an answer tells what the answer does not: unknown beside forbidden, and an address that has a login beside one that has none.
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { appendInvitation, appendMember, inNetwork, listIncidents, makeReference, openRegister, REFERENCE_BYTES, write } from '@lykta/register'
import { makeEpoch } from '@lykta/seal'
import { deskOf } from '@lykta/server'
import { makeSignIn } from '../../apps/server/src/auth/sign-in.ts'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { hashOf } from '../../apps/server/src/work/invitations.ts'
import { makeLog } from '../server/town.ts'
import { fillRegister } from './fill-register.ts'
import { makeUpNetwork } from './made-up-network.ts'
import { round, say } from './measure.ts'

const seed = 64
const secret = 'the bench asks '.repeat(3)
const password = 'nio små grå katter'
const random = (): string => Buffer.from(randomBytes(32)).toString('base64url')

type Ask = () => Promise<unknown>

/** Milliseconds. `overlap`: how often one of the first takes longer than one of the second; 0.5 when nothing tells them apart. */
type Compared = { readonly times: number; readonly first: { readonly p50: number; readonly p90: number }; readonly second: { readonly p50: number; readonly p90: number }; readonly ratio: number; readonly overlap: number }

export async function measureAnswerTimes(folder: string): Promise<object> {
  say('times of answers')
  const register = await openRegister({ dataFolder: join(folder, 'answers'), create: true, programVersion: 'bench' })
  try {
    const made = makeUpNetwork(seed, 2_000)
    // An invented network would need no sign-in.
    const network = { ...made.network, sample: false }
    const { context } = await fillRegister(register, { ...made, network }, 2_000, () => {})
    const signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    const plenty = { points: 1_000_000_000, seconds: 60 }
    const app = makeApp({ desk: await deskOf(register, network), version: 'bench', log: say, webApp: '', secret, allowances: { account: { ...plenty, longestWait: 1 }, address: plenty, sender: plenty } })
    const { incidents } = await inNetwork(register, context, (transaction) => listIncidents(transaction, {}, { limit: 200 }))
    const organisation = incidents[0]!.answers.reportedBy
    const theirs = incidents.find(({ answers }) => answers.reportedBy !== organisation)!
    const invitation = randomUUID()
    const login = await signIn.makeLogin({ name: 'Anna Berg', email: 'anna@example.org', password, language: 'sv', near: [] })
    await write(register, context, { action: 'member.add', object: 'bench' }, async (transaction) => {
      const [member, createdAt] = [randomUUID(), new Date().toISOString()]
      await appendMember(transaction, { id: member, role: 'reporter', organisation, login, active: true, createdAt })
      // Until she is listed she is told of no incident, whosever it is.
      await makeLog(network.id, (await makeEpoch()).recipient, organisation)(transaction, member, 'reporter', organisation)
      await appendInvitation(transaction, { id: invitation, kind: 'member', role: 'reader', organisation: null, tokenHash: hashOf(random()), createdAt, expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
    })
    const cookie = (await signIn.startSession(login, new Headers()))[0]!.split(';')[0]!
    const headers = { host: '127.0.0.1', 'content-type': 'application/json' }
    const get = (path: () => string): Ask => async () => (await app.request(`http://127.0.0.1${path()}`, { headers: { ...headers, cookie } })).text()
    const post = (path: string, body: () => object): Ask => async () => (await app.request(`http://127.0.0.1${path}`, { method: 'POST', headers, body: JSON.stringify(body()) })).text()
    const unknown = (): string => makeReference(randomBytes(REFERENCE_BYTES))
    const signInAs = (email: () => string): Ask => post('/api/auth/sign-in/email', () => ({ email: email(), password: 'not the one it is' }))
    return {
      unknownAndForbiddenRoute: await compare(get(() => '/api/what-is-not-there'), get(() => '/api/members'), 400),
      unknownAndForbiddenIncident: await compare(get(() => `/api/incidents/${unknown()}`), get(() => `/api/incidents/${theirs.ref}`), 400),
      unknownAndForbiddenForm: await compare(get(() => `/api/incidents/${unknown()}/form`), get(() => `/api/incidents/${theirs.ref}/form`), 400),
      unknownInvitationAndWrongToken: await compare(
        post('/api/invitations/open', () => ({ id: randomUUID(), token: random() })), post('/api/invitations/open', () => ({ id: invitation, token: random() })), 400),
      signInUnknownAndKnown: await compare(signInAs(() => `${randomUUID()}@example.org`), signInAs(() => 'anna@example.org'), 60),
    }
  } finally {
    await register.close()
  }
}

/** One of each in turn, so that whatever else the machine does falls on both. */
async function compare(first: Ask, second: Ask, times: number): Promise<Compared> {
  const taken: [number[], number[]] = [[], []]
  const warming = Math.ceil(times / 10)
  for (let turn = -warming; turn < times; turn += 1) {
    const order = turn % 2 === 0 ? [0, 1] as const : [1, 0] as const
    for (const which of order) {
      const begun = performance.now()
      await (which === 0 ? first : second)()
      if (turn >= 0) taken[which].push(performance.now() - begun)
    }
  }
  const [one, other] = taken.map((ms) => ms.toSorted((a, b) => a - b)) as [number[], number[]]
  const at = (sorted: readonly number[], share: number): number => round(sorted[Math.floor(sorted.length * share)]!, 2)
  const longer = one.reduce((sum, ms) => sum + other.filter((than) => ms > than).length, 0)
  return {
    times, first: { p50: at(one, 0.5), p90: at(one, 0.9) }, second: { p50: at(other, 0.5), p90: at(other, 0.9) },
    ratio: round(at(other, 0.5) / at(one, 0.5), 2), overlap: round(longer / (one.length * other.length), 2),
  }
}
