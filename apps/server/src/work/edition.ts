// Makes an edition: the year protected, written in both languages, with its manifest and its private protocol.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogueOf, findLabel, hierarchiesOn, type Language, problem, ProblemError } from '@lykta/incident'
import { type Certificate, defaultPlan, defaultPolicies, protect, type ProtectedTable, type Protocol } from '@lykta/disclosure'
import { checkEdition, type CompilePdf, type EditionContext, makeEdition as renderEdition, makeManifest, type Manifest } from '@lykta/publication'
import { inNetwork, readOwnIndicators } from '@lykta/register'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { readWebFonts } from '../adapters/fonts.ts'
import { solveExtremes } from '../adapters/solve-extremes.ts'
import type { JobStep } from '../api/types.ts'
import { programVersion } from '../version.ts'
import { countAt, momentOf, yearOf } from './count-network.ts'
import type { Desk } from './desk.ts'

export type MadeEdition = {
  readonly year: number
  readonly asOf: { readonly position: number; readonly time: string }
  readonly madeAt: string
  /** By path: "sv/report.pdf", "en/tables/years.csv". */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly manifest: Manifest
  readonly tables: readonly ProtectedTable[]
  /** For the coordinator only. */
  readonly protocol: Protocol
  readonly certificate: Certificate
}

export type EditionOptions = {
  readonly year: number
  /** Folder with sv.md and en.md; else the program's own. */
  readonly templates?: string | undefined
  readonly onStep?: ((step: JobStep, progress: number | null) => void) | undefined
  /** Instead of the process's own, for those who measure. */
  readonly compilePdf?: CompilePdf | undefined
}

const ownTemplates = join(dirname(fileURLToPath(import.meta.url)), '../../../../packages/publication/templates/annual')

// One compiler a process, kept warm.
let compiler: CompilePdf | undefined

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Refuses (`ProblemError`) a year outside the collection, a wrong template, and figures that cannot be protected. */
export async function makeEdition(desk: Desk, { year, templates = ownTemplates, onStep = () => {}, compilePdf = (compiler ??= createPdfCompiler()) }: EditionOptions): Promise<MadeEdition> {
  onStep('counting', 0.05)
  const moment = await momentOf(desk)
  const [first, last] = [yearOf(moment.collection.from), yearOf(moment.collection.to)]
  if (year < first || year > last) throw new ProblemError([problem('work.year-not-collected', { year, first, last })])
  const own = await inNetwork(desk.register, desk.context, (transaction) => readOwnIndicators(transaction, moment.position))
  const catalogue = catalogueOf(own.map(({ indicator }) => indicator))
  const policy = defaultPolicies.public
  const context: Omit<EditionContext, 'language'> = {
    network: desk.network,
    year,
    firstYear: first,
    asOf: { position: moment.position, time: moment.at },
    today: desk.today(),
    collectedTo: moment.collection.to,
    policy,
    version: programVersion,
    draft: true,
  }
  const inputs = await Promise.all((['sv', 'en'] as const).map(async (language) => ({
    context: { ...context, language },
    label: (dimension: Parameters<typeof findLabel>[0], code: string) => findLabel(dimension, code, language, catalogue),
    template: await readTemplate(templates, language),
  })))
  // A template is read in no time and protecting takes seconds: whoever edits one is told at once, of both languages.
  const faults = inputs.flatMap((input) => checkEdition({ ...input, tables: [] }))
  if (faults.length > 0) throw new ProblemError(faults)
  onStep('protecting', 0.15)
  const protection = await protect({
    plan: defaultPlan(policy),
    policy,
    hierarchies: hierarchiesOn(moment.collection.to, own.map(({ indicator }) => indicator.id)),
    years: [first, year],
    collection: moment.collection,
    count: async (specs, periods) => (await countAt(desk, moment, [{ specs, periods }]))[0]!,
    solve: solveExtremes,
    digest: sha256,
    asOf: moment.position,
    earlier: [],
  })
  const digest = async (bytes: Uint8Array): Promise<string> => sha256(bytes)
  const tools = { compilePdf, digest, fonts: readWebFonts() }
  const files = new Map<string, Uint8Array>()
  for (const [index, input] of inputs.entries()) {
    onStep('typesetting', 0.6 + index * 0.2)
    const rendered = await renderEdition({ ...input, tables: protection.tables }, tools)
    for (const [path, bytes] of rendered) files.set(`${input.context.language}/${path}`, bytes)
  }
  return {
    year,
    asOf: context.asOf,
    madeAt: new Date().toISOString(),
    files,
    manifest: await makeManifest({ context, tables: protection.tables, files }, digest),
    tables: protection.tables,
    protocol: protection.protocol,
    certificate: protection.certificate,
  }
}

async function readTemplate(folder: string, language: Language): Promise<{ readonly file: string; readonly text: string }> {
  const file = join(folder, `${language}.md`)
  try {
    return { file, text: await readFile(file, 'utf8') }
  } catch {
    throw new ProblemError([problem('work.file-missing', { file })])
  }
}
