// How many police reports an incident led to, and whether the police were contacted, when one more is told of, or one was a mistake.
import type { Answer } from '../codes.ts'
import type { Incident } from '../incident.ts'

/** Where nobody knew how many, one is at least one. Whoever files a report has been in contact with the police. */
export function withReportFiled(answers: Incident): Incident {
  const { policeReports: before } = answers
  return { ...answers, policeContacted: 'yes', policeReports: before ? { ...before, count: before.count + 1 } : { count: 1, atLeast: true } }
}

export type WithoutReport = {
  /** Whether the police were contacted, as `contactedAsSaid` finds it. */
  readonly said: Answer
  /** Another police report of the incident stands. */
  readonly others: boolean
}

/** "At least one" was said for this one alone: without it nobody knows. As long as there is any other report, the police were contacted. */
export function withoutReportFiled(answers: Incident, { said, others }: WithoutReport): Incident {
  const { policeReports: before } = answers
  const policeReports = !before || before.count === 0 ? before : before.count === 1 && before.atLeast ? null : { ...before, count: before.count - 1 }
  const stands = others || (policeReports !== null && policeReports.count > 0)
  return { ...answers, policeReports, policeContacted: stands ? answers.policeContacted : said }
}

/**
 * The answer as somebody gave it, apart from what police reports written into a case made of it. `revisions`: all of the incident's, oldest
 * first; one that leaves the answer as it stood has said nothing about it.
 */
export function contactedAsSaid(revisions: readonly { readonly contacted: Answer; /** Made by a police report. */ readonly filed: boolean }[]): Answer {
  const [first] = revisions
  if (!first) throw new Error('contactedAsSaid: an incident has a first revision')
  return revisions.reduce((said, { contacted, filed }, index) => (index === 0 || filed || contacted === revisions[index - 1]!.contacted ? said : contacted), first.contacted)
}
