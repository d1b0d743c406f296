// What must be right before a template is filled: its bindings exist, its numbers are bound, its sentences can do without.
import type { Problem } from '@lykta/incident'
import type { Unit } from '@lykta/statistics'
import { type Binding, type FigureRef, figuresOf, mayBeHidden } from '../binding/binding.ts'
import { canComeAfter } from '../binding/comes-after.ts'
import type { EditionContext } from '../binding/edition-context.ts'
import type { KnownTables } from '../binding/known-tables.ts'
import { findWords } from '../checker/find-words.ts'
import { lexiconIn } from '../checker/lexicon/lexicon-in.ts'
import { noSource, readWording } from '../checker/reading.ts'
import { type Report, problemsOf } from './parse-inline.ts'
import { type Sentence, type Template, type TemplateInline, flatten, sentencesOf } from './template.ts'

/** What may stand in the edition's own language and year. */
export type CheckedFor = Pick<EditionContext, 'language' | 'year' | 'firstYear'>

export function checkTemplate(template: Template, known: KnownTables, edition: CheckedFor): readonly Problem[] {
  const { problems, report } = problemsOf(template.file)
  const ids = new Set<string>()
  for (const block of template.blocks) {
    for (const sentence of sentencesOf(block)) checkSentence(sentence, known, edition, report)
    if (block.kind === 'placed') checkBinding(block.binding, block.source, block.line, known, edition, report)
    if (block.kind === 'heading') {
      // One without a name is reported where it is read.
      if (block.id !== 'top' && ids.has(block.id)) report('publication.heading-id-twice', block.sentence.line, { id: block.id })
      ids.add(block.id)
    }
  }
  return problems
}

function checkSentence(sentence: Sentence, known: KnownTables, edition: CheckedFor, report: Report): void {
  for (const wording of sentence.wordings) {
    for (const inline of flatten(wording)) if (inline.kind === 'bound') checkBinding(inline.binding, inline.source, inline.line, known, edition, report)
    // The rest of what the checker finds goes with the edition as warnings.
    const reading = readWording(wording, noSource)
    for (const { code, blocking, word, from, to } of findWords(reading, lexiconIn[edition.language])) {
      if (blocking) report(`publication.${code}`, reading.placeOf(from, to).line, { word, number: word })
    }
  }
  const last = flatten(sentence.wordings.at(-1) ?? [])
  const hideable = last.find((inline) => inline.kind === 'bound' && mayBeHidden(inline.binding))
  if (hideable) report('publication.second-wording-missing', sentence.line, { binding: sourceOf(hideable) })
}

function checkBinding(binding: Binding, source: string, line: number, known: KnownTables, edition: CheckedFor, report: Report): void {
  const unknown = (name: string): void => report('publication.binding-unknown', line, { binding: source, name })
  for (const figure of figuresOf(binding)) checkFigure(figure, known, unknown)
  if (binding.kind === 'table' && binding.id !== 'years' && !known.has(binding.id)) unknown(binding.id)
  if (binding.kind === 'keyfigures') {
    for (const id of binding.ids) if (!known.has(id)) unknown(id)
  }
  const units = new Set(figuresOf(binding).map((figure) => known.get(figure.table)?.unit))
  if (units.size > 1 && !units.has(undefined)) report('publication.units-differ', line, { binding: source })
  // Somebody seen in two years is in both, and so is an organisation: their years do not add up.
  if (figuresOf(binding).some((figure) => figure.period.word === 'all' && notAdditive.includes(known.get(figure.table)?.unit))) {
    report('publication.not-additive', line, { binding: source })
  }
  const counted = binding.kind === 'rate' || binding.kind === 'ratio' || binding.kind === 'direction'
  // Persons cluster in incidents, so that chance intervals hold for incidents only.
  if (counted && [...units].some((unit) => unit !== undefined && unit !== 'incident')) {
    report('publication.incidents-only', line, { binding: source })
  }
  // Chance intervals are of two numbers that share no incident.
  if ((binding.kind === 'ratio' || binding.kind === 'direction') && !canComeAfter(edition, binding.later.period, binding.earlier.period)) {
    report('publication.periods-order', line, { binding: source })
  }
}

const notAdditive: readonly (Unit | undefined)[] = ['person', 'organisation']

function checkFigure(figure: FigureRef, known: KnownTables, unknown: (name: string) => void): void {
  const table = known.get(figure.table)
  if (!table) return unknown(figure.table)
  if (figure.codes.length > 0 && figure.codes.length !== table.by.length) return unknown(figure.codes.join('/'))
  for (const [index, code] of figure.codes.entries()) {
    const dimension = table.by[index]
    if (!dimension || !table.knowsCode(dimension, code)) unknown(code)
  }
}

const sourceOf = (inline: TemplateInline): string => (inline.kind === 'bound' ? inline.source : '')
