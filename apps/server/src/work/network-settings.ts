// What a network decides for itself: read, changed as a whole, and the day on which two recovery sheets were put together.
import { createHash } from 'node:crypto'
import { canonicalText, categoryOfIndicator, type ChainStep, type DecidedClocks, defaultChain, type Id, inChainOrder, type OwnIndicator, type OwnQuestion, problem, ProblemError } from '@lykta/incident'
import {
  appendOwnIndicators, appendSettings, getNetwork, inNetwork, listSettings, readMembers, readOwnIndicators, readSettings, type ReadTransaction, type StoredOwnIndicator, takeTurn, write, type WriteTransaction,
} from '@lykta/register'
import type { AuthoritySetting } from '../api/authority-types.ts'
import type { Coordination, StoredHandOver } from '../api/hand-over-types.ts'
import type { NetworkSettings, OwnIndicatorEntry, SettingsAnswer, SettingsRequest } from '../api/member-types.ts'
import { checkChain } from './check-chain.ts'
import { checkOwnQuestions } from './check-own-questions.ts'
import type { Desk } from './desk.ts'

/** Before a network has decided anything: the sample, or one that `lykta init` made. */
export const defaultSettings: NetworkSettings = { emergencyNumbers: [], publicThreshold: 5, recoveryTestedAt: null }

/** As they are stored: with the network's own questions, which the page is given beside them. */
export type StoredSettings = NetworkSettings & {
  readonly ownQuestions?: readonly OwnQuestion[]
  /** The steps of its response chain; the program's own before it has any. */
  readonly chain?: readonly ChainStep[]
  /** Core members who may agree to sessions of reading (second-persons.ts, and the policies of migration 012). */
  readonly secondPersons?: readonly Id[]
  /** Which organisation has had the coordinator's role since when, once it was handed over; and a hand-over that is under way (hand-over.ts). */
  readonly coordination?: readonly Coordination[]
  readonly handOver?: StoredHandOver | null
  /** How long each class is kept, as far as it is decided (retention-clocks.ts). */
  readonly retention?: DecidedClocks
  /** Whether an authority runs the network (authority/setting.ts, and the functions of migration 019). */
  readonly authority?: AuthoritySetting
}

export async function findSettings(transaction: ReadTransaction): Promise<StoredSettings | undefined> {
  return (await readSettings(transaction)) as StoredSettings | undefined
}

/** For whoever writes what follows from them: nobody else changes them meanwhile. */
export async function settingsToChange(transaction: WriteTransaction): Promise<StoredSettings> {
  await takeTurn(transaction, 'settings')
  return (await findSettings(transaction)) ?? defaultSettings
}

/** All steps that there are and have been, in order. */
export async function readChain(transaction: ReadTransaction): Promise<readonly ChainStep[]> {
  return inChainOrder((await findSettings(transaction))?.chain ?? defaultChain)
}

export async function readNetworkSettings(desk: Desk): Promise<SettingsAnswer> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const own = await readOwnIndicators(transaction, (await getNetwork(transaction)).position)
    const shown = shownOf((await findSettings(transaction)) ?? defaultSettings, own)
    return { ...shown, seen: seenOf(shown), takesIncidents: await wasRecoveryTested(transaction) }
  })
}

type Shown = Pick<SettingsAnswer, 'settings' | 'ownIndicators' | 'ownQuestions' | 'chain'>

/** What the page shows and changes of all that is stored. */
function shownOf(stored: StoredSettings, own: readonly StoredOwnIndicator[]): Shown {
  const { ownQuestions = [], chain = defaultChain, secondPersons: _, coordination: _since, handOver: _underWay, retention: _clocks, authority: _authority, ...settings } = stored
  return { settings, ownQuestions, ownIndicators: own.map(({ indicator }) => entryOf(indicator)), chain: inChainOrder(chain) }
}

/** The test of the sheets is no choice of whoever has the page open. */
function seenOf({ settings: all, ...shown }: Shown): string {
  const { recoveryTestedAt: _, ...settings } = all
  return createHash('sha256').update(canonicalText({ ...shown, settings })).digest('hex')
}

