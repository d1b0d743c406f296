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
    const chosen = onlySample ? undefined : base.network.sample ? own[0] : base.network
    const open = async (network: { readonly id: string } | undefined): Promise<Desk | undefined> =>
      network && (network.id === base.network.id ? base : deskOf(base.register, networks.find(({ id }) => id === network.id)!))
    return { own: await open(chosen), sample: await open(sample) }
  }

  async function hasMembers(desk: Desk): Promise<boolean> {
    const { id } = desk.network
    if (withMembers.has(id)) return true
    const rows = await inNetwork(desk.register, desk.context, ({ run }) => run('select exists (select from lykta.member where network_id = $1) as found', [id]))
    if (rows[0]?.['found'] !== true) return false
    withMembers.add(id)
    return true
  }

  // Now, and not with the first request: what there is at the start tells what was asked for.
  found = look()
  found.catch(() => {})

  return {
    find: async () => {
      found ??= look()
      const { own, sample } = await found
      return { own, sample, hasMembers: own !== undefined && (await hasMembers(own)) }
    },
    lookAgain: () => {
      found = undefined
    },
  }
}
