// What is known between questions: who accepts is in contact, only who is in contact is asked, once is no more than twice.
import type { Period, Unit } from '@lykta/statistics'
import { cellKey, type Family, rowFamily, totalFamily } from './cell-key.ts'
import type { SystemBuilder, Term } from './system-builder.ts'

type Question = 'support-contact' | 'support-offered' | 'accepted-support'

/** Together the first are at most the second together. */
type Usual = readonly [lesser: readonly Family[], greater: readonly Family[]]

const questions = ['support-contact', 'support-offered', 'accepted-support'] as const
const units = ['incident', 'person', 'person-occurrence'] as const
/** Whoever has one of these was asked. */
const given = ['yes', 'no', 'unknown'] as const

const answer = (unit: Unit, question: Question | 'police-contacted', code: string): Family => rowFamily(unit, [question], [code])
const answered = (unit: Unit, question: Question): readonly Family[] => given.map((code) => answer(unit, question, code))
const withoutPersons = rowFamily('incident', ['persons-known'], ['unknown'])
const withPersons = rowFamily('incident', ['persons-known'], ['known'])

/** The later question is put to nobody else than those who said yes to the earlier one. */
function onlyAfter(unit: Unit, later: Question, earlier: Question): readonly Usual[] {
  return [
    [[answer(unit, later, 'yes')], [answer(unit, earlier, 'yes')]],
    [answered(unit, later), [answer(unit, earlier, 'yes')]],
  ]
}

/** Each is usual, none is certain, so the attacker is given those that are true. */
const usual: readonly Usual[] = [
  ...questions.flatMap((question): readonly Usual[] => [
    ...given.flatMap((code): readonly Usual[] => [
      [[answer('incident', question, code)], [answer('person', question, code)]],
      [[answer('person', question, code)], [answer('person-occurrence', question, code)]],
    ]),
    // An incident without a person entry was asked nothing about its persons.
    [[withoutPersons], [answer('incident', question, 'not-asked')]],
    [[answer('incident', question, 'yes')], [withPersons]],
    [[answer('incident', question, 'not-asked')], [answer('person', question, 'not-asked'), withoutPersons]],
  ]),
  [[totalFamily('person')], [totalFamily('person-occurrence')]],
  [[withPersons], [totalFamily('person-occurrence')]],
  [['incident|nationality|*'], [withPersons]],
  // Where the police report an incident themselves, they have been in contact with themselves.
  [[rowFamily('incident', ['sector'], ['police'])], [answer('incident', 'police-contacted', 'yes')]],
]

/**
 * And it is put to all of them: contact, offer, acceptance, or contact and acceptance on a form that asks for no offer.
 * A question that nobody was asked has no place in the order, though any would be true of it.
 */
function orderOfQuestions(model: SystemBuilder, unit: Unit): readonly Usual[] {
  const asked = questions.filter((question) => answered(unit, question).some((family) =>
    [...(model.families().get(family) ?? [])].some((period) => model.truth(cellKey(family, period)) > 0)))
  return asked.slice(1).flatMap((later, index) => [
    ...asked.slice(0, index + 1).flatMap((earlier) => onlyAfter(unit, later, earlier)),
    [[answer(unit, asked[index]!, 'yes')], answered(unit, later)] as const,
  ])
}

/**
 * In a block of years that a table prints for one side alone, the other side is the sum of its years: so many in contact in three
 * years, so many of them accepting in the first two, leaves little for the third.
 */
export function relateAnswers(model: SystemBuilder, periods: ReadonlyMap<string, Period>): void {
  const list = [...periods.values()]
  const yearsIn = new Map(list.map((block) => [block.id, list.filter((year) => isYear(year) && year.from >= block.from && year.to <= block.to)]))
  const amount = (family: Family, { id }: Period): readonly string[] | undefined => {
    if (model.has(cellKey(family, id))) return [cellKey(family, id)]
    const years = yearsIn.get(id)!.map((year) => cellKey(family, year.id))
    return years.length > 1 && years.every(model.has) ? years : undefined
  }
  for (const [lesser, greater] of [...usual, ...units.flatMap((unit) => orderOfQuestions(model, unit))]) {
    for (const period of list) {
      // What no table has a cell for is not negative: without it the lesser side is only less.
      const less = lesser.flatMap((family) => amount(family, period) ?? [])
      const more = greater.map((family) => amount(family, period))
      if (less.length === 0 || more.includes(undefined)) continue
      const terms = (keys: readonly string[], sign: 1 | -1): readonly Term[] => keys.map((key) => [sign, key])
      model.suppose([...terms(more.flatMap((keys) => keys ?? []), 1), ...terms(less, -1)], 0, Infinity)
    }
  }
}

function isYear({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`
}
