// Runs the command line as a user does, in a process of its own, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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
  readonly remove: () => Promise<void>
}

/** `deep`: a data folder whose path is longer than 150 characters. */
export async function makeHome({ deep = false }: { readonly deep?: boolean } = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'lykta-journey-'))
  const data = join(folder, deep ? `${'long-folder-name/'.repeat(9)}data` : 'data')
  const environment = { ...process.env, LYKTA_LANG: 'en', DATABASE_URL: '' }
  const children = new Set<ChildProcess>()
  const start = (line: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [main, ...line, '--data', data], { env: environment, stdio: ['pipe', 'pipe', 'pipe'] })
    children.add(child)
    child.once('exit', () => children.delete(child))
    return child
  }
  const typed = (text: string, line: readonly string[]): Promise<Ran> => {
    const child = start(line)
    child.stdin!.end(`${text}\n`)
    return collect(child)
  }
  return {
    data,
    folder,
    lykta: (...line) => typed('', line),
    typed: (text, ...line) => typed(text, line),
    serve: (command, ...line) => {
      const child = start([command, '--port', '0', ...line])
      const ended = collect(child)
      return new Promise((resolve, reject) => {
        child.stdout!.on('data', (bytes: Buffer) => {
          const address = /https?:\/\/\S+/.exec(bytes.toString())?.[0]
          if (address) resolve({ address, process: child, ended })
        })
        void ended.then(({ err }) => reject(new Error(`serve ended: ${err}`)))
      })
    },
    remove: async () => {
      const gone = [...children].map((child) => new Promise((resolve) => child.once('exit', resolve)))
      for (const child of children) child.kill('SIGTERM')
      await Promise.all(gone)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function collect(child: ChildProcess): Promise<Ran> {
  const [out, err]: Buffer[][] = [[], []]
  child.stdout!.on('data', (bytes: Buffer) => out!.push(bytes))
  child.stderr!.on('data', (bytes: Buffer) => err!.push(bytes))
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, out: Buffer.concat(out!).toString(), err: Buffer.concat(err!).toString() }))
  })
}
