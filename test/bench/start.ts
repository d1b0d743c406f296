// `npm start` from the command to its address: the first time, with a database and a sample to make, and the second.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { measured, root, say } from './measure.ts'

export async function measureStart(folder: string): Promise<object> {
  say('start')
  // Building the web app is no part of a start, unless its sources have changed.
  const { ensureWebApp } = await import('@lykta/server')
  await ensureWebApp(() => {})
  const data = join(folder, 'start')
  const first = await startOnce(data)
  const second = [await startOnce(data), await startOnce(data), await startOnce(data)].toSorted((a, b) => a - b)
  return { firstMs: first, secondMs: second[1] }
}

async function startOnce(data: string): Promise<number> {
  // As npm calls it, but for npm itself, which takes its own time before it does.
  const child = spawn('node', [join(root, 'scripts/run.mjs'), 'start', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.on('close', resolve))
  const { ms } = await measured(() => new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('http://')) resolve()
    })
    child.on('close', (status) => reject(new Error(`start ended with ${status}`)))
    child.on('error', reject)
  }))
  child.kill('SIGTERM')
  await ended
  return ms
}
