// Reads a text while it is written: everything wrong with it and everything that is asked about it, each at its place.
import type { Problem } from '@lykta/incident'
import { type KnownTables, knownTables } from '../binding/known-tables.ts'
import { findingsIn, type ProseInput } from '../checker/check-prose.ts'
import { findingCodes, type Settling } from '../checker/finding.ts'
import { printedOf } from '../checker/printed.ts'
import { checkTemplate } from '../template/check-template.ts'
import { parseTemplate } from '../template/parse-template.ts'

/** One thing to look at: what it is, where it stands, how it can be settled. */
export type ProseMark = {
  readonly code: string
  /** An error stops the edition; a warning goes with it. */
  readonly severity: 'error' | 'warning'
  readonly line: number
  /** Columns in UTF-16 units from 0; `to` is the first one after. */
  readonly from: number
  readonly to: number
  readonly values: Problem['values']
  readonly settle: readonly Settling[]
}

/** In the order of the file. Without tables, what depends on values is not asked about. */
export function readProse({ context, tables, label, template: { text, file } }: ProseInput): readonly ProseMark[] {
  const known: KnownTables = knownTables(tables, label)
  const { template, problems } = parseTemplate(text, file)
  const lines = text.split('\n')
  const shape = [...problems, ...checkTemplate(template, known, context)].filter(({ code }) => !isFinding(code)).map((problem) => markOf(problem, lines))
  const found = findingsIn(template, text, printedOf(context, known, tables)).map(({ key, severity, where, values, settle }): ProseMark => ({
    code: key, severity, line: where.line, from: where.from, to: where.to, values, settle,
  }))
  return [...shape, ...found].toSorted((a, b) => a.line - b.line || a.from - b.from)
}

/** The checker tells these too, with their columns. */
function isFinding(code: string): boolean {
  return findingCodes.some((one) => code === `publication.${one}`)
}

/** The binding that it speaks of, where it names one; else the line. */
function markOf({ code, where, values }: Problem, lines: readonly string[]): ProseMark {
  const line = Math.max(1, where.row ?? 1)
  const written = lines[line - 1] ?? ''
  const piece = [values['binding'], values['link'], values['text'], values['id']].find((one): one is string => typeof one === 'string' && one !== '' && written.includes(one))
  const at = piece === undefined ? written.length - written.trimStart().length : written.indexOf(piece)
  const bound = piece !== undefined && /\{\{\s*$/.test(written.slice(0, at)) ? written.lastIndexOf('{{', at) : at
  const end = piece === undefined ? written.trimEnd().length : at + piece.length
  const closed = bound === at ? end : Math.max(end, written.indexOf('}}', end) + 2)
  return { code, severity: 'error', line, from: bound, to: Math.max(closed, bound), values, settle: [] }
}
