// Installs what is missing, and finds the Node that the project runs on. Plain JavaScript: it must run on Node 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Path of Node 24 from the project's own dependencies; runs `npm ci` first when the lock file has changed. */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.lykta-installed')
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  const missing = () => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted
  if (missing()) install(stamp, wanted, missing)
  return findNode()
}

/** One at a time in a checkout: two `npm ci` in one folder destroy each other's work. */
function install(stamp, wanted, missing) {
  const lock = join(root, '.installing')
  while (!take(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  try {
    if (!missing()) return
    console.error('Lykta: installerar det som saknas … / installing what is missing …')
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
    if (done.status !== 0) {
      rmSync(lock, { force: true })
      fail('Installationen misslyckades; se ovan. / The installation failed; see above.')
    }
    findNode()
    writeFileSync(stamp, wanted)
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Whether the lock is ours now. One whose process is gone is nobody's. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') return mayNot(error)
    const holder = Number(readIfThere(lock))
    if (holder > 0 && !isAlive(holder)) letGo(lock)
    return false
  }
}

function letGo(lock) {
  try {
    rmSync(lock, { force: true })
  } catch (error) {
    mayNot(error)
  }
}

/** A service runs as somebody who may not write in the program's folder: its owner installs. */
function mayNot(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
  return fail(
    `Allt är inte installerat, eller har ändrats av en uppgradering, och du får inte skriva i ${root}. Låt den som äger mappen köra där: npx lykta --help && npx node scripts/build-web.ts\n` +
      `Not everything is installed, or an upgrade has changed it, and you may not write in ${root}. Let whoever owns the folder run there: npx lykta --help && npx node scripts/build-web.ts`,
  )
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function findNode() {
  const node = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(node)) return node
  // Platforms without a Node of ours: the one in use will do if it is new enough.
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    'Node 24 saknas: paketet för den här datorn kunde inte hämtas. Kontrollera nätet och kör kommandot igen, eller installera Node 24.\n' +
      'Node 24 is missing: its package for this machine could not be fetched. Check the network and try again, or install Node 24.',
  )
}

export function fail(text) {
  console.error(text)
  process.exit(1)
}
