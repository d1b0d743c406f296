// So many clients, each sending its next incident as soon as the last is acknowledged. A process of its own.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { canonicalText, findFormVersion, parseFormAnswers } from '@lykta/incident'
import { codedHash, sealText } from '@lykta/seal'
import type { FormAnswer, NewIncidentRequest } from '../../apps/server/src/api/types.ts'
import { round } from './measure.ts'

export type Received = {
  readonly received: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly refused: number
  /** With those of warming up. */
  readonly all: number
}

const warmingMs = 1_000
const [address = '', clients = '1', seconds = '1'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(clients) })

const form = (await (await fetch(`${address}/api/form`)).json()) as FormAnswer
const next = await makeRequests(form)
const begun = performance.now()
const until = begun + warmingMs + Number(seconds) * 1_000
const times: number[] = []
let [all, refused, ended] = [0, 0, begun]

await Promise.all(Array.from({ length: Number(clients) }, async () => {
  while (performance.now() < until) {
    const body = next()
    const sent = performance.now()
    const status = await post(body)
    const now = performance.now()
    all += 1
    if (status !== 201) refused += 1
    else if (sent >= begun + warmingMs) times.push(now - sent)
    ended = Math.max(ended, now)
  }
}))
agent.destroy()

times.sort((a, b) => a - b)
const quantile = (share: number): number => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN, 2)
const found: Received = {
  received: times.length,
  perSecond: round(times.length / ((ended - begun - warmingMs) / 1000)),
  p50Ms: quantile(0.5),
  p95Ms: quantile(0.95),
  p99Ms: quantile(0.99),
  refused,
  all,
}
process.stdout.write(JSON.stringify(found))

/**
 * Bodies as the form sends them. The text is sealed once: sealing is the senders' work, on as many machines as there are
 * senders, and what the server does with a text does not depend on what it holds.
 */
async function makeRequests({ formVersion, today, network, author, epoch, ...read }: FormAnswer): Promise<() => string> {
  const answers = {
    reportedBy: read.organisations[0]!.id, reportedOn: today, occurred: { on: today.slice(0, 7), about: true }, placeType: 'hotel',
    exploitation: 'sexual', indicators: ['sexual.many-phones'], policeContacted: 'yes',
    persons: [{ count: { count: 2, atLeast: true }, sex: 'woman', ageGroup: 'unknown' }],
  } as const
  const parsed = parseFormAnswers(answers, { ...read, today, network, form: findFormVersion(formVersion)! })
  if ('problems' in parsed || !epoch) throw new Error('the made-up answers are refused')
  const hash = codedHash(canonicalText(parsed.incident))
  const createdAt = new Date().toISOString()
  const context = { network: network.id, incident: randomUUID(), revision: 1, previous: null, epoch: epoch.epoch, author, formVersion, codedHash: hash, createdAt }
  const files = await sealText({ text: 'Invented: two women, many short visits at night, and a man who waits in a car.', context, recipient: epoch.recipient })
  const [body, key] = [files.body, files.key].map((bytes) => Buffer.from(bytes).toString('base64url')) as [string, string]
  return () => {
    const sent: NewIncidentRequest = {
      id: randomUUID(), formVersion, answers, createdAt,
      sealed: { sealedId: randomUUID(), epoch: epoch.epoch, body, key, codedHash: hash },
    }
    return JSON.stringify(sent)
  }
}

function post(body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}/api/incidents`, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
