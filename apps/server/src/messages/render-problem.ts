// Words for every problem that reaches a person: the import's own from its room, all others from here.
import { findProblemText, type Language, type Problem } from '@lykta/incident'
import { en } from './en.ts'
import { sv } from './sv.ts'

const wordings = { sv, en } as const

/** One sentence or two: what happened, where, what to do. */
export function renderProblem(problem: Problem, language: Language): string {
  const wording = wordings[language][problem.code as keyof typeof sv]
  if (wording) return wording({ ...problem.where, ...problem.values })
  const imported = findProblemText(problem, language)
  // A test holds every code to have its wording; should one be missing all the same, its name is better than nothing.
  return imported ?? problem.code
}
