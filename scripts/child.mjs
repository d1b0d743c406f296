// Runs a program in this one's place: same terminal, same signals, same exit status.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { root } from './installed.mjs'

// Types are stripped and files compiled once, not at every start; where nothing can be written, Node does without.
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') }

export function run(program, args, env = {}) {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...compiled, ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_command) whenParentGoes(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** npm puts a shell between itself and us, which dies of a signal to npm without passing it on: we would be left running. */
function whenParentGoes(stop) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 300)
  timer.unref()
}
