// What is known between questions: who accepts is in contact, who is counted once is no more than who is counted twice.
import type { Unit } from '@lykta/statistics'
import { cellKey, type Family, rowFamily, totalFamily } from './cell-key.ts'
import type { SystemBuilder } from './system-builder.ts'

const answer = (unit: Unit, dimension: 'support-contact' | 'support-offered' | 'accepted-support', code: string): Family =>
  rowFamily(unit, [dimension], [code])

/** The first is at most the second. Each is usual, none is certain, so the attacker is given those that are true. */
const usual: readonly (readonly [lesser: Family, greater: Family])[] = [
  ...(['incident', 'person', 'person-occurrence'] as const).flatMap((unit) => [
    [answer(unit, 'accepted-support', 'yes'), answer(unit, 'support-contact', 'yes')] as const,
    [answer(unit, 'accepted-support', 'yes'), answer(unit, 'support-offered', 'yes')] as const,
    [answer(unit, 'support-offered', 'yes'), answer(unit, 'support-contact', 'yes')] as const,
  ]),
  ...(['support-contact', 'support-offered', 'accepted-support'] as const).flatMap((dimension) => [
    [answer('incident', dimension, 'yes'), answer('person', dimension, 'yes')] as const,
    [answer('person', dimension, 'yes'), answer('person-occurrence', dimension, 'yes')] as const,
    // An incident without a person entry was asked nothing about its persons.
    [rowFamily('incident', ['persons-known'], ['unknown']), answer('incident', dimension, 'not-asked')] as const,
    [answer('incident', dimension, 'yes'), rowFamily('incident', ['persons-known'], ['known'])] as const,
  ]),
  [totalFamily('person'), totalFamily('person-occurrence')],
  [rowFamily('incident', ['persons-known'], ['known']), totalFamily('person-occurrence')],
  ['incident|nationality|*', rowFamily('incident', ['persons-known'], ['known'])],
]

export function relateAnswers(model: SystemBuilder): void {
  const families = model.families()
  for (const [lesser, greater] of usual) {
    for (const period of families.get(lesser) ?? []) {
      const [less, more] = [cellKey(lesser, period), cellKey(greater, period)]
      if (model.has(more)) model.suppose([[1, more], [-1, less]], 0, Infinity)
    }
  }
}
