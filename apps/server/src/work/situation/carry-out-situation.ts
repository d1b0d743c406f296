// Protects what a situation report tells each audience, and writes its versions in both languages. Busy for seconds: it has a thread of its own.
import { createHash } from 'node:crypto'
import { AttackError, type Audience, type Count, defaultPolicies, isNarrower, type OutsideEntry, type Policy } from '@lykta/disclosure'
import { catalogueOf, findLabel, hierarchiesOn, problem, ProblemError } from '@lykta/incident'
import { type CompilePdf, makeSituation, type SituationInput, type SituationWindows, type Told } from '@lykta/publication'
import { yearPeriod } from '@lykta/statistics'
import { readWebFonts } from '../../adapters/fonts.ts'
import { programLoader } from '../../adapters/load-program.ts'
import { solveExtremes } from '../../adapters/solve-extremes.ts'
import { earlierStates } from '../earlier-states.ts'
import type { CountIn, OnStep } from '../edition-task.ts'
import { editionPolicy } from '../edition-policy.ts'
import { startSearchClock } from '../search-clock.ts'
import { protectWindows } from './protect-windows.ts'
import type { Protecting } from './protecting.ts'
import type { MadeVersion, SituationResult, SituationTask } from './situation-task.ts'
import { type ApartTelling, apartFor, timesFor } from './situation-followed.ts'
import { tellParts, type Telling, type TellRequest } from './tell-parts.ts'
import { isCollected, whyUncounted } from './windows.ts'
import { type WindowChain, windowChain } from './window-chain.ts'

export type SituationMeans = { readonly count: Count; /** Where printed years were printed anew. */ readonly countIn: CountIn; readonly compilePdf: CompilePdf; readonly onStep: OnStep }

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export async function carryOutSituation(task: SituationTask, { count, countIn, compilePdf, onStep }: SituationMeans): Promise<SituationResult> {
  const means: Protecting = {
    count, solve: solveExtremes, load: await programLoader(), left: startSearchClock(), digest: sha256, asOf: task.asOf.position,
    hierarchies: hierarchiesOn(task.collection.to, task.ownIndicators.map(({ id }) => id)),
  }
  onStep('protecting', 0.15)
  const counted = task.windows && isCollected(task.windows) ? task.windows : null
  const chain = await chainOf({ ...task, windows: counted }, means)
  const windows = await audited(async () => (counted ? protectWindows(counted, defaultPolicies.core, { ...means, chain }) : []))
  const yearChain = await audited(() => yearChainOf(task, means))
  onStep('auditing', 0.3)
  const states = earlierStates(task.states, countIn)
  const ofPublic = await audited(() => tellTo(task, 'public', { ...means, states }))
  onStep('auditing', 0.45)
  const ofNetwork = await audited(() => tellTo(task, 'network', { ...means, states }, ofPublic))
  const versions: MadeVersion[] = []
  const told = { core: { parts: [], figures: [], untold: null }, network: ofNetwork, public: ofPublic } satisfies Record<Audience, Telling>
  for (const [index, audience] of (['core', 'network', 'public'] as const).entries()) {
    onStep('typesetting', 0.6 + 0.13 * index)
    const { parts, figures } = told[audience]
    const apart = await audited(() => apartFor(task, policyFor(task, audience), means))
    const input = inputFor(task, audience, told[audience], apart)
    const own = audience === 'core' && counted && windows.length > 0 ? { ...counted, tables: windows, chain: chain?.chain ?? null } : null
    const uncounted = audience === 'core' ? whyUncounted(task.windows, windows) : null
    versions.push({ audience, parts, figures, apart: apart.fresh, files: await filesOf(task, { ...input, windows: own, uncounted, yearChain: audience === 'core' ? yearChain : null }, compilePdf) })
  }
  return { versions }
}

function policyFor({ threshold }: SituationTask, audience: Audience): Policy {
  return audience === 'core' ? defaultPolicies.core : editionPolicy(threshold, { audience })
}

/** Of the last whole year, for a town whose months are too few: calendar years, which no later report moves. */
async function yearChainOf({ day, followed, collection }: SituationTask, means: Protecting): Promise<SituationWindows | null> {
  const now = yearPeriod(Number(day.slice(0, 4)) - 1, collection)
  const windows = { before: { ...yearPeriod(Number(day.slice(0, 4)) - 2, collection), months: 0 }, now }
  const chain = now.months > 0 ? await chainOf({ windows, followed, collection }, means) : null
  if (!chain) return null
  const tables = await protectWindows(windows, defaultPolicies.core, { ...means, chain, chainAlone: true })
  return tables.length === 0 ? null : { ...windows, tables, chain: chain.chain }
}

