// What may be the same, looked for in the background: once for each state of the register, in stretches between which others are served.
import { findLikeIncidents, findLikePersons, type Id, type IncidentPair, type PersonPair, type StoredIncident } from '@lykta/incident'
import { getNetwork, inNetwork, linksOf, pairName, readIncidents, readRefusals, readSame, type ReadTransaction, type SameThing, type StoredSame } from '@lykta/register'
import type { Desk } from '../desk.ts'

export type Looked = {
  readonly incidents: ReadonlyMap<Id, StoredIncident>
  readonly events: readonly IncidentPair[]
  readonly persons: readonly PersonPair[]
}

export type Looking = { readonly position: number; readonly done: () => number; readonly result: Promise<Looked> }

const looking = new WeakMap<Desk['register'], Map<Id, Looking>>()

/** By register and network: the newest look, begun when there is none of this position. */
export async function lookForSame(desk: Desk): Promise<Looking> {
  const byNetwork = looking.get(desk.register) ?? new Map<Id, Looking>()
  looking.set(desk.register, byNetwork)
  const { position } = await inNetwork(desk.register, desk.context, (transaction) => getNetwork(transaction))
  const known = byNetwork.get(desk.network.id)
  if (known?.position === position) return known
  let share = 0
  const result = look(desk, position, (done) => { share = done })
  const begun: Looking = { position, done: () => share, result }
  byNetwork.set(desk.network.id, begun)
  // One that failed is tried again.
  result.catch(() => byNetwork.delete(desk.network.id))
  return begun
}

async function look(desk: Desk, position: number, tell: (done: number) => void): Promise<Looked> {
  const { incidents, additions, links } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const list: StoredIncident[] = []
    for await (const batch of readIncidents(transaction, position)) list.push(...batch)
    return { incidents: list, additions: await readAdditions(transaction), links: linksOf(await readSame(transaction, position)) }
  })
  const events = await inStretches(findLikeIncidents(incidents, { additions }), (done) => tell(done * 0.8))
  const joined = Map.groupBy(links.filter(({ entry }) => entry === null), ({ cluster }) => cluster)
  const linkedPairs = [...joined.values()].flatMap((members) => members.slice(1).map(({ incident }) => [members[0]!.incident, incident] as const))
  const persons = await inStretches(findLikePersons(incidents, [...linkedPairs, ...events.map((pair) => pair.incidents)]), (done) => tell(0.8 + done * 0.2))
  tell(1)
  return { incidents: new Map(incidents.map((incident) => [incident.id, incident])), events, persons }
}

/** Others are served between one stretch and the next. */
async function inStretches<Result>(work: Generator<number, Result>, tell: (done: number) => void): Promise<Result> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    tell(step.value)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * Which of its later reports a sender meant when she answered that she had added something: a device reads nothing, so that what it
 * adds comes as an incident of its own, within the hour before its answer or after it.
 */
async function readAdditions({ run, network }: ReadTransaction): Promise<readonly (readonly [Id, Id])[]> {
  const rows = await run(
    `select m.incident_id as asked, r.incident_id as added from lykta.message m
       join lykta.revision r on r.network_id = m.network_id and r.author = m.author and r.number = 1 and r.incident_id <> m.incident_id
         and r.created_at between m.created_at - interval '1 hour' and m.created_at + interval '1 hour'
     where m.network_id = $1 and m.kind = 'answer' and m.code = 'added' and m.from_position is not null and r.from_position is not null`, [network])
  return rows.map((row) => [row['asked'] as Id, row['added'] as Id])
}

export type Open = { readonly events: readonly IncidentPair[]; readonly persons: readonly PersonPair[] }

/** Of what was found, what is still to be decided: neither linked with each other, nor said to differ. */
export async function openSuggestions(transaction: ReadTransaction, looked: Looked): Promise<Open & { readonly standing: readonly StoredSame[] }> {
  const standing = await readSame(transaction)
  const clusterOf = new Map(standing.map((same) => [`${same.incident}/${same.entry ?? -1}`, same.cluster]))
  const refused = new Set((await readRefusals(transaction)).flatMap(({ first, second, withdrawn }) => (withdrawn ? [] : [pairName(first, second)])))
  const isOpen = (first: SameThing, second: SameThing): boolean => {
    const [one, other] = [first, second].map(({ incident, entry }) => clusterOf.get(`${incident}/${entry ?? -1}`) ?? null)
    return !refused.has(pairName(first, second)) && (one === null || one !== other)
  }
  return {
    standing,
    events: looked.events.filter(({ incidents: [a, b] }) => isOpen({ incident: a, entry: null }, { incident: b, entry: null })),
    persons: looked.persons.filter(({ persons: [a, b] }) => isOpen(a, b)),
  }
}
