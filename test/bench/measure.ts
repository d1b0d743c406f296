// How the bench measures: wall time, this process's own processor time, and another program run to its end.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const commandLine = join(root, 'apps/cli/src/main.ts')

export type Measured = {
  /** Milliseconds on the clock. */
  readonly ms: number
  /** Milliseconds of processor time, user and system, of this process alone. */
  readonly cpuMs: number
}

export async function measured<T>(work: () => T | Promise<T>): Promise<Measured & { readonly value: T }> {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const value = await work()
  const ms = performance.now() - begun
  const { user, system } = process.cpuUsage(cpu)
  return { ms: round(ms), cpuMs: round((user + system) / 1000), value }
}

/** First and then again: what the first one had to prepare shows in the difference. `warm` is the median of the rest. */
export async function coldAndWarm(work: () => Promise<unknown>, again = 5): Promise<{ readonly cold: Measured; readonly warm: Measured }> {
  const { ms, cpuMs } = await measured(work)
  const rest: Measured[] = []
  for (let turn = 0; turn < again; turn += 1) rest.push(await measured(work))
  const middle = rest.toSorted((a, b) => a.ms - b.ms)[Math.floor(rest.length / 2)]!
  return { cold: { ms, cpuMs }, warm: { ms: middle.ms, cpuMs: middle.cpuMs } }
}

/** Runs a file on this Node; resolves to what it printed. Throws what it said when it failed. */
export async function runFile(file: string, line: readonly string[], options: readonly string[] = []): Promise<string> {
  const child = spawn(process.execPath, [...options, file, ...line], { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (status !== 0) throw new Error(`${file} ${line[0] ?? ''}: ${said.trim()}`)
  return printed
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

export function round(number: number, digits = 1): number {
  return Number(number.toFixed(digits))
}
