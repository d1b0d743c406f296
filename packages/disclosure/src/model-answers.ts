// What is known between questions: who accepts is in contact, only who is in contact is asked, once is no more than twice.
import type { Unit } from '@lykta/statistics'
import { cellKey, type Family, rowFamily, totalFamily } from './cell-key.ts'
import type { SystemBuilder, Term } from './system-builder.ts'

type Question = 'support-contact' | 'support-offered' | 'accepted-support'

/** Together the first are at most the second together. */
type Usual = readonly [lesser: readonly Family[], greater: readonly Family[]]

const questions = ['support-contact', 'support-offered', 'accepted-support'] as const
const units = ['incident', 'person', 'person-occurrence'] as const
/** Whoever has one of these was asked. */
const given = ['yes', 'no', 'unknown'] as const

const answer = (unit: Unit, question: Question, code: string): Family => rowFamily(unit, [question], [code])
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

export function relateAnswers(model: SystemBuilder): void {
  const families = model.families()
  for (const [lesser, greater] of [...usual, ...units.flatMap((unit) => orderOfQuestions(model, unit))]) {
    for (const period of families.get(lesser[0]!) ?? []) {
      const terms = (list: readonly Family[], sign: 1 | -1): readonly Term[] => list.map((family) => [sign, cellKey(family, period)])
      const all = [...terms(greater, 1), ...terms(lesser, -1)]
      if (all.every(([, key]) => model.has(key))) model.suppose(all, 0, Infinity)
    }
  }
}
