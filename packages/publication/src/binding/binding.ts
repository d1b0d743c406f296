// What may stand between {{ and }} in a template. The grammar is described in docs/editing-the-report.md.

/** A year, or a word for one that follows the edition. */
export type PeriodWord =
  | { readonly word: 'year' | 'previous' | 'first' | 'all' | 'block' | 'latest' | 'before' }
  | { readonly word: 'calendar-year'; readonly year: number }

/** One cell of one protected table: `exploitation[sexual].block`. */
export type FigureRef = {
  readonly table: string
  /** One code per dimension; none for the base, which is the figure itself where a table has no rows. */
  readonly codes: readonly string[]
  readonly period: PeriodWord
}

export const editionNames = [
  'network', 'municipality', 'year', 'previous', 'first', 'today', 'asOf', 'position', 'policy', 'version', 'collectionStart',
] as const
export type EditionName = (typeof editionNames)[number]

export const policyNames = ['threshold', 'incidents', 'organisations', 'remaining', 'sensitiveThreshold', 'shareBase'] as const
export type PolicyName = (typeof policyNames)[number]

export const chartIds = ['incidents', 'persons', 'months', 'indicators', 'nationalities', 'chain'] as const
export type ChartId = (typeof chartIds)[number]

/** Stands in a sentence. */
export type InlineBinding =
  | { readonly kind: 'edition'; readonly name: EditionName }
  | { readonly kind: 'policy'; readonly name: PolicyName }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: FigureRef }
  /** Without `whole`, of the base of its own table. */
  | { readonly kind: 'share'; readonly part: FigureRef; readonly whole: FigureRef }
  | { readonly kind: 'band'; readonly figure: FigureRef }
  | { readonly kind: 'ratio'; readonly later: FigureRef; readonly earlier: FigureRef }
  | { readonly kind: 'rate'; readonly figure: FigureRef }
  | { readonly kind: 'months'; readonly period: PeriodWord }
  /** The name of a period, or of the period that a figure was published for. */
  | { readonly kind: 'span'; readonly period: PeriodWord; readonly figure: FigureRef | null }
  /** Opens a sentence that says what the network thinks, not what was counted. */
  | { readonly kind: 'opinion' }
  /** A whole sentence by the rule of statistics: increase, decrease, or why neither is said. */
  | { readonly kind: 'direction'; readonly later: FigureRef; readonly earlier: FigureRef }

/** Stands alone in a paragraph. */
export type BlockBinding =
  | { readonly kind: 'rows'; readonly figure: FigureRef }
  | { readonly kind: 'table'; readonly id: string }
  | { readonly kind: 'chart'; readonly id: ChartId }
  | { readonly kind: 'keyfigures'; readonly ids: readonly string[] }
  /** Examples of reasons for suspicion. */
  | { readonly kind: 'examples' }
  | { readonly kind: 'signs' }
  | { readonly kind: 'downloads' }

export type Binding = InlineBinding | BlockBinding

/** Every figure a binding speaks of. */
export function figuresOf(binding: Binding): readonly FigureRef[] {
  switch (binding.kind) {
    case 'figure':
    case 'band':
    case 'rate':
    case 'rows':
      return [binding.figure]
    case 'share':
      return [binding.part, binding.whole]
    case 'ratio':
    case 'direction':
      return [binding.later, binding.earlier]
    case 'span':
      return binding.figure ? [binding.figure] : []
    case 'edition':
    case 'policy':
    case 'opinion':
    case 'literal':
    case 'months':
    case 'table':
    case 'chart':
    case 'keyfigures':
    case 'examples':
    case 'signs':
    case 'downloads':
      return []
  }
}

const blockKinds: readonly Binding['kind'][] = ['rows', 'table', 'chart', 'keyfigures', 'examples', 'signs', 'downloads']

export function isBlockBinding(binding: Binding): binding is BlockBinding {
  return blockKinds.includes(binding.kind)
}

/** True when there may be no value, so that the sentence needs a second wording. A direction words its own refusal. */
export function mayBeHidden(binding: InlineBinding): boolean {
  if (binding.kind === 'months' || binding.kind === 'span') return figuresOf(binding).length > 0 || tableWords.includes(binding.period.word)
  return binding.kind !== 'direction' && figuresOf(binding).length > 0
}

/** Periods that only tables tell. */
const tableWords: readonly PeriodWord['word'][] = ['block', 'latest', 'before']
