// Runs the command line as a user does, in a process of its own, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../../packages/register/src/embedded/data-folder.ts'
import { type EmbeddedServer, useServer } from '../../packages/register/src/embedded/server.ts'
import { cluster, copyTemplate, type Kind } from '../../packages/register/test/template-folder.ts'

export const root = join(import.meta.dirname, '..', '..')
const main = join(root, 'apps/cli/src/main.ts')

export type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

export type Serving = { readonly address: string; readonly process: ChildProcess; readonly ended: Promise<Ran> }

export type Home = {
  readonly data: string
  readonly folder: string
  readonly lykta: (...line: readonly string[]) => Promise<Ran>
  /** The same with a line typed on standard input. */
  readonly typed: (text: string, ...line: readonly string[]) => Promise<Ran>
  /** Runs `lykta serve` or `lykta start` on a free port and resolves with its address. */
  readonly serve: (command: 'serve' | 'start', ...line: readonly string[]) => Promise<Serving>
  /** From now on PostgreSQL runs, so that no command has to start its own. */
  readonly keepRunning: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** What a data folder holds at first: nothing; PostgreSQL's files, for what does not test how they are made; the sample, as `lykta start` makes it. */
export type Beginning = 'nothing' | 'cluster' | 'sample'

const sample: Kind = {
  name: 'sample',
  make: async (data) => {
    const { process: child, ended } = await serving(start(data, ['start', '--port', '0']))
    child.kill('SIGTERM')
    const { status, err } = await ended
    if (status !== 0) throw new Error(`the sample's server ended with ${status}: ${err}`)
  },
}

/** `deep`: a data folder whose path is longer than 150 characters. */
export async function makeHome({ deep = false, begins = 'nothing' }: { readonly deep?: boolean; readonly begins?: Beginning } = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'lykta-journey-'))
  const data = join(folder, deep ? `${'long-folder-name/'.repeat(9)}data` : 'data')
  if (begins !== 'nothing') await copyTemplate(begins === 'sample' ? sample : cluster, data)
  let running: EmbeddedServer | undefined
  const children = new Set<ChildProcess>()
  const run = (line: readonly string[]): ChildProcess => {
    const child = start(data, line)
    children.add(child)
    child.once('exit', () => children.delete(child))
    return child
  }
  const typed = (text: string, line: readonly string[]): Promise<Ran> => {
    const child = run(line)
    child.stdin!.end(`${text}\n`)
    return collect(child)
  }
  return {
    data,
    folder,
    lykta: (...line) => typed('', line),
    typed: (text, ...line) => typed(text, line),
    serve: (command, ...line) => serving(run([command, '--port', '0', ...line])),
    keepRunning: async () => {
      running = await useServer(openDataFolder(data, false), { durable: false })
    },
    remove: async () => {
      const gone = [...children].map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of children) child.kill('SIGTERM')
      await Promise.all(gone)
      await running?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function start(data: string, line: readonly string[]): ChildProcess {
  const environment = { ...process.env, LYKTA_LANG: 'en', DATABASE_URL: '' }
  return spawn(process.execPath, [main, ...line, '--data', data], { env: environment, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Resolves once it has said its address. */
function serving(child: ChildProcess): Promise<Serving> {
  const ended = collect(child)
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (bytes: Buffer) => {
      const address = /https?:\/\/\S+/.exec(bytes.toString())?.[0]
      if (address) resolve({ address, process: child, ended })
    })
    void ended.then(({ err }) => reject(new Error(`serve ended: ${err}`)))
  })
}

function collect(child: ChildProcess): Promise<Ran> {
  const [out, err]: Buffer[][] = [[], []]
  child.stdout!.on('data', (bytes: Buffer) => out!.push(bytes))
  child.stderr!.on('data', (bytes: Buffer) => err!.push(bytes))
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, out: Buffer.concat(out!).toString(), err: Buffer.concat(err!).toString() }))
  })
}
