// A case with everything that has happened in it: its events, the revisions of its incidents, and what was asked and answered.
import { type CivilDate, type Id, voidable } from '@lykta/incident'
import { inNetwork, readHistory, readMessages, readReadableNotes, type ReadTransaction } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { CaseAnswer, TimelineEntry } from '../../api/case-types.ts'
import type { Desk } from '../desk.ts'
import { findReaders } from '../find-readers.ts'
import { entryOf, stateOf } from '../incident-messages.ts'
import { readChain } from '../network-settings.ts'
import { findCase } from './find-case.ts'
import { type ReadCase, readWholeCases } from './read-cases.ts'
import { readReach } from './read-reach.ts'

/** Undefined when there is none, or none for the caller. */
export async function readCase(desk: Desk, caller: CallerOf, ref: string): Promise<CaseAnswer | undefined> {
  const [core, coordinators] = caller.state === 'local' ? [[], []] : [await findReaders(desk), await findReaders(desk, ['coordinator'])]
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const id = await findCase(transaction, ref)
    const today: CivilDate = desk.today()
    const [found] = id === undefined ? [] : await readWholeCases(transaction, today, [id])
    if (!found) return undefined
    const messages = await readMessages(transaction, found.state.incidents)
    return {
      ...found.summary,
      steps: await readChain(transaction),
      today,
      timeline: await readTimeline(transaction, caller, found, messages),
      manages: caller.role === 'coordinator',
      reach: await readReach(transaction, caller, { incidents: found.state.incidents, core, coordinators }),
      feedback: found.state.incidents.map((incident) => ({ incident, state: stateOf(messages.filter((one) => one.incident === incident)) })),
    }
  })
}

async function readTimeline(transaction: ReadTransaction, caller: CallerOf, { stored, state, incidents }: ReadCase, messages: Awaited<ReturnType<typeof readMessages>>): Promise<readonly TimelineEntry[]> {
  const refs = new Map<Id, string>(incidents.map(({ id, ref }) => [id, ref]))
  const readable = await readReadableNotes(transaction, stored.id)
  const standing = new Set(state.notes.map(({ id }) => id))
  const events = stored.events.map(({ id, at, author, act }): TimelineEntry => ({
    what: 'event', id, at, author: authorFor(caller, author), act, voided: state.voided.has(id),
    note: act.kind === 'note' ? { readable: readable.has(id), replaced: !standing.has(id) } : null,
    mayVoid: voidable.includes(act.kind) && !state.voided.has(id) && (caller.role === 'coordinator' || author === caller.id),
  }))
  const revisions: TimelineEntry[] = []
  for (const { id, ref } of incidents) {
    for (const { revision, createdAt, author, withdrawn, answers } of await readHistory(transaction, id)) {
      const on = revision === 1 && answers.reportedOn < createdAt.slice(0, 10) ? answers.reportedOn : null
      revisions.push({ what: 'revision', at: on === null ? createdAt : `${on}T00:00:00.000000Z`, author: authorFor(caller, author), incident: id, ref, number: revision, withdrawn, on })
    }
  }
  const said = messages.map((message): TimelineEntry => ({
    what: 'message', at: message.at, author: authorFor(caller, message.author), incident: message.incident, ref: refs.get(message.incident) ?? '', message: entryOf(message),
  }))
  // Of the same moment, an event stays before what it brought about.
  return [...events, ...revisions, ...said].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** As with revisions: the person is told to the coordinator. */
export function authorFor({ id, role }: CallerOf, author: string): string | null {
  return role === 'coordinator' || author === id || author === 'import' || author === 'operator' ? author : null
}