/** Null too where something was reported while this was read: a step would be counted of others than the total is. */
async function chainOf({ windows, followed, collection }: Pick<SituationTask, 'windows' | 'followed' | 'collection'>, { count }: Pick<Protecting, 'count'>): Promise<WindowChain | null> {
  const chain = windows && windowChain(followed, windows, defaultPolicies.core)
  if (!chain) return null
  const [total] = await count([{ id: 'incidents', unit: 'incident', by: [], base: 'all' }], [windows.before, windows.now])
  const counted = [windows.before, windows.now].map(({ from, to }) => followed.standing.filter((one) => one.to >= collection.from && one.from >= from && one.to <= to).length)
  return total!.base.every((cell, index) => cell.count === counted[index]) ? chain : null
}

/** `other`: what the report's wider version tells, which these readers have in hand too. */
function tellTo(task: SituationTask, audience: 'network' | 'public', means: Protecting & Pick<TellRequest, 'states'>, other?: Telling): Promise<Telling> {
  const { threshold, collection, earlier, told } = task
  const beside: readonly OutsideEntry[] = other && other.figures.length > 0
    ? [{ kind: 'outside', id: 'this report', digest: '', audience: 'public', source: '', figures: other.figures }] : []
  return tellParts({
    ...means, policy: policyFor(task, audience), publicThreshold: threshold, collection, earlier: [...earlier, ...beside],
    told: told.flatMap(({ table, periods }) => table.periods.filter(({ id }) => periods.includes(id))),
  })
}

type Versioned = Omit<SituationInput, 'label' | 'context'> & { readonly context: Omit<SituationInput['context'], 'language'> }

function inputFor(task: SituationTask, audience: Audience, { parts, untold }: Telling, apart: ApartTelling): Versioned {
  const { network, meeting, since, isFirst, day, today, asOf, version } = task
  // Only the core group knows of its meetings.
  const circle = audience === 'core' ? meeting.circle : audience === 'network' && meeting.circle === 'network' ? 'network' : null
  const before = task.told.filter(({ table }) => !isNarrower(table.audience, audience))
  return {
    context: {
      network, audience, circle, meeting: circle === null ? day : meeting.date, since: since[audience === 'core' ? meeting.circle : 'network'], isFirst, asOf, today, version,
      policy: policyFor(task, audience).id,
    },
    windows: null,
    uncounted: null,
    yearChain: null,
    told: audience === 'core' ? [] : onceEach([...before, ...parts.map((part): Told => ({ ...part, on: today }))]),
    untold,
    edition: audience === 'core' ? null : task.editions[audience],
    times: timesFor(task, policyFor(task, audience)),
    apart: apart.all,
    effort: task.effort,
    actions: audience === 'public' ? null : task.actions[audience === 'core' ? meeting.circle : 'network'],
  }
}

/** The network has been told what the public was: the same part may stand in both. */
function onceEach(told: readonly Told[]): readonly Told[] {
  const seen = new Set<string>()
  return told.flatMap((one) => {
    const periods = one.periods.filter((id) => !seen.has(id))
    for (const id of periods) seen.add(id)
    return periods.length > 0 ? [{ ...one, periods }] : []
  })
}

async function filesOf({ ownIndicators }: SituationTask, input: Versioned, compilePdf: CompilePdf): Promise<ReadonlyMap<string, Uint8Array>> {
  const catalogue = catalogueOf(ownIndicators)
  const tools = { compilePdf, digest: async (bytes: Uint8Array) => sha256(bytes), fonts: readWebFonts() }
  const files = new Map<string, Uint8Array>()
  for (const language of ['sv', 'en'] as const) {
    const made = await makeSituation({ ...input, context: { ...input.context, language }, label: (dimension, code) => findLabel(dimension, code, language, catalogue) }, tools)
    for (const [path, bytes] of made) files.set(`${language}/${path}`, bytes)
  }
  return files
}

/** No answer of the solver is no proof. */
async function audited<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AttackError) throw new ProblemError([problem('disclosure.audit-failed')], { cause: error })
    throw error
  }
}
