// docs/editing-the-report.md: every example does what the page says, and every binding is described there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chartIds, editionNames, policyNames } from '../../packages/publication/src/binding/binding.ts'
import { textOf } from '../../packages/publication/src/document/inline.ts'
import { checkEdition, checkProse, editionDocument, findingCodes } from '../../packages/publication/src/index.ts'
import { editionInput, sampleTables } from '../../packages/publication/test/support/sample-edition.ts'
import { measures } from '../../packages/statistics/src/index.ts'
import { root } from '../journey/lykta.ts'

const guide = readFileSync(join(root, 'docs/editing-the-report.md'), 'utf8')
const tables = await sampleTables()
const input = (body: string): ReturnType<typeof editionInput> => editionInput(tables, 'en', {}, `# Title\n\nSubtitle.\n\n${body}`)
const examples = [...guide.matchAll(/^```(?<kind>ok|refused|asked)(?: (?<code>[a-z-]+))?\n(?<body>[\s\S]*?)^```$/gm)].map(({ groups }) => groups!)

test.each(examples)('$kind $code: $body', ({ kind, code, body }) => {
  const codes = [...new Set(checkEdition(input(body!)).map((problem) => problem.code.replace('publication.', '')))]
  if (kind === 'ok') {
    expect(codes).toEqual([])
    expect(checkProse(input(body!))).toEqual([])
    expect(editionDocument(input(body!)).blocks.length).toBeGreaterThan(0)
  } else if (kind === 'refused') {
    expect(codes).toContain(code)
  } else {
    expect(codes).toEqual([])
    expect(checkProse(input(body!)).map((finding) => [finding.code, finding.severity])).toContainEqual([code, 'warning'])
  }
})

test('every question of the checker is described', () => {
  for (const code of findingCodes) expect(guide).toContain(`\`${code}\``)
})

test('the table of bindings prints what it says', () => {
  const said = [...guide.matchAll(/^\| `(?<binding>\{\{[^`]+\}\})` \| (?<result>[^|]+) \|$/gm)].map(({ groups }) => groups!)
  expect(said.length).toBeGreaterThan(12)
  for (const { binding, result } of said) {
    const [block] = editionDocument(input(`${binding} || not shown`)).blocks
    const text = block?.kind === 'paragraph' ? textOf(block.children) : ''
    expect(text, binding).not.toBe('')
    if (!/^(?:the row|of the base|a whole sentence|the period|“|")/.test(result!)) expect(result, binding).toContain(text)
  }
})

test('every name that can be bound is described', () => {
  for (const name of editionNames) expect(guide).toContain(`{{${name}}}`)
  for (const name of policyNames) expect(guide).toContain(name === 'threshold' ? '{{policy threshold}}' : `\`${name}\``)
  for (const id of chartIds) expect(guide).toContain(`{{chart ${id}}}`)
  for (const { id } of measures) expect(guide).toContain(`\`${id}\``)
  for (const { id, by } of tables) if (by.length > 0) expect(guide).toContain(`\`${id}\``)
})
