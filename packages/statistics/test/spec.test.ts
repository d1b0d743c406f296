// What is no specification that both executors count alike is refused before anything is counted.
import { checkSpec, type TableSpec } from '@lykta/statistics'
import { expect, test } from 'vitest'

const byPlace: TableSpec = { id: 'x', unit: 'incident', by: ['place-type'], base: 'all' }
const refused: readonly (readonly [why: RegExp, spec: TableSpec])[] = [
  [/knows no role/, { ...byPlace, by: ['role'] }],
  [/crossed with itself/, { ...byPlace, by: ['sector', 'sector'] }],
  [/one answer a unit/, { ...byPlace, by: ['place-type', 'indicator'] }],
  [/merged into one group/, { ...byPlace, groups: [{ code: 'inside', members: ['hotel', 'home'] }, { code: 'rooms', members: ['hotel'] }] }],
  [/single dimension/, { ...byPlace, by: ['place-type', 'exploitation'], groups: [{ code: 'inside', members: ['hotel'] }] }],
  [/filtered once/, { id: 'x', unit: 'person', by: [], where: { sex: ['woman'], 'age-group': ['minor'] }, base: 'all' }],
  [/one role at a time/, { id: 'x', unit: 'perpetrator', by: [], where: { role: ['buyer', 'procurer'] }, base: 'all' }],
]

test.each(refused)('refused: %s', (why, spec) => {
  expect(() => checkSpec(spec)).toThrow(why)
})

test('what the report asks for is none of it', () => {
  expect(() => checkSpec({ ...byPlace, groups: [{ code: 'inside', members: ['hotel', 'home'] }, { code: 'outside', members: ['street'] }] })).not.toThrow()
})
