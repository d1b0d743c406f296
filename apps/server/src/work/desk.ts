// Opens the register and the one network that the work is about.
import { type CivilDate, type Network, problem, ProblemError } from '@lykta/incident'
import { type Context, getNetwork, inNetwork, listNetworks, type NetworkName, openRegister, type OpenOptions, type Register } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'

export type Desk = {
  readonly register: Register
  readonly context: Context
  readonly network: Network
  /** Today in the network's time zone. */
  readonly today: () => CivilDate
  readonly close: () => Promise<void>
}

export type DeskOptions = OpenOptions & {
  /** Name or id; needed when there is more than one network that is no sample. */
  readonly networkName?: string | undefined
  /** Where there is no network at all: sit down anyway, for one that is founded later. */
  readonly empty?: boolean | undefined
  /** Called before a network is chosen: may make one where there is none. */
  readonly prepare?: ((register: Register) => Promise<void>) | undefined
}

/** Refuses (`ProblemError`) when there is no network, or no telling which. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const register = await openRegister(options)
  try {
    await options.prepare?.(register)
    if (options.empty && options.networkName === undefined && (await listNetworks(register)).length === 0) return deskOfNothing(register)
    return await deskOf(register, await chooseNetwork(register, options.networkName))
  } catch (error) {
    await register.close()
    throw error
  }
}

export async function deskOf(register: Register, chosen: NetworkName): Promise<Desk> {
  const context: Context = { network: chosen.id, member: 'operator' }
  const { network } = await inNetwork(register, context, getNetwork)
  return {
    register,
    context,
    network,
    today: () => Temporal.Now.plainDateISO(network.timeZone).toString(),
    close: () => register.close(),
  }
}

/** Nothing is ever stored under this id, and nothing found. */
const nothing: Network = {
  id: '00000000-0000-0000-0000-000000000000', name: '', municipality: '', collectionStart: '2000-01-01', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: false,
}

function deskOfNothing(register: Register): Desk {
  return {
    register,
    context: { network: nothing.id, member: 'operator' },
    network: nothing,
    today: () => Temporal.Now.plainDateISO(nothing.timeZone).toString(),
    close: () => register.close(),
  }
}

async function chooseNetwork(register: Register, name: string | undefined): Promise<NetworkName> {
  const networks = await listNetworks(register)
  const refuse = (code: string): never => {
    throw new ProblemError([problem(code, { networks: networks.map((network) => network.name).join(', ') })])
  }
  if (networks.length === 0) return refuse('work.no-network')
  if (name !== undefined) {
    return networks.find((network) => network.name === name || network.id === name) ?? refuse('work.network-unknown')
  }
  const own = networks.filter((network) => !network.sample)
  // The sample steps back as soon as there is a network of one's own.
  const candidates = own.length > 0 ? own : networks
  return candidates.length === 1 ? candidates[0]! : refuse('work.network-unclear')
}
