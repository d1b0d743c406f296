// Finds a Chromium for the browser tests, before any test runs: named, the system's, Playwright's own, or Debian's package.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fail, root } from './installed.mjs'

export function ensureChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return isProgram(named) ? named : fail(`CHROMIUM_PATH: ${named} cannot be run.`)
  const found = findOnPath() ?? findPlaywrights()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Lykta: installing Chromium for the browser tests …')
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
    const installed = findOnPath()
    if (installed) return installed
  }
  return fail(
    'The browser tests need Chromium. Install it with\n  sudo apt-get install chromium\nor with\n  npx playwright install chromium\n' +
      'or name one that is already there: CHROMIUM_PATH=/path/to/chromium npm test',
  )
}

function findOnPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
      if (isProgram(join(folder, name))) return join(folder, name)
    }
  }
  return undefined
}

function findPlaywrights() {
  try {
    const path = createRequire(join(root, 'package.json'))('playwright').chromium.executablePath()
    return isProgram(path) ? path : undefined
  } catch {
    return undefined
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
