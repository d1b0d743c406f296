// The networks that one server may show: the user's own, and the invented sample beside it.
import { inNetwork, listNetworks } from '@lykta/register'
import { type Desk, deskOf } from '../work/desk.ts'

export type Served = {
  /** Undefined as long as there is only the sample. */
  readonly own: Desk | undefined
  readonly sample: Desk | undefined
  /** As soon as the own network has one, everybody signs in. */
  readonly hasMembers: boolean
}

export type Desks = {
  readonly find: () => Promise<Served>
  /** What the server was started for: the sample, a network, or nothing yet. */
  readonly base: Desk
  /** Looks anew which networks there are: after one has been founded, or the sample thrown away. */
  readonly lookAgain: () => void
}

/** `base`: the network that the server was started for. */
export function makeDesks(base: Desk): Desks {
  let found: Promise<Omit<Served, 'hasMembers'>> | undefined
  // Told once, it stays so: a member who leaves is still one that the network has had.
  const withMembers = new Set<string>()
  // Asked for by its name while there are others, the sample is what is served, and nothing steps in its place.
  let onlySample: boolean | undefined

  async function look(): Promise<Omit<Served, 'hasMembers'>> {
    const networks = await listNetworks(base.register)
    const own = networks.filter(({ sample }) => !sample)
    onlySample ??= base.network.sample && own.length > 0
    const sample = networks.find((network) => network.sample)
    const served = networks.find(({ id }) => id === base.network.id)
    const chosen = onlySample ? undefined : served && !served.sample ? served : own[0]
    const open = async (network: { readonly id: string } | undefined): Promise<Desk | undefined> =>
      network && (network.id === base.network.id ? base : deskOf(base.register, networks.find(({ id }) => id === network.id)!))
    return { own: await open(chosen), sample: await open(sample) }
  }

  async function everHadMembers(desk: Desk): Promise<boolean> {
    const { id } = desk.network
    if (!withMembers.has(id) && (await hasMembers(desk))) withMembers.add(id)
    return withMembers.has(id)
  }

  // Now, and not with the first request: what there is at the start tells what was asked for.
  found = look()
  found.catch(() => {})

  return {
    base,
    find: async () => {
      found ??= look()
      const { own, sample } = await found
      return { own, sample, hasMembers: own !== undefined && (await everHadMembers(own)) }
    },
    lookAgain: () => {
      found = undefined
    },
  }
}

export async function hasMembers({ register, context, network }: Desk): Promise<boolean> {
  const rows = await inNetwork(register, context, ({ run }) => run('select exists (select from lykta.member where network_id = $1) as found', [network.id]))
  return rows[0]?.['found'] === true
}
