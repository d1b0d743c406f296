// How many police reports an incident led to, when one more is told of, or one was a mistake.
import type { Incident } from '../incident.ts'

/** Where nobody knew how many, one is at least one. Whoever files a report has been in contact with the police. */
export function withReportFiled(answers: Incident): Incident {
  const { policeReports: before } = answers
  return { ...answers, policeContacted: 'yes', policeReports: before ? { ...before, count: before.count + 1 } : { count: 1, atLeast: true } }
}

/** "At least one" was said for this one alone: without it nobody knows. */
export function withoutReportFiled(answers: Incident): Incident {
  const { policeReports: before } = answers
  if (!before || before.count === 0) return answers
  return { ...answers, policeReports: before.count === 1 && before.atLeast ? null : { ...before, count: before.count - 1 } }
}
