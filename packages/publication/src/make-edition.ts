// One language of an edition, from protected tables and a template to its files.
import type { ProtectedTable } from '@lykta/disclosure'
import { type Problem, ProblemError } from '@lykta/incident'
import { wholePeriod } from '@lykta/statistics'
import type { Edition } from './binding/edition.ts'
import { collectionOf, type EditionContext } from './binding/edition-context.ts'
import { type CodeLabel, knownTables } from './binding/known-tables.ts'
import { marksOf } from './binding/marks.ts'
import { chartFile, chartPath } from './charts/chart-file.ts'
import { changesChapter, type Replaces } from './document/changes-chapter.ts'
import type { PublicationDocument } from './document/document.ts'
import { textOf } from './document/inline.ts'
import { renderCellSign } from './document/render-cell.ts'
import { pageStyle } from './html/page-style.ts'
import { renderHtml, type Way } from './html/render-html.ts'
import { type WebFont, base64 } from './html/web-font.ts'
import { renderDocx } from './docx/render-docx.ts'
import { renderCsv } from './open-data/csv.ts'
import { dataTables } from './open-data/data-table.ts'
import { jsonStat } from './open-data/json-stat.ts'
import { renderPx } from './open-data/px.ts'
import type { CompilePdf, Digest, DrawPng } from './ports.ts'
import { figureChanges } from './tables/figure-changes.ts'
import { checkTemplate } from './template/check-template.ts'
import { fillTemplate } from './template/fill-template.ts'
import { parseTemplate } from './template/parse-template.ts'
import { placeBlock } from './template/place-block.ts'
import type { Template } from './template/template.ts'
import { renderTypst } from './typst/render-typst.ts'
import { renderDay, renderMoment } from './words/dates.ts'
import { periodInWords } from './words/period-label.ts'
import { wordsIn } from './words/words-in.ts'

export type EditionInput = {
  readonly context: EditionContext
  readonly tables: readonly ProtectedTable[]
  /** Words for the codes of rows, in the edition's language. */
  readonly label: CodeLabel
  /** The Markdown file and its name, for messages. */
  readonly template: { readonly file: string; readonly text: string }
  /** Examples of what raised suspicion, rewritten and approved, in the edition's language. */
  readonly examples?: readonly string[] | undefined
  /** Of an edition that replaces another. */
  readonly replaces?: Replaces | undefined
}

export type EditionTools = {
  readonly compilePdf: CompilePdf
  readonly drawPng: DrawPng
  readonly digest: Digest
  readonly fonts: readonly WebFont[]
}

/** By path within the language's folder: index.html, report.pdf, report-archive.pdf, report.docx, charts/*.svg, tables/*.csv, tables/*.json, tables/*.px. */
export type EditionFiles = ReadonlyMap<string, Uint8Array>

/**
 * Everything that would stop an edition, without making it: the template's file and lines, sorted.
 */
export function checkEdition({ context, tables, label, template }: EditionInput): readonly Problem[] {
  return readTemplate(template, knownTables(tables, label), context).problems
}

