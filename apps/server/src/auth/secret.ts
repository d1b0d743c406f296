// The secret that signs the sessions' cookies and locks the second factors' seeds: made once, for the server's user alone.
import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem, ProblemError } from '@lykta/incident'

const shortest = 32

/** `given`: LYKTA_SECRET, for servers that share a database. Refuses (`ProblemError`) one that could be guessed. */
export async function readSecret(dataFolder: string, given: string | undefined): Promise<string> {
  if (given) {
    if (given.length < shortest) throw new ProblemError([problem('server.secret-short', { shortest })])
    return given
  }
  const file = join(dataFolder, 'sign-in-secret')
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (kept.trim().length >= shortest) return kept.trim()
  const made = randomBytes(32).toString('base64url')
  const part = `${file}.part`
  await writeFile(part, `${made}\n`, { mode: 0o600, flush: true })
  await rename(part, file)
  return made
}
