// What the coordinator sees of it: the open suggestions, best first, what is linked, and what was said not to be the same.
import type { Id, PersonPair, PersonPlace, StoredIncident } from '@lykta/incident'
import { findIncident, getNetwork, inNetwork, type ReadTransaction, readRefusals, readSame, readIncidentsByIds, readSealedIncidents, type StoredSame } from '@lykta/register'
import type { EventSuggestion, IncidentSameAnswer, PersonSuggestion, SameAnswer, SameCluster, SamePerson } from '../../api/same-types.ts'
import type { IncidentSummary } from '../../api/types.ts'
import type { Desk } from '../desk.ts'
import { summaryOf } from '../incident-summary.ts'
import { lookForSame, openSuggestions } from './suggestions.ts'

/** More at once is nobody's evening; what is decided makes room for the next. */
const most = 60
/** A look that is done by then is answered with; else the page asks again. */
const patience = 100

export async function listSame(desk: Desk): Promise<SameAnswer> {
  const look = await lookForSame(desk)
  const looked = await Promise.race([look.result, new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), patience).unref() })])
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const { events, persons, standing } = looked ? await openSuggestions(transaction, looked) : { events: [], persons: [], standing: await readSame(transaction) }
    const eventsShown = events.slice(0, most)
    const inEvents = new Set(events.map(({ incidents }) => incidents.join(' ')))
    const others = persons.filter((pair) => !inEvents.has(pairOf(pair)))
    const othersShown = others.slice(0, most)
    const refusals = (await readRefusals(transaction)).filter(({ withdrawn }) => !withdrawn)
    const ids = [
      ...eventsShown.flatMap(({ incidents }) => incidents), ...othersShown.flatMap((pair) => pair.persons.map(({ incident }) => incident)),
      ...standing.filter(({ cluster }) => cluster !== null).map(({ incident }) => incident), ...refusals.flatMap(({ first, second }) => [first.incident, second.incident]),
    ]
    const of = await readThem(transaction, ids)
    const refOf = (id: Id): string => of(id).summary.ref
    return {
      done: looked ? 1 : Math.min(0.99, look.done()),
      events: eventsShown.map(({ incidents, reasons, bits }): EventSuggestion => ({
        incidents: incidents.map((id) => of(id).summary) as unknown as EventSuggestion['incidents'], reasons, bits,
        persons: persons.filter((pair) => pairOf(pair) === incidents.join(' ')).map((pair) => ({ persons: placesOf(pair, of), reasons: pair.reasons, bits: pair.bits })),
      })),
      persons: othersShown.map((pair): PersonSuggestion => ({
        incidents: pair.persons.map(({ incident }) => of(incident).summary) as unknown as PersonSuggestion['incidents'], persons: placesOf(pair, of), reasons: pair.reasons, bits: pair.bits,
      })),
      more: events.length - eventsShown.length + others.length - othersShown.length,
      linked: clustersOf(standing, of),
      refused: refusals.map(({ first, second }) => [{ ref: refOf(first.incident), entry: first.entry }, { ref: refOf(second.incident), entry: second.entry }] as const),
    }
  })
}

/** Of one incident, all that it and its persons are linked to. Undefined when there is no such incident. */
export async function listSameOf(desk: Desk, ref: string): Promise<IncidentSameAnswer | undefined> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const incident = await findIncident(transaction, { ref })
    if (!incident) return undefined
    const standing = await readSame(transaction)
    const own = new Set(standing.flatMap(({ incident: id, cluster }) => (id === incident.id && cluster !== null ? [cluster] : [])))
    const members = standing.filter(({ cluster }) => cluster !== null && own.has(cluster))
    return { linked: clustersOf(members, await readThem(transaction, members.map((member) => member.incident))) }
  })
}

type Known = { readonly stored: StoredIncident; readonly summary: IncidentSummary }

async function readThem(transaction: ReadTransaction, ids: readonly Id[]): Promise<(id: Id) => Known> {
  const { position } = await getNetwork(transaction)
  const different = [...new Set(ids)]
  const sealed = await readSealedIncidents(transaction, different, position)
  const found = await readIncidentsByIds(transaction, different)
  const known = new Map([...found].map(([id, stored]) => [id, { stored, summary: summaryOf(stored, { sealed: sealed.has(id), diary: null }) }]))
  return (id) => known.get(id)!
}

function pairOf({ persons }: PersonPair): string {
  return persons.map(({ incident }) => incident).sort().join(' ')
}

function placesOf({ persons }: PersonPair, of: (id: Id) => Known): readonly [SamePerson, SamePerson] {
  const place = ({ incident, entry }: PersonPlace): SamePerson => ({ ref: of(incident).summary.ref, entry, group: of(incident).stored.answers.persons[entry]! })
  return [place(persons[0]), place(persons[1])]
}

function clustersOf(standing: readonly StoredSame[], of: (id: Id) => Known): readonly SameCluster[] {
  const clusters = Map.groupBy(standing.filter(({ cluster }) => cluster !== null), ({ cluster }) => cluster!)
  return [...clusters].map(([id, members]): SameCluster => ({
    id, of: members[0]!.entry === null ? 'event' : 'persons',
    members: members.map(({ incident, entry, degree }) => {
      const { stored, summary } = of(incident)
      return { ref: summary.ref, entry, degree: degree!, incident: summary, group: entry === null ? null : stored.answers.persons[entry] ?? null }
    }),
  }))
}
