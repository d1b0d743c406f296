// Complementary suppression on reference instances: how near to the proven optimum, how fast, and whether the audit agrees.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Instance, PatternAudit } from '@lykta/disclosure'
import { readInstance } from '@lykta/server'
import { suppressInThread } from '../../apps/server/src/work/suppression-thread.ts'
import { measured, root, round, say } from './measure.ts'

/** What is asked of each instance: seconds, and the weight that is not to be exceeded. */
type Bar = { readonly seconds: number; readonly atMost?: number }

/** Of others, those known from a folder given with --instances: the proven optimum within a minute. */
const bars: Readonly<Record<string, Bar>> = {
  s07: { seconds: 60, atMost: 1300 },
  s08: { seconds: 30, atMost: 947 * 1.03 },
  s10: { seconds: 5 },
}

type Expected = {
  readonly secondaryCells?: readonly number[]
  /** s11 lists all cells that are not printed. */
  readonly suppressedCells?: readonly number[]
  readonly exactlyDisclosed?: readonly number[]
  readonly audit?: { readonly primaryCellsAudited: number; readonly exactlyDisclosed: number; readonly minWidth: number }
}

/** The project's own instances, and those of another folder in the same format. */
export async function measureSuppression(folder: string | undefined): Promise<object> {
  const found = new Map<string, string>()
  for (const from of [join(root, 'packages/disclosure/test/data/sdc'), ...(folder ? [folder] : [])]) {
    for (const path of globSync('*.cells.csv', { cwd: from })) found.set(basename(path, '.cells.csv'), from)
  }
  const results: Record<string, object> = {}
  for (const [id, from] of [...found].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    say(`suppression ${id}`)
    results[id] = await measureOne(id, from)
  }
  return results
}

async function measureOne(id: string, from: string): Promise<object> {
  const file = (kind: string): string => join(from, `${id}.${kind}`)
  const instance = await readInstance(file('cells.csv'), file('equations.csv'))
  const optimum = (readJson(file('optimal.json')) as { minFrequency?: { value?: number } } | undefined)?.minFrequency?.value
  const { seconds, atMost = optimum } = bars[id] ?? { seconds: 60 }
  const { value: found, ms, cpuMs } = await measured(() => suppressInThread({ kind: 'protect', instance, seconds }, () => {}))
  if (!found) throw new Error(`${id}: no safe pattern`)
  const audit = await auditOf(instance, found.hidden.map((cell) => instance.cells[cell]!.id))
  const narrow = tooNarrow(instance, audit.value)
  const { expected = {} } = (readJson(file('json')) ?? {}) as { expected?: Record<string, Expected> }
  return {
    cells: instance.cells.length,
    hidden: found.hidden.length,
    objective: found.cost,
    lowerBound: found.bound,
    gapPercent: round((100 * (found.cost - found.bound)) / Math.max(1, found.cost), 2),
    ...(optimum === undefined ? {} : { knownOptimum: round(optimum, 6) }),
    ms, cpuMs, auditMs: audit.ms,
    sensitiveExact: narrow.exact,
    sensitiveNarrow: narrow.narrow,
    barSeconds: seconds,
    // A second for the thread and for the last work begun.
    met: narrow.exact + narrow.narrow === 0 && ms <= seconds * 1000 + 1000 && (atMost === undefined || found.cost <= atMost),
    patterns: await auditPatterns(instance, expected),
  }
}

/** Known patterns: whether the audit finds as many sensitive cells exact, and as narrow an interval, as one made elsewhere. */
async function auditPatterns(instance: Instance, expected: Readonly<Record<string, Expected>>): Promise<object> {
  const results: Record<string, object> = {}
  for (const [method, { secondaryCells, suppressedCells, exactlyDisclosed, audit }] of Object.entries(expected)) {
    const ids = secondaryCells ?? suppressedCells
    if (!ids) continue
    const { value, ms } = await auditOf(instance, ids)
    const { exact, least } = tooNarrow(instance, value)
    const known = exactlyDisclosed?.length ?? audit?.exactlyDisclosed
    // An audit of some of the cells can have missed the narrowest.
    const whole = audit?.primaryCellsAudited === instance.cells.filter(({ primary }) => primary).length
    results[method] = { exact, least, ms, ...(known === undefined ? {} : { agrees: exact === known && (!whole || least === audit.minWidth) }) }
  }
  return results
}

async function auditOf(instance: Instance, hidden: readonly number[]): Promise<{ readonly value: PatternAudit; readonly ms: number }> {
  return measured(() => suppressInThread({ kind: 'audit', instance, hidden: new Set(hidden) }, () => {}))
}

/** Sensitive cells that are exact, and others that do not have their one below and one above. */
function tooNarrow({ cells }: Instance, { cells: audited }: PatternAudit): { readonly exact: number; readonly narrow: number; readonly least: number } {
  const intervals = new Map(audited.map(({ id, low, high }) => [id, { low, high: high ?? Infinity }]))
  const sensitive = cells.filter(({ primary }) => primary).map(({ id, value }) => ({ value, ...intervals.get(id)! }))
  const exact = sensitive.filter(({ low, high }) => low === high).length
  const narrow = sensitive.filter(({ value, low, high }) => low !== high && (low > Math.max(0, value - 1) || high < value + 1)).length
  return { exact, narrow, least: Math.min(...sensitive.map(({ low, high }) => high - low)) }
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
