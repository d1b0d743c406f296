// An edition: the year as it stood at one moment, protected and written in both languages by a thread of its own.
import { type Count, mayTellLate } from '@lykta/disclosure'
import { type Problem, problem, ProblemError } from '@lykta/incident'
import type { CompilePdf } from '@lykta/publication'
import { inNetwork, readOwnIndicators } from '@lykta/register'
import { programVersion } from '../version.ts'
import { type AskedMoment, countAt, freezeYears, momentOf, yearOf } from './count-network.ts'
import type { Desk } from './desk.ts'
import type { EditionResult, EditionTask, OnStep } from './edition-task.ts'
import { publicPolicy } from './edition-policy.ts'
import { makeInThread } from './edition-thread.ts'
import { findLate } from './late-reports.ts'
import { ledgerIn, vintagesIn } from './ledger.ts'
import { defaultSettings, findSettings } from './network-settings.ts'

export type MadeEdition = EditionResult & {
  readonly year: number
  readonly asOf: EditionTask['context']['asOf']
  readonly madeAt: string
  /** What its readers must know before it goes anywhere. */
  readonly warnings: readonly Problem[]
  /** Ids of the incidents that came late and that it is the first to tell of, as a number. */
  readonly lateTold: readonly string[]
}

export type EditionOptions = {
  readonly year: number
  /** Folder with sv.md and en.md; else the program's own. */
  readonly templates?: string | undefined
  /** As of which moment; else now. */
  readonly asked?: AskedMoment | undefined
  /** Made after so many entries of the ledger; else after all of them. */
  readonly after?: number | undefined
  /** To be published as it is; else every page says that it is a draft. */
  readonly approved?: boolean | undefined
  readonly onStep?: OnStep | undefined
  readonly signal?: AbortSignal | undefined
  /** Everything in the calling thread, with this compiler: for those who measure. */
  readonly compilePdf?: CompilePdf | undefined
}

/** Refuses (`ProblemError`) a year outside the collection, a wrong template, and figures that cannot be protected. */
export async function makeEdition(desk: Desk, { year, templates, asked, after, approved = false, onStep = () => {}, signal, compilePdf }: EditionOptions): Promise<MadeEdition> {
  onStep('counting', 0.05)
  const now = await momentOf(desk, asked)
  const { own, settings, ledger } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    own: await readOwnIndicators(transaction, now.position), settings: await findSettings(transaction), ledger: (await ledgerIn(transaction)).slice(0, after),
  }))
  const moment = await freezeYears(desk, now, vintagesIn(ledger))
  const late = await findLate(desk, moment, ledger.filter(({ kind }) => kind === 'edition').map(({ id }) => id))
  const [first, last] = [yearOf(moment.collection.from), yearOf(moment.collection.to)]
  if (year < first || year > last) throw new ProblemError([problem('work.year-not-collected', { year, first, last })])
  const task: EditionTask = {
    context: {
      network: desk.network,
      year,
      firstYear: first,
      asOf: { position: moment.position, time: moment.at, head: moment.head },
      today: desk.today(),
      collectedTo: moment.collection.to,
      policy: publicPolicy((settings ?? defaultSettings).publicThreshold),
      version: programVersion,
      draft: !approved,
    },
    collection: moment.collection,
    ownIndicators: own.map(({ indicator }) => indicator),
    templates,
    earlier: ledger,
    late: late?.reports,
  }
  const count: Count = async (specs, periods) => (await countAt(desk, moment, [{ specs, periods }]))[0]!
  const result = compilePdf
    ? await (await import('./carry-out-edition.ts')).carryOutEdition(task, { count, onStep, compilePdf })
    : await makeInThread(task, { count, onStep, signal })
  const lateTold = late && mayTellLate(late.reports, task.context.policy) ? late.waiting : []
  const waiting = late && lateTold.length === 0 && late.reports.waiting.count > 0
  const warnings = [...warningsOf(year, moment.collection.to), ...(waiting ? [lateWarning(late.reports.waiting.count)] : []), ...result.asked]
  return { ...result, year, asOf: task.context.asOf, madeAt: new Date().toISOString(), warnings, lateTold }
}

/** For the coordinator alone. */
function lateWarning(incidents: number): Problem {
  return { ...problem('ledger.late', { incidents }), severity: 'warning' }
}

/** A year that is not over: more may occur, and what has occurred may be reported late. */
export function warningsOf(year: number, collectedTo: string): readonly Problem[] {
  return collectedTo < `${year}-12-31` ? [{ ...problem('work.year-not-over', { year, to: collectedTo }), severity: 'warning' }] : []
}
