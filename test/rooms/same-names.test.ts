// What two texts say of one thing: both READMEs name the same commands, and whoever is sent to a page finds it under that name.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseMapping, renderProblem } from '@lykta/incident'
import { expect, test } from 'vitest'
import { en as inboxEn } from '../../apps/web/src/pages/incidents/messages/inbox-en.ts'
import { sv as inboxSv } from '../../apps/web/src/pages/incidents/messages/inbox-sv.ts'
import { en as networkEn } from '../../apps/web/src/pages/network/messages/en.ts'
import { sv as networkSv } from '../../apps/web/src/pages/network/messages/sv.ts'

const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8')

test('both READMEs name the same commands in the same order', () => {
  const commands = (file: string): readonly string[] => [...read(file).matchAll(/^npx lykta (\w+)/gmu)].map(([, name]) => name!)
  expect(commands('README.md').length).toBeGreaterThan(15)
  expect(commands('README.sv.md')).toEqual(commands('README.md'))
})

test.each([
  ['sv', `(Incidenter, ${inboxSv.bringIn}; eller Nätverket, ${networkSv.part.organisations}, ${networkSv.bringIn})`],
  ['en', `(Incidents, ${inboxEn.bringIn}; or Network, ${networkEn.part.organisations}, ${networkEn.bringIn})`],
] as const)('whoever needs a mapping is sent to where it is made: %s', (language, place) => {
  const parsed = parseMapping('', 'm.json')
  expect('problems' in parsed && renderProblem(parsed.problems[0]!, language)).toContain(place)
  expect(read('apps/cli/src/commands/map.ts')).toContain(place)
})
