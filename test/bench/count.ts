// The report's whole table set at several sizes, by SQL and in memory, cold and warm; each in a process of its own.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { round, root, runFile, say } from './measure.ts'

const one = join(root, 'test/bench/count-one.ts')
/** A million take about as long to write as all the rest of the bench together, so a busy machine leaves them out. */
const large = 500_000
const patienceMs = 360_000

type Result = Readonly<Record<string, unknown>>

export async function measureCount(folder: string, sizes: readonly number[], asked: boolean): Promise<Result> {
  const results: Record<string, Result> = {}
  let msAnIncident = 0
  for (const size of sizes) {
    if (size > large && !asked && msAnIncident * size > patienceMs) {
      results[size] = { skipped: `writing them would take ${round((msAnIncident * size) / 60_000)} minutes now; npm run bench -- --only count --sizes ${size}` }
      continue
    }
    say(`count: ${size} incidents`)
    const dataFolder = join(folder, `count-${size}`)
    const written = await run('fill', size, dataFolder)
    msAnIncident = Number(written['ms']) / size
    const evicted = evict(dataFolder)
    const sql = await run('sql', size, dataFolder)
    rmSync(dataFolder, { recursive: true, force: true })
    results[size] = { written, sql: { coldIs: evicted ? 'server restarted, files not in the page cache' : 'server restarted', ...sql }, memory: await run('memory', size, dataFolder) }
  }
  return results
}

async function run(task: string, size: number, dataFolder: string): Promise<Result> {
  const text = await runFile(one, [task, String(size), dataFolder], ['--max-old-space-size=12000'])
  return JSON.parse(text) as Result
}

/** GNU dd can tell the system to forget a file; elsewhere cold means restarted alone. */
function evict(dataFolder: string): boolean {
  const base = join(dataFolder, 'postgres/base')
  const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.every(({ parentPath, name }) =>
    spawnSync('dd', [`of=${join(parentPath, name)}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none']).status === 0)
}
