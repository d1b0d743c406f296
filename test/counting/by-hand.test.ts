// docs/statistics.md shows how to count by hand from the three files: its lines are run as they stand there.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../journey/lykta.ts'

test('every line prints what the page says', () => {
  const page = readFileSync(join(root, 'docs/statistics.md'), 'utf8')
  const script = /```sh\n([\s\S]*?)```/.exec(page)![1]!
  const expected = [...script.matchAll(/^#> (.*)$/gm)].map((match) => match[1]!)
  expect(expected).toHaveLength(14)
  const folder = mkdtempSync(join(tmpdir(), 'lykta-hand-'))
  try {
    const out = execFileSync('sh', ['-e', '-c', script], { cwd: root, env: { ...process.env, TMPDIR: folder, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' })
    expect(out.trim().split('\n')).toEqual(expected)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
