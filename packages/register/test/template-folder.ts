// Data folders that test files begin with: each kind is made once in a run and copied, for initdb and founding take seconds.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { findBinaries } from '../src/embedded/binaries.ts'
import { openDataFolder } from '../src/embedded/data-folder.ts'
import { initialise } from '../src/embedded/initialise.ts'
import { chooseRunAs } from '../src/embedded/run-as.ts'

export type Kind = {
  readonly name: string
  /** Fills a folder that is not there yet; nothing of it may still run afterwards. */
  readonly make: (folder: string) => Promise<void>
}

/** As PostgreSQL makes it, before a register is made in it: for files that do not test that. */
export const cluster: Kind = {
  name: 'cluster',
  make: async (data) => {
    const folder = openDataFolder(data, true)
    const binaries = findBinaries(undefined)
    initialise(folder, binaries, chooseRunAs(folder, binaries), false)
  },
}

/** `to` is not there yet. Owners and rights are kept. */
export async function copyTemplate(kind: Kind, to: string): Promise<void> {
  const made = path.join(inject('run').folder, kind.name)
  await makeOnce(made, kind.make)
  mkdirSync(path.dirname(to), { recursive: true })
  await promisify(execFile)('cp', ['-a', '--reflink=auto', made, to])
}

/** By whichever test file is there first; the others wait for it. */
async function makeOnce(made: string, make: Kind['make']): Promise<void> {
  const making = `${made}.making`
  while (!existsSync(made)) {
    try {
      mkdirSync(making)
    } catch {
      await wait(50)
      continue
    }
    try {
      if (existsSync(made)) return
      await make(path.join(making, 'data'))
      renameSync(path.join(making, 'data'), made)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
}
