// Splits running text into words, bindings and footnotes, and lines into wordings.
import { type Problem, problem } from '@lykta/incident'
import { isBlockBinding } from '../binding/binding.ts'
import { findBinding } from '../binding/parse-binding.ts'
import type { Sentence, TemplateInline } from './template.ts'

export type Report = (code: string, line: number, values?: Problem['values']) => void

/** Collects problems of one file; the row is the line. */
export function problemsOf(file: string): { readonly problems: Problem[]; readonly report: Report } {
  const problems: Problem[] = []
  return { problems, report: (code, line, values = {}) => problems.push(problem(code, values, { file, row: line })) }
}

/** Text that may span several lines of the file; the first of them is `line`. */
export function parseText(text: string, line: number, report: Report): readonly TemplateInline[] {
  const inlines: TemplateInline[] = []
  let from = 0
  let at = line
  const push = (piece: string): void => {
    if (piece.includes('{{') || piece.includes('}}')) report('publication.braces-unbalanced', at, { text: piece.trim().slice(0, 40) })
    if (piece !== '') inlines.push({ kind: 'text', text: piece, line: at })
  }
  for (const match of text.matchAll(/\{\{(?<bound>[^{}]*)\}\}|\^\[|\n/g)) {
    if (match.index < from) continue
    push(text.slice(from, match.index))
    from = match.index + match[0].length
    if (match[0] === '\n') {
      at += 1
      inlines.push({ kind: 'text', text: '\n', line: at })
    } else if (match[0] === '^[') {
      const end = closingBracket(text, from)
      if (end < 0) report('publication.footnote-open', at)
      const inner = text.slice(from, end < 0 ? from : end)
      inlines.push({ kind: 'footnote', children: parseText(inner, at, report) })
      from += inner.length + 1
    } else {
      inlines.push(...bound((match.groups?.bound ?? '').trim(), at, report))
    }
  }
  push(text.slice(from))
  return inlines
}

function bound(source: string, line: number, report: Report): readonly TemplateInline[] {
  const binding = findBinding(source)
  if (!binding) {
    report('publication.binding-unknown', line, { binding: source.slice(0, 80) })
    return []
  }
  if (isBlockBinding(binding)) {
    report('publication.binding-alone', line, { binding: source })
    return []
  }
  return [{ kind: 'bound', binding, source, line }]
}

/** On the same line: a footnote belongs to its sentence. */
function closingBracket(text: string, from: number): number {
  let depth = 1
  for (let index = from; index < text.length && text[index] !== '\n'; index++) {
    if (text[index] === '[') depth += 1
    if (text[index] === ']') depth -= 1
    if (depth === 0) return index
  }
  return -1
}

/** Each line of the file is a sentence; `||` parts its wordings. */
export function sentencesFrom(inlines: readonly TemplateInline[], line: number): readonly Sentence[] {
  const sentences: { line: number; wordings: TemplateInline[][] }[] = [{ line, wordings: [[]] }]
  for (const inline of inlines) {
    const sentence = sentences.at(-1)
    if (inline.kind !== 'text') {
      sentence?.wordings.at(-1)?.push(inline)
    } else if (inline.text === '\n') {
      sentences.push({ line: inline.line, wordings: [[]] })
    } else {
      for (const [index, piece] of inline.text.split('||').entries()) {
        if (index > 0) sentence?.wordings.push([])
        if (piece !== '') sentence?.wordings.at(-1)?.push({ ...inline, text: piece })
      }
    }
  }
  return sentences.map((sentence) => ({ line: sentence.line, wordings: sentence.wordings.map(trimmed) }))
}

function trimmed(wording: readonly TemplateInline[]): readonly TemplateInline[] {
  return wording.flatMap((inline, index): readonly TemplateInline[] => {
    if (inline.kind !== 'text') return [inline]
    let text = index === 0 ? inline.text.trimStart() : inline.text
    if (index === wording.length - 1) text = text.trimEnd()
    return text === '' ? [] : [{ ...inline, text }]
  })
}
