// Questions, answers and outcomes of incidents: which fit, and what they make of an incident's state.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { appendMessage, inNetwork, type Message, type ReadTransaction, readMessages, write } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import type { AnswerCode, MessageEntry, NewMessage, OutcomeCode, OwnIncident, QuestionCode } from '../api/member-types.ts'
import type { Desk } from './desk.ts'
import { findOwnIncident, type OwnIncidentRow } from './find-own-incident.ts'

export const messageCodes = {
  question: ['when', 'where', 'how-many', 'signs', 'police', 'support', 'call-us'] satisfies QuestionCode[],
  answer: ['added', 'not-known', 'will-call'] satisfies AnswerCode[],
  outcome: ['handled', 'passed-on', 'not-followed'] satisfies OutcomeCode[],
} as const

export const entryOf = ({ id, kind, code, at, to }: Message): MessageEntry => ({ id, kind, code: code as MessageEntry['code'], at, to })

/** Oldest first; undefined when there is no such incident, or none of the caller's. */
export async function readIncidentMessages(desk: Desk, caller: CallerOf, ref: string): Promise<readonly MessageEntry[] | undefined> {
  return inNetwork(desk.register, desk.context, async (transaction) => (await findOwn(transaction, caller, ref))?.messages.map(entryOf))
}

export type Written = { readonly author: string; readonly organisation: Id; readonly stored: boolean }

/** Questions and outcomes are the coordinator's. Undefined when there is no such incident, or not for the caller to say that of. */
export async function writeMessage(desk: Desk, caller: CallerOf, ref: string, sent: NewMessage): Promise<Written | undefined> {
  if (sent.kind !== 'answer' && caller.role !== 'coordinator') return undefined
  const found = await inNetwork(desk.register, desk.context, (transaction) => findOwn(transaction, caller, ref))
  if (!found) return undefined
  const there = found.messages.find(({ id }) => id === sent.id)
  const written = { author: found.author, organisation: found.organisation }
  // Sent again after a broken connection, it is there once.
  if (there) return isSame(there, sent) ? { ...written, stored: false } : refuse('incident.id-taken')
  if (sent.kind === 'answer' && !isOpen(found.messages, sent.to)) return refuse('message.no-question')
  await write(desk.register, desk.context, { action: `message.${acts[sent.kind]}:${sent.code}`, object: `incident:${found.id}` }, async (transaction) =>
    appendMessage(transaction, { ...sent, incident: found.id, at: new Date().toISOString() }))
  return { ...written, stored: true }
}

async function findOwn(transaction: ReadTransaction, caller: CallerOf, ref: string): Promise<(OwnIncidentRow & { readonly messages: readonly Message[] }) | undefined> {
  const own = await findOwnIncident(transaction, caller, ref)
  return own && { ...own, messages: await readMessages(transaction, [own.id]) }
}

const acts = { question: 'ask', answer: 'answer', outcome: 'close' } as const

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

function isSame(there: Message, { kind, code, to }: NewMessage): boolean {
  return there.kind === kind && there.code === code && there.to === to
}

function isOpen(messages: readonly Message[], question: Id | null): boolean {
  return messages.some(({ id, kind }) => id === question && kind === 'question') && !messages.some(({ to }) => to === question)
}

/** Of the messages of one incident, oldest first. */
export function stateOf(messages: readonly Pick<MessageEntry, 'id' | 'kind' | 'to'>[]): OwnIncident['state'] {
  const answered = new Set(messages.map(({ to }) => to))
  const closed = messages.findLastIndex(({ kind }) => kind === 'outcome')
  const asked = messages.findLastIndex(({ id, kind }) => kind === 'question' && !answered.has(id))
  if (asked > closed) return 'question'
  if (closed >= 0) return 'handled'
  return messages.some(({ kind }) => kind === 'answer') ? 'answered' : 'received'
}
