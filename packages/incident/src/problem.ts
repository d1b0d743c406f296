// Everything a user can mend, in one shape; sent as RFC 9457 and worded in the user's language from its code.

/** Where something is wrong: as much as is known, for people to find the place. */
export type Place = {
  readonly file?: string
  /** As the spreadsheet numbers it: the header is row 1. */
  readonly row?: number
  readonly column?: string
  /** Id of the form's question or field. */
  readonly question?: string
  /** The row of a question that has several, as people number them: the first is 1. */
  readonly group?: number
}

/** What stood in a cell (at most 40 characters, never free text) and what would be allowed there. */
export type Problem = {
  /** Dotted and stable, for instance `import.date-invalid`; the key of its wording in both languages. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly where: Place
  readonly values: Readonly<Record<string, string | number>>
}

/** Thrown where an expected problem ends the work; a defect is an ordinary Error. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[]
  /** `cause`: the defect behind it, for the log. */
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.code).join(', '), options)
    this.name = 'ProblemError'
    this.problems = problems
  }
}

export function problem(code: string, values: Problem['values'] = {}, where: Place = {}): Problem {
  return { code, severity: 'error', where, values }
}
