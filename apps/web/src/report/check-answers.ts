// Reads the answers as the server will, on the device; fetched after the page stands, since it brings the calendar along.
import { findFormProblemText, type FormAnswers, type FormVersion, type Incident, type Language, parseFormAnswers } from '@lykta/incident'
import type { FormAnswer } from '../../../server/src/api/types.ts'

/** Something to mend, and where: in both languages, so that the page can change language meanwhile. */
export type Slip = {
  readonly question: string | undefined
  /** From 1. */
  readonly group: number | undefined
  readonly text: Readonly<Record<Language, string>>
}

export type Checked = { readonly incident: Incident } | { readonly slips: readonly Slip[] }

/** `at`: the moment it is sent, or would be. The server reads it as of that moment's day, which the page may have been open longer than. */
export function checkAnswers(answers: FormAnswers, form: FormVersion, { network, organisations, reporterOrganisation, ownIndicators, ownQuestions = [], ...known }: FormAnswer, at: string): Checked {
  const reportedOn = new Intl.DateTimeFormat('sv-SE', { timeZone: network.timeZone }).format(new Date(at))
  const today = known.today < reportedOn ? reportedOn : known.today
  const parsed = parseFormAnswers(answers, { form, today, reportedOn, network, organisations, reporterOrganisation, ownIndicators, ownQuestions })
  if ('incident' in parsed) return parsed
  const slips = parsed.problems.map((problem): Slip => {
    const text = (language: Language): string => findFormProblemText(problem, language) ?? problem.code
    return { question: problem.where.question, group: problem.where.group, text: { sv: text('sv'), en: text('en') } }
  })
  return { slips }
}