/** The test of the sheets is told by itself. Refuses to leave out an indicator or a question: old incidents name them; and to replace what whoever sends has not seen. */
export async function storeSettings(desk: Desk, sent: SettingsRequest): Promise<void> {
  await write(desk.register, desk.context, { action: 'settings.change', object: `network:${desk.network.id}` }, async (transaction) => {
    const before = await settingsToChange(transaction)
    const stored = await readOwnIndicators(transaction, (await getNetwork(transaction)).position)
    if (sent.seen !== undefined && sent.seen !== seenOf(shownOf(before, stored))) throw new ProblemError([problem('register.changed-meanwhile')])
    const ids = new Set(sent.ownIndicators.map(({ id }) => id))
    if (stored.some(({ indicator }) => !ids.has(indicator.id))) throw new ProblemError([problem('settings.indicator-left-out')])
    await appendOwnIndicators(transaction, sent.ownIndicators.flatMap((entry) => nextOf(entry, stored.find(({ indicator }) => indicator.id === entry.id))))
    const ownQuestions = sent.ownQuestions ?? before.ownQuestions ?? []
    checkOwnQuestions(ownQuestions, before.ownQuestions ?? [])
    if (sent.chain) checkChain(sent.chain, before.chain ?? defaultChain)
    const chain = sent.chain ?? before.chain
    const { daysBeforeMeeting = before.daysBeforeMeeting, ...rest } = sent.settings
    const after: StoredSettings = { ...rest, ...(daysBeforeMeeting === undefined ? {} : { daysBeforeMeeting }), recoveryTestedAt: before.recoveryTestedAt, ...(ownQuestions.length === 0 ? {} : { ownQuestions }), ...(chain && { chain }), ...(before.secondPersons && { secondPersons: before.secondPersons }), ...(before.retention && { retention: before.retention }), ...(before.authority && { authority: before.authority }), ...(before.coordination && { coordination: before.coordination }), ...(before.handOver && { handOver: before.handOver }) }
    if (canonicalText(after) !== canonicalText(before)) await appendSettings(transaction, after)
  })
}

/** False when the network has no settings or no members: nobody founded it with sheets. */
export async function markRecoveryTested(desk: Desk): Promise<boolean> {
  const known = await inNetwork(desk.register, desk.context, async (transaction) => ({ settings: await findSettings(transaction), members: (await readMembers(transaction)).some(({ active }) => active) }))
  if (!known.settings || !known.members) return false
  await write(desk.register, desk.context, { action: 'recovery.test', object: `network:${desk.network.id}` }, async (transaction) =>
    appendSettings(transaction, { ...(await settingsToChange(transaction)), recoveryTestedAt: new Date().toISOString() }))
  return true
}

/** Whether any sheets were, those that stand or earlier ones. */
export async function wasRecoveryTested(transaction: ReadTransaction): Promise<boolean> {
  const all = (await listSettings(transaction)) as readonly NetworkSettings[]
  return all.some(({ recoveryTestedAt }) => recoveryTestedAt !== null)
}

/** New sheets are listed: what was tested were the old ones. */
export async function forgetRecoveryTest(transaction: WriteTransaction): Promise<void> {
  const settings = await settingsToChange(transaction)
  if (settings.recoveryTestedAt !== null) await appendSettings(transaction, { ...settings, recoveryTestedAt: null })
}

function entryOf({ id, sv, en, validFrom, validTo }: OwnIndicator): OwnIndicatorEntry {
  return { id, sv, en, category: categoryOfIndicator(id), validFrom, validTo }
}

function nextOf({ id, sv, en, validFrom, validTo }: OwnIndicatorEntry, stored: StoredOwnIndicator | undefined): readonly StoredOwnIndicator[] {
  const indicator: OwnIndicator = { id, sv, en, observers: stored?.indicator.observers ?? ['anyone'], validFrom, validTo }
  if (stored && JSON.stringify(entryOf(stored.indicator)) === JSON.stringify(entryOf(indicator))) return []
  return [{ indicator, revision: (stored?.revision ?? 0) + 1 }]
}
