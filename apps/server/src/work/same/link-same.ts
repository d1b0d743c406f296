// Links and unlinks incidents and persons, and remembers what is not the same: clusters are resolved here, when they are written.
import { randomUUID } from 'node:crypto'
import { type Degree, type Id, problem, ProblemError, type StoredIncident } from '@lykta/incident'
import {
  type Act, appendRefusals, appendSame, findIncident, findReference, inNetwork, pairName, type ReadTransaction, readIncidents, getNetwork, readRefusals, readSame, type SameThing, type StoredSame, takeTurn, write, type WriteTransaction,
} from '@lykta/register'
import type { DifferRequest, LinkRequest, SameRef, UnlinkRequest } from '../../api/same-types.ts'
import type { Desk } from '../desk.ts'

type Found = SameThing & { readonly stored: StoredIncident }

/** What stands, by thing, as the act goes on. */
type Standing = Map<string, StoredSame>

const nameOf = ({ incident, entry }: SameThing): string => `${incident}/${entry ?? -1}`

/** Undefined when one of the incidents is not there. Linking what is linked already changes nothing but how sure it is. */
export async function linkSame(desk: Desk, { pairs }: LinkRequest): Promise<boolean | undefined> {
  const read = await inNetwork(desk.register, desk.context, async (transaction) => {
    const found: { readonly first: Found; readonly second: Found; readonly degree: Degree }[] = []
    for (const { first, second, degree } of pairs) {
      const [one, other] = [await find(transaction, first), await find(transaction, second)]
      if (!one || !other) return undefined
      check(one, other)
      found.push({ first: one, second: other, degree })
    }
    const spread: typeof found = []
    for (const pair of found) spread.push(pair, ...(await withReference(transaction, pair.first, pair)), ...(await withReference(transaction, pair.second, pair)))
    return spread
  })
  if (!read) return undefined
  return writeAlone(desk, { action: 'incident.link', object: `incident:${read[0]!.first.incident}` }, async (transaction) => {
    const standing: Standing = new Map((await readSame(transaction)).map((same) => [nameOf(same), same]))
    const before = new Map(standing)
    for (const pair of read) join(standing, pair)
    const changed = [...standing].filter(([name, same]) => before.get(name) !== same).map(([, same]) => ({ ...same, revision: (before.get(nameOf(same))?.revision ?? 0) + 1 }))
    if (changed.length === 0) return false
    // What was said not to be the same, and is now said to be.
    const linked = new Set(read.map(({ first, second }) => pairName(first, second)))
    const taken = (await readRefusals(transaction)).filter(({ first, second, withdrawn }) => !withdrawn && linked.has(pairName(first, second)))
    await appendSame(transaction, changed)
    await appendRefusals(transaction, taken.map((one) => ({ ...one, revision: one.revision + 1, withdrawn: true })))
    return true
  })
}

/** Takes things out of their clusters; whoever is left alone there is linked to nothing either. */
export async function unlinkSame(desk: Desk, { things }: UnlinkRequest): Promise<boolean | undefined> {
  const read = await inNetwork(desk.register, desk.context, async (transaction) => {
    const found: Found[] = []
    for (const thing of things) {
      const one = await find(transaction, thing)
      if (!one) return undefined
      found.push(one)
    }
    return found
  })
  if (!read) return undefined
  return writeAlone(desk, { action: 'incident.unlink', object: `incident:${read[0]!.incident}` }, async (transaction) => {
    const out = new Set(read.map(nameOf))
    const standing = await readSame(transaction)
    const clusters = new Set(standing.flatMap((same) => (same.cluster !== null && out.has(nameOf(same)) ? [same.cluster] : [])))
    const left = Map.groupBy(standing.filter(({ cluster, ...same }) => cluster !== null && clusters.has(cluster) && !out.has(nameOf(same))), ({ cluster }) => cluster)
    for (const rest of left.values()) if (rest.length === 1) out.add(nameOf(rest[0]!))
    const changed = standing.filter((same) => same.cluster !== null && out.has(nameOf(same)))
    if (changed.length === 0) return false
    await appendSame(transaction, changed.map((same) => ({ ...same, revision: same.revision + 1, cluster: null, degree: null })))
    return true
  })
}

