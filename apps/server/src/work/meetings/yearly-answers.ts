// What organisations are asked once a year, about begging, labour and crime: answered in codes, "not looked for" among them.
import { problem, ProblemError, wasMemberIn } from '@lykta/incident'
import { appendYearlyAnswers, getNetwork, inNetwork, readOrganisations, readYearlyAnswers, write, type YearlyAnswer } from '@lykta/register'
import type { CallerOf } from '../../access/caller.ts'
import type { YearlyAnswersAnswer, YearlyAnswersRequest, YearlySubject } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'

export async function listYearlyAnswers(desk: Desk): Promise<YearlyAnswersAnswer> {
  return { answers: await inNetwork(desk.register, desk.context, readYearlyAnswers) }
}

/** False when the same stands already; undefined when the caller may not speak for that organisation. Refuses a year to come, and one in which the organisation was no member. */
export async function answerYear(desk: Desk, caller: CallerOf, { organisation, year, answers }: YearlyAnswersRequest): Promise<boolean | undefined> {
  if (caller.role !== 'coordinator' && organisation !== caller.organisation) return undefined
  const given = (Object.entries(answers) as [YearlySubject, YearlyAnswer['answer'] | undefined][]).flatMap(([subject, answer]) => (answer === undefined ? [] : [{ organisation, year, subject, answer }]))
  const { stand, isMember } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const known = await readOrganisations(transaction, (await getNetwork(transaction)).position)
    const own = known.find((one) => one.organisation.id === organisation)?.organisation
    return {
      stand: await readYearlyAnswers(transaction),
      isMember: own !== undefined && wasMemberIn(own, year),
    }
  })
  if (!isMember || year > Number(desk.today().slice(0, 4)) || year < Number(desk.network.collectionStart.slice(0, 4))) throw new ProblemError([problem('yearly.outside')])
  const changed = given.filter((one) => !stand.some((other) => other.organisation === organisation && other.year === year && other.subject === one.subject && other.answer === one.answer))
  if (changed.length === 0) return false
  await write(desk.register, desk.context, { action: 'yearly.answer', object: `organisation:${organisation}` }, (transaction) => appendYearlyAnswers(transaction, changed))
  return true
}
