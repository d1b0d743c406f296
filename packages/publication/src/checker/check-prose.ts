// The checker: reads a template's prose beside what the protected tables print, and returns what to ask its writer about.
import type { ProtectedTable } from '@lykta/disclosure'
import type { EditionContext } from '../binding/edition-context.ts'
import { type CodeLabel, knownTables } from '../binding/known-tables.ts'
import { parseTemplate } from '../template/parse-template.ts'
import type { Template, TemplateBlock } from '../template/template.ts'
import { findComparisons } from './find-comparisons.ts'
import { findOverWhole } from './find-over-whole.ts'
import { findShares } from './find-shares.ts'
import { type Found, findWords } from './find-words.ts'
import type { Finding } from './finding.ts'
import { lexiconIn } from './lexicon/lexicon-in.ts'
import { printedOf, type Printed } from './printed.ts'
import { type Reading, readWording, sourceOf } from './reading.ts'
import { wordingsOf } from './wordings-of.ts'

export type ProseInput = {
  readonly context: EditionContext
  /** None while nothing is protected yet: what depends on values is then not asked about. */
  readonly tables: readonly ProtectedTable[]
  readonly label: CodeLabel
  readonly template: { readonly file: string; readonly text: string }
  /** Approved examples of reasons, in the edition's language. */
  readonly examples?: readonly string[] | undefined
}

/** In the order of the file. Faults of the template's shape are `checkEdition`'s. */
export function checkProse({ context, tables, label, template }: ProseInput): readonly Finding[] {
  const known = knownTables(tables, label)
  return findingsIn(parseTemplate(template.text, template.file).template, template.text, printedOf(context, known, tables))
}

/** Of a template that is read already. */
export function findingsIn(template: Template, source: string, printed: Printed): readonly Finding[] {
  const lexicon = lexiconIn[printed.context.language]
  const lines = sourceOf(source)
  return chaptersOf(template.blocks).flatMap((blocks) => {
    const readings = blocks.flatMap(wordingsOf).map((wording) => readWording(wording, lines))
    const chapter = readings.map(({ text }) => text).join(' ')
    return readings.flatMap((reading) => {
      const found = [...findWords(reading, lexicon), ...findShares(reading, lexicon, printed), ...findOverWhole(reading, chapter, lexicon, printed), ...findComparisons(reading, lexicon, printed)]
      return found.toSorted((a, b) => a.from - b.from).map((one) => findingOf(one, reading, template.file, source))
    })
  })
}

/** A heading and what follows it, to the next heading of whatever level. */
function chaptersOf(blocks: readonly TemplateBlock[]): readonly (readonly TemplateBlock[])[] {
  const chapters: TemplateBlock[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'heading') chapters.push([])
    chapters.at(-1)?.push(block)
  }
  return chapters
}

function findingOf({ code, blocking, from, to, settle, values }: Found, reading: Reading, file: string, source: string): Finding {
  const place = reading.placeOf(from, to)
  const word = (source.split('\n')[place.line - 1] ?? '').slice(place.from, place.to)
  return { code, severity: blocking ? 'error' : 'warning', where: { file, ...place }, key: `publication.${code}`, values: { ...values, word, ...(code === 'number-typed' && { number: word }) }, settle }
}

