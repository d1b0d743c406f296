// What a network may not do to its own questions: take away what old answers name, or write into one what identifies somebody.
import { findSensitive, type OwnQuestion, problem, ProblemError } from '@lykta/incident'

/** Throws ProblemError. A new wording is taken, and read again; what stood before is not. */
export function checkOwnQuestions(questions: readonly OwnQuestion[], stored: readonly OwnQuestion[]): void {
  for (const before of stored) {
    const after = questions.find(({ id }) => id === before.id)
    if (!after) throw new ProblemError([problem('settings.question-left-out')])
    const kept = before.choices.every(({ id }) => after.choices.some((choice) => choice.id === id))
    if (after.kind !== before.kind || !kept) throw new ProblemError([problem('settings.question-changed')])
  }
  const known = new Set(stored.flatMap(textsOf))
  if (questions.flatMap(textsOf).some((text) => !known.has(text) && findSensitive(text).length > 0)) throw new ProblemError([problem('settings.question-sensitive')])
}

function textsOf({ sv, en, choices }: OwnQuestion): readonly string[] {
  return [sv, en, ...choices.flatMap((choice) => [choice.sv, choice.en])]
}
