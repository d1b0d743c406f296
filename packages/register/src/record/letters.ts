// Letters that wait to be sent: at most one a member, kept over a restart, and no part of the record. Nothing of what is new stands in them.
import { randomUUID } from 'node:crypto'
import type { Id } from '@lykta/incident'
import type { Register } from '../register.ts'
import { aside, type AsideTransaction, inNetwork } from '../transaction.ts'

export type LetterToSend = {
  readonly member: Id
  /** Of this attempt; another one once somebody has asked for a letter meanwhile. */
  readonly letter: Id
  /** This attempt included. */
  readonly tries: number
}

type Standing = { readonly letter: Id; readonly wanted: boolean; readonly tries: number; readonly dueAt: Date }

/** The program itself, in that network. */
const contextOf = (network: Id) => ({ network, member: 'operator' }) as const

/** Asks for one: now, or when she has been left in peace since the last. Whoever has one waiting gets no second. */
export async function wantLetter(register: Register, network: Id, member: Id): Promise<void> {
  await inTurn(register, network, async (transaction) => {
    const standing = await takeStanding(transaction, member)
    const dueAt = standing === undefined ? new Date() : standing.wanted ? standing.dueAt : later(standing.dueAt, new Date())
    await put(transaction, member, { letter: randomUUID(), wanted: true, tries: standing?.wanted ? standing.tries : 0, dueAt })
  })
}

/**
 * One that is due, for whoever sends it now. It is due again after `patience(tries)` milliseconds, unless it is settled: a program that
 * dies on the way to the post has lost nothing.
 */
export async function takeLetter(register: Register, network: Id, patience: (tries: number) => number): Promise<LetterToSend | undefined> {
  return inTurn(register, network, async (transaction) => {
    const [due] = await transaction.run('select member_id as member from lykta.letter where network_id = $1 and wanted and due_at <= $2 order by due_at, member_id limit 1', [network, new Date()])
    const member = due && String(due['member'])
    const standing = member === undefined ? undefined : await takeStanding(transaction, member)
    if (member === undefined || !standing) return undefined
    const taken = { member, letter: randomUUID(), tries: standing.tries + 1 }
    const isDue = standing.wanted && standing.dueAt <= new Date()
    await put(transaction, member, isDue ? { ...taken, wanted: true, dueAt: new Date(Date.now() + patience(taken.tries)) } : standing)
    return isDue ? taken : undefined
  })
}

/** It was sent, or is given up: she is left in peace for so long (milliseconds), and then hears of what was asked for meanwhile. */
export async function settleLetter(register: Register, network: Id, { member, letter }: LetterToSend, quiet: number): Promise<void> {
  await inTurn(register, network, async (transaction) => {
    const standing = await takeStanding(transaction, member)
    const again = standing !== undefined && standing.wanted && standing.letter !== letter
    await put(transaction, member, { letter: randomUUID(), wanted: again, tries: 0, dueAt: new Date(Date.now() + quiet) })
  })
}

/** When the next one is due; undefined when none waits. */
export async function nextLetterAt(register: Register, network: Id): Promise<Date | undefined> {
  const [row] = await inNetwork(register, contextOf(network), ({ run }) => run('select extract(epoch from min(due_at)) as at from lykta.letter where network_id = $1 and wanted', [network]))
  return row?.['at'] === null || row === undefined ? undefined : new Date(Number(row['at']) * 1000)
}

/** One after the other in a network: a letter that is asked for while another is on its way to her is not taken for that one. */
function inTurn<T>(register: Register, network: Id, work: (transaction: AsideTransaction) => Promise<T>): Promise<T> {
  return aside(register, contextOf(network), async (transaction) => {
    await transaction.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`lykta.letter ${network}`])
    return work(transaction)
  })
}

/** Whoever has taken it decides what stands in its place. */
async function takeStanding({ run, network }: AsideTransaction, member: Id): Promise<Standing | undefined> {
  const [row] = await run('delete from lykta.letter where network_id = $1 and member_id = $2 returning letter_id as letter, wanted, tries, extract(epoch from due_at) as at', [network, member])
  return row && { letter: String(row['letter']), wanted: row['wanted'] === true, tries: Number(row['tries']), dueAt: new Date(Number(row['at']) * 1000) }
}

async function put({ run, network }: AsideTransaction, member: Id, { letter, wanted, tries, dueAt }: Standing): Promise<void> {
  await run('insert into lykta.letter (network_id, member_id, letter_id, wanted, tries, due_at) values ($1, $2, $3, $4, $5, $6)', [network, member, letter, wanted, tries, dueAt])
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}
