// Any failure of the keys in words: what the seal room says, what the server says, or what stands here.
import { findProblemText, type Language, type Problem, ProblemError } from '@lykta/incident'
import { findSealText } from '@lykta/seal'
import { FailureError } from '../api/ask.ts'
import { messagesIn, useLanguage } from '../messages/messages.ts'

/** Each a sentence or two; never empty. A defect gets the general words. */
export function problemTexts(error: unknown, language: Language): readonly string[] {
  const { failure, keyProblems } = messagesIn[language]
  if (error instanceof FailureError) {
    const { status, problems } = error.failure
    if (problems.length > 0) return problems.map(({ text }) => text[language])
    return [status === 0 ? failure.offlineText : failure.text]
  }
  if (!(error instanceof ProblemError) || error.problems.length === 0) return [failure.text]
  const own: Readonly<Record<string, (values: Problem['values']) => string>> = keyProblems
  return error.problems.map((one) => findSealText(one.code, language, one.values) ?? own[one.code]?.(one.values) ?? findProblemText(one, language) ?? failure.text)
}

export function useProblemTexts(): (error: unknown) => readonly string[] {
  const language = useLanguage()
  return (error) => problemTexts(error, language)
}
