// A signal to npm reaches the program, though the shell that npm puts in between does not pass it on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { root } from '../journey/lykta.ts'

const folder = mkdtempSync(join(tmpdir(), 'lykta-npm-shell-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('stops when the shell of npm dies', async () => {
  const program = `process.on('SIGTERM', () => { console.log('stopped'); process.exit() }); console.log('up'); setInterval(() => {}, 1000)`
  const starter = join(folder, 'starter.mjs')
  const child = pathToFileURL(join(root, 'scripts/child.mjs')).href
  writeFileSync(starter, `import { run } from ${JSON.stringify(child)}\nprocess.exit(await run(process.execPath, ['-e', ${JSON.stringify(program)}]))\n`)
  // The second command keeps the shell from making way for the first.
  const shell = spawn('sh', ['-c', '"$0" "$1"; true', process.execPath, starter], { env: { ...process.env, npm_command: 'run-script' }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  shell.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  await once(shell.stdout, 'data')
  shell.kill('SIGTERM')
  // Closed only when the last process that could write has ended.
  await once(shell, 'close')
  expect(said).toBe('up\nstopped\n')
})
