// `lykta protect` and `lykta audit` on a table that has nothing to do with the register: output, progress, status, refusals.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Language, ProblemError } from '@lykta/incident'
import { renderProblem } from '@lykta/server'
import type { Command } from '../../apps/cli/src/command.ts'
import { audit } from '../../apps/cli/src/commands/audit.ts'
import { protect } from '../../apps/cli/src/commands/protect.ts'
import { renderHelp } from '../../apps/cli/src/help.ts'
import { parseLine } from '../../apps/cli/src/parse-line.ts'
import { type Home, makeHome, root } from './lykta.ts'

const instance = (id: string): readonly [string, string] => {
  const path = join(root, 'packages/disclosure/test/data/sdc', id)
  return [`${path}.cells.csv`, `${path}.equations.csv`]
}

type Heard = { readonly status: number; readonly out: string; readonly err: string }

/** The command without a process of its own around it. */
async function heard(command: Command, line: readonly string[], language: Language = 'en'): Promise<Heard> {
  const [out, err]: string[][] = [[], []]
  try {
    const status = await command.run({
      given: parseLine(command, line, language), language, environment: { variables: {}, interactive: false },
      print: (text) => out!.push(text), say: (text) => err!.push(text),
    })
    return { status, out: out!.join('\n'), err: err!.join('\n') }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { status: 1, out: out!.join('\n'), err: error.problems.map((one) => renderProblem(one, language)).join('\n') }
  }
}

describe('protect and audit', () => {
  let home: Home
  beforeAll(async () => {
    home = await makeHome()
  })
  afterAll(() => home.remove())

  test('protect prints the cells to hide and nothing else; audit of its output finds every interval wide enough', async () => {
    const { status, out, err } = await home.lykta('protect', ...instance('s05'), '--json', '--seconds', '60')
    expect(status, err).toBe(0)
    const found = JSON.parse(out) as { secondary: number[]; objective: number; lowerBound: number; optimal: boolean; seconds: number }
    expect(Object.keys(found)).toEqual(['secondary', 'objective', 'lowerBound', 'optimal', 'seconds'])
    expect(found).toMatchObject({ objective: 123, lowerBound: 123, optimal: true })
    expect(found.secondary).toHaveLength(12)
    expect(err).toContain('a safe pattern: weight 123')

    const list = join(home.folder, 'hidden.json')
    await writeFile(list, out)
    const attacked = await heard(audit, [...instance('s05'), '--hidden', list, '--json'])
    expect(attacked.status, attacked.err).toBe(0)
    const { cells, exact } = JSON.parse(attacked.out) as { cells: { id: number; low: number; high: number }[]; exact: number[] }
    expect(exact).toEqual([])
    expect(cells).toHaveLength(8 + 12)
    for (const { low, high } of cells) expect(high - low).toBeGreaterThanOrEqual(2)
    expect(attacked.err).toContain('attacked cells: 20 of 20')
  })

  test('audit of a pattern that hides nothing more says which cells can be worked out', async () => {
    const list = join(home.folder, 'none.json')
    await writeFile(list, '[]')
    const { status, out } = await home.lykta('audit', ...instance('s02'), '--hidden', list)
    expect(status).toBe(0)
    expect(out).toMatch(/Can be worked out exactly: \d+/)
  })

  test('without --json it says the same in words, in both languages', async () => {
    expect((await heard(protect, instance('s02'))).out).toContain('3 cells are hidden besides the sensitive ones, with the weight 29. It cannot be less; that is proven.')
    expect((await heard(protect, instance('s02'), 'sv')).out).toContain('3 celler döljs utöver de känsliga, med vikten 29. Mindre går inte; det är bevisat.')
  })

  test('faults in the files are named with file, row and column, and nothing is printed: status 1', async () => {
    const [cells, equations] = instance('s02')
    const broken = join(home.folder, 'broken.csv')
    await writeFile(broken, (await readFile(cells, 'utf8')).replace(/\n(?<id>\d+),(?<rest>.*),\d+,(?<flag>[01])\n/, '\n$<id>,$<rest>,many,$<flag>\n'))
    const { status, out, err } = await home.lykta('protect', broken, equations, '--json')
    expect([status, out]).toEqual([1, ''])
    expect(err).toBe('broken.csv, row 2, column freq: “many” is no whole number from 0 up (nine digits at most). Correct the cell.\n')
    const list = join(home.folder, 'list.json')
    await writeFile(list, '[1, 999]')
    expect(await heard(audit, [cells, equations, '--hidden', list])).toEqual({ status: 1, out: '', err: 'list.json: There is no cell “999”. Write the number as it stands in the file of cells.' })
    await writeFile(list, '{"cells": 3}')
    expect((await heard(audit, [cells, equations, '--hidden', list], 'sv')).err).toContain('ska vara en JSON-lista')
    expect((await heard(protect, [join(home.folder, 'gone.csv'), equations])).status).toBe(1)
  })

  test('a table that no pattern protects is refused with what to do', async () => {
    const [cells, equations] = [join(home.folder, 'cells.csv'), join(home.folder, 'equations.csv')]
    // The whole is zero and so never hidden; then its only part, a sensitive zero, follows.
    await writeFile(cells, 'cell,freq,primary\n0,0,0\n1,0,1\n')
    await writeFile(equations, 'total,parts\n0,1\n')
    const { status, out, err } = await heard(protect, [cells, equations])
    expect([status, out]).toEqual([1, ''])
    expect(err).toContain('Merge categories')
  })

  test('a line that cannot be understood: status 2', async () => {
    const [cells, equations] = instance('s02')
    expect((await home.lykta('protect', cells, equations, '--seconds', 'soon')).status).toBe(2)
    for (const [command, line] of [[protect, [cells]], [protect, [cells, equations, '--seconds', '0']], [audit, [cells, equations]]] as const) {
      await expect(heard(command, line)).rejects.toThrow(expect.objectContaining({ name: 'UsageError' }))
    }
  })

  test('help in both languages', () => {
    expect(renderHelp(protect, 'en')).toContain('{secondary, objective, lowerBound, optimal, seconds}')
    expect(renderHelp(audit, 'sv')).toContain('high är null när inget begränsar cellen')
  })
})