/** Two that are linked with each other are first taken apart. */
export async function differSame(desk: Desk, { first, second, differ }: DifferRequest): Promise<boolean | undefined> {
  const read = await inNetwork(desk.register, desk.context, async (transaction) => {
    const [one, other] = [await find(transaction, first), await find(transaction, second)]
    if (!one || !other) return undefined
    check(one, other)
    return { one, other }
  })
  if (!read) return undefined
  const { one, other } = read
  return writeAlone(desk, { action: 'incident.differ', object: `incident:${one.incident}` }, async (transaction) => {
    const standing = (await readRefusals(transaction)).find((refusal) => pairName(refusal.first, refusal.second) === pairName(one, other))
    const clusters = (await readSame(transaction)).filter((same) => [nameOf(one), nameOf(other)].includes(nameOf(same))).map(({ cluster }) => cluster)
    const isLinked = clusters.length === 2 && clusters[0] !== null && clusters[0] === clusters[1]
    if (isLinked && differ) throw new ProblemError([problem('same.linked')])
    if ((standing ? !standing.withdrawn : false) === differ) return false
    await appendRefusals(transaction, [{ first: one, second: other, revision: (standing?.revision ?? 0) + 1, withdrawn: !differ }])
    return true
  })
}

/** Ends the write without a line: there is nothing to change. */
class NothingToChange extends Error {}

/**
 * One such act after another: what somebody else links at the same moment is what this one goes on from. Of two that resolved the clusters side by
 * side, the one would put into a cluster what the other empties, without a row that both write. False when there was nothing to change.
 */
async function writeAlone(desk: Desk, act: Act, change: (transaction: WriteTransaction) => Promise<boolean>): Promise<boolean> {
  try {
    await write(desk.register, desk.context, act, async (transaction) => {
      await takeTurn(transaction, 'same')
      if (!(await change(transaction))) throw new NothingToChange()
    })
    return true
  } catch (error) {
    if (error instanceof NothingToChange) return false
    throw error
  }
}

async function find(transaction: ReadTransaction, { ref, entry }: SameRef): Promise<Found | undefined> {
  const reference = findReference(ref)
  const stored = reference === undefined ? undefined : await findIncident(transaction, { ref: reference })
  return stored && (entry === null || entry < stored.answers.persons.length) ? { incident: stored.id, entry, stored } : undefined
}

function check(one: Found, other: Found): void {
  if ((one.entry === null) !== (other.entry === null) || one.incident === other.incident) throw new ProblemError([problem('same.no-pair')])
  if (one.stored.withdrawn || other.stored.withdrawn) throw new ProblemError([problem('same.withdrawn')])
}

/** An imported reference says already who is the same: all who share it come along, so that a link never parts them. */
async function withReference(transaction: ReadTransaction, thing: Found, { degree }: { readonly degree: Degree }): Promise<{ first: Found; second: Found; degree: Degree }[]> {
  const reference = thing.entry === null ? null : thing.stored.answers.persons[thing.entry]!.personRef
  if (reference === null) return []
  const others: { first: Found; second: Found; degree: Degree }[] = []
  const { position } = await getNetwork(transaction)
  for await (const batch of readIncidents(transaction, position)) {
    for (const stored of batch) {
      if (stored.withdrawn) continue
      stored.answers.persons.forEach(({ personRef }, entry) => {
        if (personRef === reference && !(stored.id === thing.incident && entry === thing.entry)) others.push({ first: thing, second: { incident: stored.id, entry, stored }, degree })
      })
    }
  }
  return others
}

/** The cluster of either becomes that of both, and of all who were in it. */
function join(standing: Standing, { first, second, degree }: { readonly first: Found; readonly second: Found; readonly degree: Degree }): void {
  const [one, other] = [standing.get(nameOf(first)), standing.get(nameOf(second))]
  const cluster: Id = one?.cluster ?? other?.cluster ?? randomUUID()
  const old = other?.cluster ?? null
  if (old !== null && old !== cluster) for (const [name, same] of standing) if (same.cluster === old) standing.set(name, { ...same, cluster })
  const put = (thing: Found, known: StoredSame | undefined, sure: Degree): void => {
    const groups = thing.entry === null ? null : thing.stored.answers.persons.length
    if (known?.cluster === cluster && known.degree === sure && known.groups === groups) return
    standing.set(nameOf(thing), { incident: thing.incident, entry: thing.entry, revision: known?.revision ?? 0, cluster, degree: sure, groups })
  }
  // Who was in a cluster before stays as sure as she was, and who comes is as sure as is said now; said of two in one cluster, it is said anew.
  put(first, standing.get(nameOf(first)), one?.cluster ? one.degree! : degree)
  put(second, standing.get(nameOf(second)), other?.cluster && !one?.cluster ? other.degree! : degree)
}
