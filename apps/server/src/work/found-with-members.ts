// Founding in the browser: the network with its settings, organisations, first member, log, keys and grants in one transaction.
import { defaultChain, type Id, type Network, type Organisation, problem, ProblemError } from '@lykta/incident'
import {
  appendEpoch, appendGrants, appendLogLines, appendMember, appendOrganisations, appendSettings, findCurrentEpoch, foundNetwork, getNetwork, inNetwork, putPublicKeys,
  readMembers, readOrganisations, type Register, rememberKey, replaceBundles, write, type WriteTransaction,
} from '@lykta/register'
import { findEntry, isBundleFile } from '@lykta/seal'
import type { BundleFile, FoundingRequest } from '../api/member-types.ts'
import { bytesOf } from './base64url.ts'
import { checkFounding } from './check-founding.ts'
import { checkLines } from './find-membership.ts'
import { checkGrants, grantChanges } from './grant-changes.ts'

export type FoundingToStore = Omit<FoundingRequest, 'code' | 'founder' | 'organisations'> & {
  readonly organisations: readonly Omit<Organisation, 'left'>[]
  readonly founder: { readonly member: Id; readonly organisation: Id; /** The sign-in's id. */ readonly login: string }
}

const refuse = (code: string): never => {
  throw new ProblemError([problem(code)])
}

/** `existing`: what `lykta init` made, to be taken over. All that can be refused is refused before anything is stored. */
export async function checkFoundingRequest(register: Register, sent: Omit<FoundingToStore, 'founder'> & { readonly founder: Omit<FoundingToStore['founder'], 'login'> }, existing: Network | undefined): Promise<void> {
  const { network } = sent
  if (existing) {
    const isSame = (['name', 'municipality', 'collectionStart', 'timeZone'] as const).every((field) => network[field] === existing[field])
    if (!isSame) return refuse('founding.other-network')
  } else {
    await checkFounding(register, network).catch((error: unknown) => {
      // At the command line the problem repeats what was given; here nothing of a request is repeated.
      throw error instanceof ProblemError ? new ProblemError(error.problems.map(({ code }) => problem(withoutValues[code] ?? code))) : error
    })
  }
  const entry = findEntry(sent.genesis)?.entry
  const membership = checkLines(undefined, [sent.genesis], network.id)
  if (entry?.type !== 'genesis') return refuse('membership.genesis-misplaced')
  const { founder } = entry.subject
  if (founder.member !== sent.founder.member || founder.organisation !== sent.founder.organisation) return refuse('founding.founder-unfit')
  checkBundles(sent.bundles)
  checkGrants(storedGrants(sent.grants), grantChanges(undefined, membership), membership)
}

const withoutValues: Readonly<Record<string, string>> = {
  'work.network-exists': 'founding.name-taken', 'work.time-zone': 'founding.time-zone', 'work.since-future': 'founding.since-future',
  'work.since-early': 'founding.since-early',
}

export function checkBundles(bundles: readonly BundleFile[]): void {
  if (!bundles.every(({ way, file }) => isBundleFile(bytesOf(file), way))) refuse('keys.bundle-unfit')
}

export const storedGrants = (grants: FoundingRequest['grants']) => grants.map(({ epoch, holder, file }) => ({ epoch, holder, file: bytesOf(file) }))

/** One transaction, with one audit line. Refuses (`register.changed-meanwhile`) when somebody else was first. */
export async function foundWithMembers(register: Register, sent: FoundingToStore, existing: Network | undefined): Promise<void> {
  const createdAt = new Date().toISOString()
  const also = (transaction: WriteTransaction) => storeFounding(register, transaction, sent, createdAt)
  if (existing) {
    const context = { network: existing.id, member: sent.founder.member, role: 'coordinator' as const, organisation: sent.founder.organisation }
    await write(register, context, { action: 'network.take-over', object: `network:${existing.id}` }, also)
  } else {
    await foundNetwork(register, sent.founder.member, { ...sent.network, languages: ['sv', 'en'], sample: false }, createdAt, also)
  }
}

async function storeFounding(register: Register, transaction: WriteTransaction, sent: FoundingToStore, createdAt: string): Promise<void> {
  if ((await readMembers(transaction)).length > 0) return refuse('register.changed-meanwhile')
  const { member, organisation, login } = sent.founder
  const entry = findEntry(sent.genesis)!.entry
  if (entry.type !== 'genesis') return refuse('membership.genesis-misplaced')
  const { epoch, founder } = entry.subject
  if (epoch.epoch !== ((await findCurrentEpoch(transaction))?.epoch ?? 0) + 1) return refuse('membership.epoch-out-of-order')

  const { position } = await getNetwork(transaction)
  const there = new Set((await readOrganisations(transaction, position)).map((one) => one.organisation.id))
  const added = sent.organisations.filter(({ id }) => !there.has(id))
  if (![...there, ...added.map(({ id }) => id)].includes(organisation)) return refuse('founding.founder-unfit')
  await appendOrganisations(transaction, added.map((one) => ({ organisation: { ...one, left: null }, revision: 1 })))
  const { recoveryTestedAt } = sent.settings
  // Its own from the first day: a later version of the program changes nobody's chain.
  await appendSettings(transaction, { ...sent.settings, recoveryTestedAt: recoveryTestedAt === null ? null : createdAt, chain: defaultChain })
  await appendMember(transaction, { id: member, role: 'coordinator', organisation, login, active: true, createdAt })
  await putPublicKeys(transaction, member, { recipient: founder.recipient, verifyKey: founder.verifyKey })
  await replaceBundles(transaction, member, ['passphrase', 'passkey', 'sheet'], sent.bundles.map((bundle) => ({ ...bundle, file: bytesOf(bundle.file) })))
  // Whoever founds the same network at the same time waits here, and is refused.
  await appendLogLines(transaction, 0, [sent.genesis])
  await appendEpoch(transaction, { epoch: epoch.epoch, recipient: epoch.recipient, madeOn: 'browser', createdAt }, [])
  await appendGrants(transaction, storedGrants(sent.grants))
  rememberKey(register, transaction.network, epoch)
}

/** The network that the request is about, when there is one without members. */
export async function findNetworkToTakeOver(register: Register, network: Network): Promise<Network | undefined> {
  if (network.sample) return undefined
  const members = await inNetwork(register, { network: network.id, member: 'operator' }, readMembers)
  return members.length === 0 ? network : undefined
}
