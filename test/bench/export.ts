// Everything out of a network and into an empty installation, at several sizes: how long, how large, and the most memory that the program took.
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openRegister } from '@lykta/register'
import { fillRegister } from './fill-register.ts'
import { makeUpNetwork } from './made-up-network.ts'
import { commandLine, measured, round, runFile, say } from './measure.ts'

const seed = 64
/** As long as a reason of some sentences and its key file are; random, since sealed text does not pack either. */
const [bodyBytes, keyBytes] = [1200, 2300]

export async function measureExport(folder: string, sizes: readonly number[]): Promise<object> {
  const results: Record<string, object> = {}
  for (const size of sizes) {
    say(`export: ${size} incidents`)
    const at = join(folder, `export-${size}`)
    const [data, other] = [join(at, 'data'), join(at, 'other')]
    const filled = await measured(() => fill(data, size))
    const target = join(at, 'town.zip')
    const exported = await run('export', target, '--network', 'Exempelstad', '--data', data)
    rmSync(data, { recursive: true, force: true })
    const files = readdirSync(at).filter((name) => name.endsWith('.zip')).map((name) => statSync(join(at, name)).size)
    const restored = await run('restore', target, '--data', other)
    results[size] = { filledMs: filled.ms, exported, megabytes: round(files.reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20, 0), restored }
    say(JSON.stringify(results[size]))
    rmSync(at, { recursive: true, force: true })
  }
  return results
}

async function fill(dataFolder: string, size: number): Promise<void> {
  const register = await openRegister({ dataFolder, create: true, programVersion: 'bench', durable: false })
  try {
    const sealed = (): { readonly sealedId: string; readonly body: Buffer; readonly key: Buffer; readonly epoch: number; readonly position: null } =>
      ({ sealedId: crypto.randomUUID(), body: randomBytes(bodyBytes), key: randomBytes(keyBytes), epoch: 1, position: null })
    await fillRegister(register, makeUpNetwork(seed, size), size, (filled) => say(`  ${filled} written`), sealed)
  } finally {
    await register.close()
  }
}

async function run(...line: readonly string[]): Promise<{ readonly ms: number; readonly peakMb: number }> {
  const said = join(line.at(-1)!, '..', `peak-${line[0]}`)
  // The process says itself, when it ends, how large it was at the most.
  const hook = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(said)},String(process.resourceUsage().maxRSS)))`
  const { ms } = await measured(() => runFile(commandLine, line, ['--import', encodeURI(hook)]))
  return { ms, peakMb: round(Number(readFileSync(said, 'utf8')) / 1024, 0) }
}
