// The decision on handing out an incident as a public document: whole, in part or not at all, what is masked and on which ground. Codes alone.
import type { CivilDate } from '../civil-date.ts'
import type { Id } from '../incident.ts'
import type { SecrecyGroundCode } from './secrecy-grounds.ts'

export const extractOutcomes = ['whole', 'partly', 'refused'] as const
export type ExtractOutcome = (typeof extractOutcomes)[number]

/** In which office it was decided; the member who noted it stands in the log. */
export const deciders = ['officer', 'manager', 'lawyer', 'board'] as const
export type Decider = (typeof deciders)[number]

/** Who asked may not be asked for (TF 2:18), and no name of theirs is stored. */
export const recipients = ['individual', 'press', 'research', 'concerned', 'authority', 'organisation', 'unknown'] as const
export type Recipient = (typeof recipients)[number]

/** `words`: of the code `own`, and of no other. */
export type MaskGround = { readonly code: SecrecyGroundCode; readonly words: string | null }

export type MaskedField = { readonly field: string; readonly ground: MaskGround }
/** `text`: the revision that brought it. From and to in UTF-16 units, as the browser counts. */
export type MaskedPassage = { readonly text: number; readonly from: number; readonly to: number; readonly ground: MaskGround }

export type ExtractDecision = {
  readonly id: Id
  /** The revision of the incident that was looked at. */
  readonly revision: number
  readonly outcome: ExtractOutcome
  readonly decider: Decider
  readonly decidedOn: CivilDate
  readonly recipient: Recipient
  /** Of a refusal: what it rests on. */
  readonly grounds: readonly MaskGround[]
  readonly fields: readonly MaskedField[]
  readonly passages: readonly MaskedPassage[]
}

/** What does not fit together, or undefined. What is masked and what was decided have to agree, since both are read later. */
export function findExtractFault({ outcome, grounds, fields, passages }: Omit<ExtractDecision, 'id'>): 'ground-words' | 'whole-masked' | 'partly-whole' | 'refused-without-ground' | 'grounds-beside-masks' | 'passages' | undefined {
  const all = [...grounds, ...fields.map(({ ground }) => ground), ...passages.map(({ ground }) => ground)]
  if (all.some(({ code, words }) => (code === 'own') !== (words !== null && words.trim() !== ''))) return 'ground-words'
  const masks = fields.length + passages.length
  if (outcome === 'whole' && masks > 0) return 'whole-masked'
  if (outcome === 'partly' && masks === 0) return 'partly-whole'
  if (outcome === 'refused' && (grounds.length === 0 || masks > 0)) return 'refused-without-ground'
  if (outcome !== 'refused' && grounds.length > 0) return 'grounds-beside-masks'
  if (new Set(fields.map(({ field }) => field)).size !== fields.length) return 'passages'
  const ordered = passages.toSorted((a, b) => a.text - b.text || a.from - b.from)
  return ordered.some(({ text, from, to }, index) => from >= to || (ordered[index - 1]?.text === text && ordered[index - 1]!.to > from)) ? 'passages' : undefined
}
