// Protects the year, lets the attacker try, and writes it in both languages. Busy for seconds: it has a thread of its own.
import { createHash } from 'node:crypto'
import { AttackError, type Count, defaultPlan, keepApart, protect, protectBeside, type Protection, type ProtectRequest, type SolveExtremes } from '@lykta/disclosure'
import { catalogueOf, findLabel, hierarchiesOn, problem, ProblemError } from '@lykta/incident'
import { checkEdition, checkProse, type CompilePdf, type EditionInput, makeEdition, makeManifest, problemOf } from '@lykta/publication'
import { drawPng } from '../adapters/draw-png.ts'
import { readWebFonts } from '../adapters/fonts.ts'
import { programLoader } from '../adapters/load-program.ts'
import { solveExtremes } from '../adapters/solve-extremes.ts'
import { earlierStates } from './earlier-states.ts'
import type { CountIn, EditionResult, EditionTask, OnStep } from './edition-task.ts'
import { startSearchClock } from './search-clock.ts'

export type EditionMeans = {
  readonly count: Count
  /** Where printed years were printed anew. */
  readonly countIn?: CountIn | undefined
  readonly compilePdf: CompilePdf
  readonly onStep: OnStep
  /** Instead of the program's own, for tests. */
  readonly solve?: SolveExtremes | undefined
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Refuses (`ProblemError`) a wrong template, figures that cannot be protected, and what the audit does not let pass. */
export async function carryOutEdition(task: EditionTask, means: EditionMeans): Promise<EditionResult> {
  const { context, ownIndicators, prose } = task
  const catalogue = catalogueOf(ownIndicators)
  const inputs = (['sv', 'en'] as const).map((language): Omit<EditionInput, 'tables'> => ({
    context: { ...context, language, apart: task.apart },
    label: (dimension, code) => findLabel(dimension, code, language, catalogue),
    template: prose[language],
    examples: prose.examples.map((texts) => texts[language]),
    replaces: task.replaces && { changed: task.replaces.changed[language], before: task.replaces.before },
  }))
  // A template is read in no time and protecting takes seconds: whoever edits one is told at once, of both languages.
  const faults = inputs.flatMap((input) => checkEdition({ ...input, tables: [] }))
  if (faults.length > 0) throw new ProblemError(faults)
  const { tables, protocol, certificate } = await protectYear(task, means)
  const findings = inputs.flatMap((input) => checkProse({ ...input, tables }))
  const digest = async (bytes: Uint8Array): Promise<string> => sha256(bytes)
  const tools = { compilePdf: means.compilePdf, drawPng, digest, fonts: readWebFonts() }
  const forms = task.finals ? [context.draft, false] : [context.draft]
  const rendering = async (draft: boolean, form: number) => {
    const files = new Map<string, Uint8Array>()
    for (const [index, input] of inputs.entries()) {
      means.onStep('typesetting', 0.6 + (0.4 * (form * inputs.length + index)) / (forms.length * inputs.length))
      const rendered = await makeEdition({ ...input, context: { ...input.context, draft }, tables }, tools)
      for (const [path, bytes] of rendered) files.set(`${input.context.language}/${path}`, bytes)
    }
    const manifest = await makeManifest({ context: { ...context, draft }, tables, files }, digest)
    files.set('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`))
    return { files, manifest }
  }
  const { files, manifest } = await rendering(context.draft, 0)
  const finals = task.finals ? (await rendering(false, 1)).files : new Map<string, Uint8Array>()
  return { files, finals, manifest, tables, protocol, certificate, findings, asked: findings.map(problemOf) }
}

async function protectYear({ context, apart, collection, ownIndicators, earlier, states: printedBefore, anew, late }: EditionTask, { count, countIn = () => count, onStep, solve = solveExtremes }: EditionMeans): Promise<Protection> {
  const load = await programLoader()
  let asked = 0
  // How many questions there will be depends on the answers: the rest is halved, as it were, every hundred of them.
  const further = (): void => onStep('auditing', 0.6 - 0.4 * 2 ** (-(asked++) / 100))
  try {
    const request: ProtectRequest = {
      plan: apart === undefined ? defaultPlan(context.policy) : keepApart(defaultPlan(context.policy), apart),
      policy: context.policy,
      hierarchies: hierarchiesOn(collection.to, ownIndicators.map(({ id }) => id)),
      years: [context.firstYear, context.year],
      collection,
      count: async (specs, periods, byOrganisation) => {
        const counted = await count(specs, periods, byOrganisation)
        onStep('protecting', 0.15)
        return counted
      },
      solve: async (system, variables) => {
        further()
        return solveOrFail(solve, system, variables)
      },
      load: (program) => {
        further()
        return load(program)
      },
      left: startSearchClock(),
      digest: sha256,
      asOf: context.asOf.position,
      earlier,
      late,
    }
    const states = earlierStates(printedBefore, countIn)
    if (states.length === 0) return await protect(request)
    const beside = await protectBeside({ ...request, states })
    if (beside.allowed) return beside.protection
    throw new ProblemError([anew ? problem('editions.revision-refused', { year: context.year }) : problem('editions.beside-refused', { year: context.year })])
  } catch (error) {
    if (error instanceof AttackError) throw new ProblemError([problem('disclosure.audit-failed')], { cause: error })
    throw error
  }
}

/** A solver that breaks down has proven nothing either. */
const solveOrFail = async (solve: SolveExtremes, ...[system, variables]: Parameters<SolveExtremes>): ReturnType<SolveExtremes> => {
  try {
    return await solve(system, variables)
  } catch (error) {
    throw new AttackError('the solver broke down', { cause: error })
  }
}
