// Says that a backup could not be written, and whether an older one still stands under its name.
import { statSync } from 'node:fs'
import { codeOf, refuse } from '../refuse.ts'

/** Refuses with `register.backup-not-written` or `register.backup-not-renewed`; what is no fault of the disk is thrown on. */
export function refuseUnwritten(file: string, error: unknown): never {
  const code = codeOf(error)
  if (!code.startsWith('E')) throw error
  return refuse(isFile(file) ? 'register.backup-not-renewed' : 'register.backup-not-written', { file, code })
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch {
    return false
  }
}
