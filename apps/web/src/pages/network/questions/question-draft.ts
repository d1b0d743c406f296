// A question while it is written: what is missing or may not stand there, and the question that is stored.
import { findSensitive, type OwnChoice, type OwnQuestion } from '@lykta/incident'
import { slug, untaken } from '../slug.ts'

export type ChoiceDraft = OwnChoice & {
  readonly key: number
  /** False: stored before, and answers may name it. */
  readonly isNew: boolean
}

export type QuestionDraft = Omit<OwnQuestion, 'choices' | 'validFrom' | 'validTo'> & {
  readonly choices: readonly ChoiceDraft[]
  /** '' for none. */
  readonly validFrom: string
  readonly validTo: string
}

export type Slip = 'missing' | 'sensitive' | 'fewChoices' | 'datesReversed' | 'noDay'
/** By the field: "sv", "en", "choices", "from", "to", "0:sv" of the choice with that key. */
export type Slips = ReadonlyMap<string, Slip>

export function draftOf({ choices, validFrom, validTo, ...question }: OwnQuestion): QuestionDraft {
  return { ...question, choices: choices.map((choice, key) => ({ ...choice, key, isNew: false })), validFrom: validFrom ?? '', validTo: validTo ?? '' }
}

export function emptyDraft(step: string, today: string): QuestionDraft {
  const choice = (key: number): ChoiceDraft => ({ id: '', sv: '', en: '', key, isNew: true })
  return { id: '', kind: 'yes-no', step, sv: '', en: '', choices: [choice(0), choice(1)], validFrom: today, validTo: '' }
}

export function slipsOf({ sv, en, kind, choices, validFrom, validTo }: QuestionDraft): Slips {
  const slips = new Map<string, Slip>()
  const text = (field: string, written: string): void => {
    if (written.trim() === '') slips.set(field, 'missing')
    else if (findSensitive(written).length > 0) slips.set(field, 'sensitive')
  }
  text('sv', sv)
  text('en', en)
  if (kind !== 'yes-no') {
    if (choices.length < 2) slips.set('choices', 'fewChoices')
    for (const choice of choices) {
      text(`${choice.key}:sv`, choice.sv)
      text(`${choice.key}:en`, choice.en)
    }
  }
  // The browser's own field gives a whole day, or nothing.
  if (validFrom !== '' && validTo !== '' && validTo < validFrom) slips.set('to', 'datesReversed')
  return slips
}

/** With ids for what is new, which stay whatever the words become. */
export function questionOf(draft: QuestionDraft, taken: readonly string[]): OwnQuestion {
  const { id, kind, step, validFrom, validTo } = draft
  const written = ({ sv, en }: { readonly sv: string; readonly en: string }) => ({ sv: sv.trim(), en: en.trim() })
  const choices = (kind === 'yes-no' ? [] : draft.choices).reduce((made: readonly OwnChoice[], choice) => {
    const isTaken = (one: string): boolean => one === 'unknown' || made.some((other) => other.id === one) || draft.choices.some((other) => other.id === one)
    return [...made, { id: choice.id === '' ? untaken(slug(choice.sv, { between: '-', fallback: 'choice' }), '-', isTaken) : choice.id, ...written(choice) }]
  }, [])
  return {
    id: id === '' ? untaken(`own_${slug(draft.sv, { between: '_', fallback: 'question' })}`, '_', (one) => taken.includes(one)) : id,
    kind, step, ...written(draft), choices, validFrom: validFrom === '' ? null : validFrom, validTo: validTo === '' ? null : validTo,
  }
}
