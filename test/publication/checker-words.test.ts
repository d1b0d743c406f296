// Every question of the checker has its sentence in both languages: where, what, and how to settle it, with nothing left open in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderProblem } from '@lykta/server'
import { checkProse, type Finding, findingCodes, problemOf } from '../../packages/publication/src/index.ts'
import { editionInput, sampleTables } from '../../packages/publication/test/support/sample-edition.ts'
import { root } from '../journey/lykta.ts'

const tables = await sampleTables()
const followUp = '{{personsInContact.latest}} persons against {{personsInContact.before}}. || Hidden.'

/** The findings of all the sentences kept for the checker, in both languages. */
function allFindings(): readonly Finding[] {
  return (['sv', 'en'] as const).flatMap((language) => {
    const kept = ['round1', 'round2', 'round3', 'round4', 'round5'].flatMap((round) => readFileSync(join(root, `packages/publication/test/data/checker/${round}-flagged.${language}.txt`), 'utf8').trim().split('\n'))
    const text = `# Title\n\nSubtitle.\n\n${[...kept.map((line) => line.split('\t')[1]!), followUp].join('\n\n')}\n`
    return checkProse(editionInput(tables, language, { collectedTo: '2020-01-31' }, text))
  })
}

test('each code is told in Swedish and in English, with file, line and what to write instead', () => {
  const findings = allFindings()
  expect([...new Set(findings.map(({ code }) => code))].toSorted()).toEqual([...findingCodes].toSorted())
  for (const finding of findings) {
    for (const language of ['sv', 'en'] as const) {
      const told = renderProblem(problemOf(finding), language)
      expect(told).toMatch(language === 'sv' ? /^(?:sv|en)\.md, rad \d+: / : /^(?:sv|en)\.md, line \d+: /)
      expect(told).not.toMatch(/undefined|NaN|null|\$\{| {2}/)
      expect(told.endsWith('.')).toBe(true)
      if (finding.code !== 'shares-over-whole' && finding.code !== 'follow-up-unequal') expect(told).toContain(finding.values.word)
    }
  }
})

test('the numbers in a question are written as its language writes them', () => {
  const [finding] = checkProse(editionInput(tables, 'en', {}, '# Title\n\nSubtitle.\n\n{{opinion}} incidents increased from {{incidents.previous}} to {{incidents.year}}. || Hidden.\n'))
  expect(renderProblem(problemOf(finding!), 'sv')).toContain('Kvoten per månad är 1,30 (95-procentigt intervall 0,73–2,35). Skillnaden kan vara slump.')
  expect(renderProblem(problemOf(finding!), 'en')).toContain('The monthly ratio is 1.30 (95 per cent interval 0.73–2.35). The difference can be chance.')
})
