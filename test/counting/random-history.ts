// Random histories of a network: what stands after each write, and the writes that lead there.
import fc from 'fast-check'
import type { Organisation, SameLink, StoredIncident } from '@lykta/incident'
import { appendOrganisations, appendRevisions, appendSame, type Context, foundNetwork, makeReference, type NewRevision, REFERENCE_BYTES, type Register, write, type WriteTransaction } from '@lykta/register'
import type { CountInput } from '@lykta/statistics'
import { type DrawnLink, linksAmong, randomIncident, randomLinks, randomOrganisation, randomOrganisations, sometimes, storedIncident } from '../../packages/statistics/test/support/random-network.ts'

/** One write: new incidents, changed or withdrawn ones, perhaps a member that joins, leaves or changes sector, and what is linked or taken out of its links. */
type Step = { readonly incidents: readonly StoredIncident[]; readonly organisations: readonly Organisation[]; readonly links: readonly Linked[] }
type Linked = SameLink & { readonly taken: boolean }

export type History = { readonly founders: readonly Organisation[]; readonly steps: readonly Step[] }

const noLinks = fc.constant<readonly DrawnLink[]>([])

/** Many networks have linked nothing yet. */
export const randomHistory: fc.Arbitrary<History> = randomOrganisations.chain((founders) => {
  const answers = fc.record({ answers: randomIncident(founders.length), withdrawn: sometimes })
  const step = fc.record({
    added: fc.array(answers, { maxLength: 14 }),
    changed: fc.array(fc.record({ which: fc.nat(40), revised: answers }), { maxLength: 5 }),
    member: fc.option(fc.nat(founders.length - 1).chain(randomOrganisation)),
    drawnLinks: fc.oneof({ weight: 1, arbitrary: noLinks }, { weight: 2, arbitrary: randomLinks }),
    taken: fc.boolean(),
  })
  return fc.array(step, { minLength: 1, maxLength: 4 }).map((drawn) => {
    const standing: StoredIncident[] = []
    const steps = drawn.map(({ added, changed, member, drawnLinks, taken }): Step => {
      const before = standing.length
      const revised = new Map(before === 0 ? [] : changed.map(({ which, revised }) => [which % before, revised] as const))
      const incidents = [...revised].map(([number, { answers, withdrawn }]) => storedIncident(number, answers, withdrawn, standing[number]!.revision + 1))
      for (const [number] of revised) standing[number] = incidents.find(({ id }) => id === standing[number]!.id)!
      const fresh = added.map(({ answers, withdrawn }, index) => storedIncident(before + index, answers, withdrawn))
      standing.push(...fresh)
      // Every other one is taken out again, in a later write or before it was ever linked.
      const links = linksAmong(drawnLinks, standing).map((link, index) => ({ ...link, taken: taken && index % 2 === 1 }))
      return { incidents: [...incidents, ...fresh], organisations: member ? [member] : [], links }
    })
    return { founders, steps }
  })
})

export function withoutLinks({ founders, steps }: History): History {
  return { founders, steps: steps.map((step) => ({ ...step, links: [] })) }
}

const createdAt = '2021-01-01T00:00:00.000Z'

/** Writes the history into a network of its own; answers with what stood at each position, by the history alone. */
export async function writeHistory(
  register: Register,
  history: History,
  append: (transaction: WriteTransaction, revisions: readonly NewRevision[]) => Promise<void> = appendRevisions,
): Promise<{ readonly context: Context; readonly moments: readonly CountInput[] }> {
  const id = crypto.randomUUID()
  const context: Context = { network: id, member: 'import' }
  const network = { id, name: id, municipality: 'Exempelstad', collectionStart: '2017-03-15', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'] as const, sample: true }
  await foundNetwork(register, 'operator', network, createdAt)
  let organisations = [...history.founders]
  let incidents: readonly StoredIncident[] = []
  const revisions = new Map<string, number>()
  const same = new Map<string, { readonly revision: number; readonly link: Linked }>()
  const moments: CountInput[] = []
  for (const step of [{ incidents: [], organisations: history.founders, links: [] }, ...history.steps]) {
    for (const link of step.links) {
      const name = `${link.incident} ${link.entry}`
      same.set(name, { revision: (same.get(name)?.revision ?? 0) + 1, link })
    }
    const { position } = await write(register, context, { action: 'import', object: 'history' }, async (transaction) => {
      await appendOrganisations(transaction, step.organisations.map((organisation) => {
        const revision = (revisions.get(organisation.id) ?? 0) + 1
        revisions.set(organisation.id, revision)
        return { organisation, revision }
      }))
      await append(transaction, step.incidents.map(newRevision))
      await appendSame(transaction, step.links.map((link) => ({
        ...link, ...(link.taken ? { cluster: null, degree: null } : {}), revision: same.get(`${link.incident} ${link.entry}`)!.revision,
      })))
    })
    organisations = organisations.map((organisation) => step.organisations.find((changed) => changed.id === organisation.id) ?? organisation)
    const replaced = new Set(step.incidents.map((incident) => incident.id))
    incidents = [...incidents.filter((incident) => !replaced.has(incident.id)), ...step.incidents]
    moments.push({ organisations, incidents, position, links: [...same.values()].flatMap(({ link: { taken, ...link } }) => (taken ? [] : [link])) })
  }
  return { context, moments }
}

function newRevision({ id, externalRef, revision, withdrawn, answers }: StoredIncident): NewRevision {
  const digits = Number(externalRef!.slice(2))
  const ref = makeReference(Uint8Array.from({ length: REFERENCE_BYTES }, (_, place) => Math.floor(digits / 32 ** place) % 32))
  return {
    incident: id, number: revision, first: revision === 1 ? { ref, externalRef } : null, formVersion: '2026-1', answers, withdrawn, sealed: null, createdAt,
  }
}
