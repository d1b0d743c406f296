// An edition: the year as it stood at one moment, protected and written in both languages by a thread of its own.
import { mayTellLate } from '@lykta/disclosure'
import { type Problem, problem, ProblemError } from '@lykta/incident'
import type { CompilePdf } from '@lykta/publication'
import { inNetwork, readOwnIndicators } from '@lykta/register'
import { programVersion } from '../version.ts'
import { type AskedMoment, countAt, freezeYears, type Moment, momentOf, yearOf } from './count-network.ts'
import type { Desk } from './desk.ts'
import { differentWarning } from './different-warning.ts'
import type { CountIn, EditionResult, EditionTask, OnStep } from './edition-task.ts'
import { editionPolicy, type PolicyChoice } from './edition-policy.ts'
import { makeInThread } from './edition-thread.ts'
import { findLate } from './late-reports.ts'
import { ledgerIn, vintagesIn } from './ledger.ts'
import { defaultSettings, findSettings } from './network-settings.ts'
import { findStates } from './register-states.ts'
import { checkRevision } from './revise-year.ts'
import { type EditionProse, type ProseChoice, proseFor } from './prose.ts'

export type MadeEdition = EditionResult & {
  readonly year: number
  readonly context: EditionTask['context']
  readonly ownIndicators: EditionTask['ownIndicators']
  readonly asOf: EditionTask['context']['asOf']
  /** Which revisions of the prose it is written with. */
  readonly prose: EditionProse
  readonly madeAt: string
  /** What its readers must know before it goes anywhere. */
  readonly warnings: readonly Problem[]
  /** Ids of the incidents that came late and that it is the first to tell of, as a number. */
  readonly lateTold: readonly string[]
  /** How many wait to be told of in a later one. */
  readonly lateWaiting: number
  /** How many entries of the ledger it was tried with. */
  readonly ledgerLength: number
}

export type EditionOptions = {
  readonly year: number
  /** Folder with sv.md and en.md; else the network's own prose, or the program's. */
  readonly templates?: string | undefined
  /** Other revisions of the prose than those that stand, and examples as of which moment. */
  readonly prose?: Omit<ProseChoice, 'templates'> | undefined
  /** As of which moment; else now. */
  readonly asked?: AskedMoment | undefined
  /** Made after so many entries of the ledger; else after all of them. */
  readonly after?: number | undefined
  /** To be published as it is; else every page says that it is a draft. */
  readonly approved?: boolean | undefined
  /** As it will be published, too. */
  readonly finals?: boolean | undefined
  /** For whom, and what was loosened; else for the public, and nothing. */
  readonly policy?: PolicyChoice | undefined
  /** A table whose rows are not merged: an override. */
  readonly apart?: string | undefined
  /** The year is counted anew, as it stands at the moment. */
  readonly anew?: boolean | undefined
  readonly replaces?: EditionTask['replaces']
  readonly onStep?: OnStep | undefined
  readonly signal?: AbortSignal | undefined
  /** Everything in the calling thread, with this compiler: for those who measure. */
  readonly compilePdf?: CompilePdf | undefined
}

/** Refuses (`ProblemError`) a year outside the collection, a wrong template, and figures that cannot be protected. */
export async function makeEdition(desk: Desk, { year, templates, prose: choice, asked, after, approved = false, finals, policy, apart, anew = false, replaces, onStep = () => {}, signal, compilePdf }: EditionOptions): Promise<MadeEdition> {
  onStep('counting', 0.05)
  const now = await momentOf(desk, asked)
  const { own, settings, ledger, prose } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    own: await readOwnIndicators(transaction, now.position), settings: await findSettings(transaction), ledger: (await ledgerIn(transaction)).slice(0, after),
    prose: await proseFor(transaction, { ...choice, templates }),
  }))
  const counted = await freezeYears(desk, now, vintagesIn(ledger))
  const states = await findStates(desk, counted, ledger, anew ? year : undefined)
  const moment: Moment = { ...counted, selection: states?.revised.now }
  const threshold = (settings ?? defaultSettings).publicThreshold
  const found = await findLate(desk, moment, ledger.filter(({ kind }) => kind === 'edition').map(({ id }) => id), states?.revised)
  const late = found && { ...found, reports: { ...found.reports, publicThreshold: threshold } }
  const [first, last] = [yearOf(moment.collection.from), yearOf(moment.collection.to)]
  if (year < first || year > last) throw new ProblemError([problem('work.year-not-collected', { year, first, last })])
  const context = contextOf(desk, { year, moment, threshold, draft: !approved, policy })
  if (anew) await checkRevision(desk, year, states!.revised, late, context.policy, threshold)
  const task: EditionTask = {
    context,
    collection: moment.collection,
    ownIndicators: own.map(({ indicator }) => indicator),
    prose,
    earlier: states?.current ?? ledger,
    states: states?.states,
    replaces,
    anew,
    late: late?.reports,
    finals,
    apart,
  }
  const countIn: CountIn = (register) => async (specs, periods, byOrganisation) =>
    (await countAt(desk, { ...moment, selection: states?.selectionOf(register) }, [{ specs, periods, byOrganisation }]))[0]!
  const count = countIn('now')
  const result = compilePdf
    ? await (await import('./carry-out-edition.ts')).carryOutEdition(task, { count, countIn, onStep, compilePdf })
    : await makeInThread(task, { count, countIn, onStep, signal })
  const lateTold = late && mayTellLate(late.reports, task.context.policy) ? late.waiting : []
  const waiting = late && lateTold.length === 0 && late.reports.waiting.count > 0
  const warnings = [...warningsOf(year, moment.collection.to), ...(waiting ? [lateWarning(late.reports.waiting.count)] : []), ...differentWarning(result.protocol.different), ...result.asked]
  return { ...result, year, context: task.context, ownIndicators: task.ownIndicators, prose, asOf: task.context.asOf, madeAt: new Date().toISOString(), warnings, lateTold, lateWaiting: waiting ? late.reports.waiting.count : 0, ledgerLength: ledger.length }
}

type ContextGiven = { readonly year: number; readonly moment: Moment; readonly threshold: number; readonly draft: boolean; readonly policy?: PolicyChoice | undefined }

export function contextOf(desk: Desk, { year, moment, threshold, draft, policy }: ContextGiven): EditionTask['context'] {
  return {
    network: desk.network,
    year,
    firstYear: yearOf(moment.collection.from),
    asOf: { position: moment.position, time: moment.at, head: moment.head },
    today: desk.today(),
    collectedTo: moment.collection.to,
    policy: editionPolicy(threshold, policy),
    version: programVersion,
    draft,
  }
}

/** For the coordinator alone. */
function lateWarning(incidents: number): Problem {
  return { ...problem('ledger.late', { incidents }), severity: 'warning' }
}

/** A year that is not over: more may occur, and what has occurred may be reported late. */
export function warningsOf(year: number, collectedTo: string): readonly Problem[] {
  return collectedTo < `${year}-12-31` ? [{ ...problem('work.year-not-over', { year, to: collectedTo }), severity: 'warning' }] : []
}
