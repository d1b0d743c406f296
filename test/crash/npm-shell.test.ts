// What stands between npm and the program: a signal to npm reaches it, though the shell in between does not pass it on; and who may not install is told who may.
import { spawn, spawnSync } from 'node:child_process'
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

test.each(['EACCES', 'EPERM', 'EROFS'])('what is to be installed where nobody may write (%s) is told, and who installs it', (code) => {
  const installed = pathToFileURL(join(root, 'scripts/installed.mjs')).href
  const program = `const fs = require('node:fs')
    fs.existsSync = () => false
    fs.writeFileSync = () => { throw Object.assign(new Error('refused'), { code: '${code}' }) }
    require('node:module').syncBuiltinESMExports()
    import(${JSON.stringify(installed)}).then(({ ensureInstalled }) => ensureInstalled())`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=commonjs', '-e', program], { encoding: 'utf8' })
  expect([status, stderr.split('\n').length]).toEqual([1, 3])
  expect(stderr).toContain(`you may not write in ${root}. Let whoever owns the folder run there: npx lykta --help && npx node scripts/build-web.ts`)
})
