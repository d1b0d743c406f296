// One JSON object of answers: takes an answer by its question's id, and says where a problem with it stands.
import type { FormProblemCode, FormProblems, FormProblemValues } from '../problems/form-problem.ts'

export type Fields = {
  /** Undefined where nothing was answered, and for "unknown". */
  given(id: string): unknown
  /** Null was written: the question was not asked. */
  notAsked(id: string): boolean
  report<Code extends FormProblemCode>(id: string, code: Code, values: FormProblemValues[Code]): undefined
  readonly ids: readonly string[]
}

/** Undefined for what is no object of answers. `group`: as people number it. */
export function openFields(value: unknown, problems: FormProblems, group?: number): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const answers = new Map<string, unknown>(Object.entries(value))
  return {
    given: (id) => {
      const answer = answers.get(id)
      return answer === null || answer === 'unknown' ? undefined : answer
    },
    notAsked: (id) => answers.get(id) === null,
    report: (id, code, values) => {
      problems.add(code, values, { question: id, group })
      return undefined
    },
    ids: [...answers.keys()],
  }
}