/** Throws a `ProblemError` when the template is wrong: nothing is published with an open question in it. */
export async function makeEdition(input: EditionInput, tools: EditionTools): Promise<EditionFiles> {
  const document = editionDocument(input)
  const edition = editionOf(input)
  const { words } = edition
  const style = pageStyle(tools.fonts, document.marks.map((mark) => mark.text))
  const encoder = new TextEncoder()
  const styleHash = base64(bytesOfHex(await tools.digest(encoder.encode(style))))
  const typst = renderTypst(document, words)
  const files = new Map<string, Uint8Array>()
  files.set('index.html', encoder.encode(renderHtml({ document, ways: waysOf(words), words, style, styleHash })))
  const createdAt = new Date(`${input.context.today}T00:00:00Z`)
  for (const [path, standard] of [['report.pdf', 'ua-1'], ['report-archive.pdf', 'a-2a']] as const) {
    files.set(path, await tools.compilePdf(typst.source, typst.assets, createdAt.getTime() / 1000, standard))
  }
  files.set('report.docx', await renderDocx(document, words, { drawPng: tools.drawPng, createdAt }))
  for (const chart of document.blocks.filter((block) => block.kind === 'chart')) files.set(chartPath(chart.id), encoder.encode(chartFile(chart, document, tools.fonts)))
  for (const table of dataTables(edition)) {
    files.set(`tables/${table.id}.csv`, encoder.encode(renderCsv(table, words, document.marks.map(({ text }) => text))))
    files.set(`tables/${table.id}.px`, encoder.encode(renderPx(edition, table)))
    files.set(`tables/${table.id}.json`, encoder.encode(`${JSON.stringify(jsonStat(edition, table), null, 1)}\n`))
  }
  return files
}

/** The document tree that the files are rendered from. Throws a `ProblemError` when the template is wrong. */
export function editionDocument(input: EditionInput): PublicationDocument {
  const { context } = input
  const { template, problems } = readTemplate(input.template, knownTables(input.tables, input.label), context)
  if (problems.length > 0) throw new ProblemError(problems)
  const edition = editionOf(input)
  const filled = fillTemplate(template, edition, (binding, source) => placeBlock(edition, binding, source))
  return {
    language: context.language,
    title: textOf(filled.title),
    subtitle: textOf(filled.subtitle),
    publisher: context.network.name,
    marks: marksOf(edition),
    facts: factsOf(edition),
    blocks: [...(input.replaces ? changesChapter(edition, input.replaces) : []), ...filled.blocks],
  }
}

/** What an edition changes of the figures of another, as its chapter says it. */
export function changedFigures(input: Pick<EditionInput, 'context' | 'tables' | 'label'>, before: readonly ProtectedTable[]): readonly { readonly name: string; readonly before: string; readonly after: string }[] {
  const edition = editionOf(input)
  return figureChanges(edition, before).changes.map(({ name, before: was, after }) => ({ name, before: renderCellSign(was, edition.words), after: renderCellSign(after, edition.words) }))
}

function readTemplate(
  { text, file }: EditionInput['template'],
  known: ReturnType<typeof knownTables>,
  context: EditionContext,
): { readonly template: Template; readonly problems: readonly Problem[] } {
  const { template, problems } = parseTemplate(text, file)
  const all = [...problems, ...checkTemplate(template, known, context)]
  return { template, problems: all.toSorted((a, b) => (a.where.row ?? 0) - (b.where.row ?? 0)) }
}

function editionOf({ context, tables, label, examples = [] }: Pick<EditionInput, 'context' | 'tables' | 'label' | 'examples'>): Edition {
  return { context, tables: new Map(tables.map((table) => [table.id, table])), words: wordsIn[context.language], label, examples }
}

function factsOf({ context, words }: Edition): PublicationDocument['facts'] {
  const { network, firstYear, year, asOf, today, policy, version } = context
  const period = wholePeriod(firstYear, year, collectionOf(context))
  const moment = renderMoment(asOf.time, network.timeZone, words.language)
  return [
    { name: words.facts.period, value: periodInWords(period, collectionOf(context), words.language) },
    { name: words.facts.asOf, value: moment },
    { name: words.facts.policy, value: policy.id },
    { name: words.facts.version, value: `Lykta ${version}` },
    { name: words.facts.made, value: renderDay(today, words.language) },
  ]
}

function waysOf({ language, page }: Edition['words']): readonly Way[] {
  const other = language === 'sv' ? 'en' : 'sv'
  return [
    { href: 'report.pdf', label: page.pdf }, { href: 'report-archive.pdf', label: page.archivePdf }, { href: 'report.docx', label: page.docx },
    { href: `../${other}/index.html`, label: page.otherLanguage, language: other },
  ]
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
