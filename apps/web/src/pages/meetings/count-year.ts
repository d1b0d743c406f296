// What organisations have answered about one year: counted over those that were members in it, whoever is one now.
import { type Organisation, wasMemberIn } from '@lykta/incident'
import type { YearlyAnswerCode, YearlyAnswersAnswer, YearlySubject } from '../../../../server/src/api/meeting-types.ts'

export type YearCount = {
  /** By name; those who may be asked and answered for. */
  readonly members: readonly Organisation[]
  /** Organisations by answer; `missing`: members that have given none. */
  readonly count: (subject: YearlySubject) => Readonly<Record<YearlyAnswerCode | 'missing', number>>
}

export function countYear(organisations: readonly Organisation[], answers: YearlyAnswersAnswer['answers'], year: number): YearCount {
  const members = organisations.filter((one) => wasMemberIn(one, year)).toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  return {
    members,
    count: (subject) => {
      const given = answers.filter((one) => one.year === year && one.subject === subject && members.some(({ id }) => id === one.organisation))
      const of = (code: YearlyAnswerCode): number => given.filter(({ answer }) => answer === code).length
      return { seen: of('seen'), 'not-seen': of('not-seen'), 'not-looked': of('not-looked'), missing: members.length - given.length }
    },
  }
}
