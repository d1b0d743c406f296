// Examples of what raised suspicion: proposed by the coordinator in other words, approved by another, withdrawn when it should go.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { appendExample, decideExample, inNetwork, readExamples, readMembers, type StoredExample, write } from '@lykta/register'
import type { ExampleEntry, ExamplesAnswer, NewExample } from '../api/prose-types.ts'
import type { Desk } from './desk.ts'

/** So many may wait or be printed at a time: a report has room for a few. */
export const mostExamples = 50

export async function readNetworkExamples(desk: Desk): Promise<ExamplesAnswer> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const [examples, members] = [await readExamples(transaction), await readMembers(transaction)]
    const others = members.some(({ id, role, active }) => active && id !== desk.context.member && (role === 'coordinator' || role === 'core-member'))
    return { examples: examples.map((example) => entryOf(example, desk.context.member)), others }
  })
}

/** The object says nothing of where it came from, and neither does its id, which is the browser's own random one. */
export async function proposeExample(desk: Desk, example: NewExample): Promise<void> {
  await write(desk.register, desk.context, { action: 'example.propose', object: `example:${example.id}` }, async (transaction) => {
    const standing = (await readExamples(transaction)).filter(({ withdrawn }) => !withdrawn)
    if (standing.length >= mostExamples) throw new ProblemError([problem('example.too-many', { most: mostExamples })])
    await appendExample(transaction, example)
  })
}

/** False for one that is not there. Refuses one's own, and one that is withdrawn; a decision that stands is said again without harm. */
export async function settleExample(desk: Desk, id: Id, kind: 'approved' | 'withdrawn'): Promise<boolean> {
  const found = (await inNetwork(desk.register, desk.context, (transaction) => readExamples(transaction))).find((one) => one.id === id)
  if (!found) return false
  if (kind === 'approved' && found.author === desk.context.member) throw new ProblemError([problem('example.own')])
  if (kind === 'approved' && found.withdrawn) throw new ProblemError([problem('example.withdrawn')])
  if (kind === 'approved' ? found.approvedBy !== null : found.withdrawn) return true
  await write(desk.register, desk.context, { action: kind === 'approved' ? 'example.approve' : 'example.withdraw', object: `example:${id}` }, (transaction) => decideExample(transaction, id, kind))
  return true
}

function entryOf({ id, sv, en, author, approvedBy, withdrawn }: StoredExample, member: string): ExampleEntry {
  return { id, sv, en, state: withdrawn ? 'withdrawn' : approvedBy === null ? 'waiting' : 'approved', mine: author === member }
}
