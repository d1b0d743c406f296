// The folder of the server's socket: short, since a socket's path may have 107 bytes, and private, since whoever
// enters it is let in without a password.
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { codeOf, refuse } from '../refuse.ts'
import type { DataFolder } from './data-folder.ts'
import { handOver, ownerUid, type RunAs } from './run-as.ts'

export const SOCKET_NAME = '.s.PGSQL.5432'
const LONGEST = 100

/**
 * Makes (or finds) the folder that this data folder's server listens in, named by a hash of its real path. A folder
 * of that name which is not ours alone is passed by. Refuses with `register.no-socket-folder`.
 */
export function makeSocketFolder(folder: DataFolder, runAs: RunAs, runtimeFolder: string | undefined): string {
  const name = `lykta-${createHash('sha256').update(folder.root).digest('hex').slice(0, 16)}`
  const parents = [runtimeFolder, tmpdir(), '/tmp'].filter((parent) => parent !== undefined)
  for (const parent of parents) {
    // The last cannot be taken beforehand by somebody who knows the data folder's path.
    for (const suffix of ['', '-1', '-2', '-3', `-${randomBytes(4).toString('hex')}`]) {
      const candidate = path.join(parent, name + suffix)
      if (Buffer.byteLength(path.join(candidate, SOCKET_NAME)) > LONGEST) break
      if (make(candidate, runAs) && isPrivate(candidate, runAs)) return candidate
    }
  }
  return refuse('register.no-socket-folder', { folder: parents.join(', ') })
}

function make(candidate: string, runAs: RunAs): boolean {
  try {
    mkdirSync(candidate, { mode: 0o700 })
    // The mask of the process may have taken bits away.
    chmodSync(candidate, 0o700)
    handOver(candidate, runAs)
    return true
  } catch (error) {
    return codeOf(error) === 'EEXIST'
  }
}

/** A real folder (no link), owned by whom the server runs as, closed to everybody else. */
export function isPrivate(folder: string, runAs: RunAs): boolean {
  try {
    const found = lstatSync(folder)
    return found.isDirectory() && found.uid === ownerUid(runAs) && (found.mode & 0o077) === 0
  } catch {
    return false
  }
}
