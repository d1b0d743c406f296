// The data folder: what stands where in it, and whether this program may use it.
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolderDurably, writeWhole } from '../files.ts'
import { codeOf, refuse } from '../refuse.ts'

/** Raised when a later program lays the folder out in a way that this one would misread. */
const FORMAT = 1

/** What a start that was cut short leaves behind or another is making now, and what a disk of its own comes with: still an empty folder. */
const OF_AN_UNFINISHED_START = /^(?:postgres\.\d+(?:-[0-9a-f]{8}){1,2}\.part|(?:lykta|app-role)\.json(?:\.\d+(?:-[0-9a-f]{8}){1,2}\.part)?|postgres(?:\.log)?|lost\+found)$/

export type DataFolder = {
  /** Real path. */
  readonly root: string
  /** PostgreSQL's own folder (PGDATA). */
  readonly postgres: string
  readonly postgresLog: string
  /** Name and password of the application's role in a database of the user's own. */
  readonly appRole: string
}

/**
 * With `create` it is made when it does not exist (for its owner alone). Refuses with `register.no-data-folder`,
 * `register.folder-not-empty` (something else lies there), `register.data-folder-newer`, `register.data-folder-damaged`
 * or `register.data-folder-unreachable`, and then leaves everything as it was.
 */
export function openDataFolder(folder: string, create: boolean): DataFolder {
  const description = path.join(folder, 'lykta.json')
  try {
    if (!existsSync(description) && !existsSync(path.join(folder, 'postgres'))) {
      if (!create) refuse('register.no-data-folder', { folder })
      makeFolderDurably(folder)
      if (!readdirSync(folder).every((name) => OF_AN_UNFINISHED_START.test(name))) refuse('register.folder-not-empty', { folder })
      // A folder that was there may be open to others, who could put one of their own in the database's place.
      chmodSync(folder, 0o700)
    }
    if (existsSync(description)) checkFormat(folder, readFileSync(description, 'utf8'))
    const root = realpathSync(folder)
    return {
      root,
      postgres: path.join(root, 'postgres'),
      postgresLog: path.join(root, 'postgres.log'),
      appRole: path.join(root, 'app-role.json'),
    }
  } catch (error) {
    const code = codeOf(error)
    if (['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EROFS', 'ENAMETOOLONG', 'ELOOP'].includes(code)) refuse('register.data-folder-unreachable', { folder, code })
    throw error
  }
}

function checkFormat(folder: string, text: string): void {
  let found: unknown
  try {
    found = (JSON.parse(text) as { readonly format?: unknown }).format
  } catch {
    refuse('register.data-folder-damaged', { folder })
  }
  if (typeof found !== 'number' || !Number.isSafeInteger(found)) refuse('register.data-folder-damaged', { folder })
  if (found > FORMAT) refuse('register.data-folder-newer', { folder, found, known: FORMAT })
}

/** By network, then by epoch: a key's fingerprint. */
export type KnownKeys = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Says, once the folder holds a register, how to read it. */
export function describeDataFolder({ root }: Pick<DataFolder, 'root'>, programVersion: string): void {
  const file = path.join(root, 'lykta.json')
  if (!existsSync(file)) writeWhole(file, `${JSON.stringify({ format: FORMAT, createdBy: programVersion }, null, 2)}\n`)
}

/** Undefined in a folder that has never been asked to remember any. Refuses with `register.data-folder-damaged`. */
export function readKnownKeys(root: string): KnownKeys | undefined {
  const { keys } = readDescription(root)
  const whole = keys === undefined || (isRecord(keys) && Object.values(keys).every((epochs) => isRecord(epochs) && Object.values(epochs).every((one) => typeof one === 'string')))
  if (!whole) refuse('register.data-folder-damaged', { folder: root })
  return keys as KnownKeys | undefined
}

export function writeKnownKeys(root: string, keys: KnownKeys): void {
  const file = path.join(root, 'lykta.json')
  const before = existsSync(file) ? statSync(file) : undefined
  writeWhole(file, `${JSON.stringify({ ...readDescription(root), keys }, null, 2)}\n`)
  // Root may look at another user's folder, who must still be able to read it afterwards.
  if (before && process.getuid?.() === 0) chownSync(file, before.uid, before.gid)
}

function readDescription(root: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(readFileSync(path.join(root, 'lykta.json'), 'utf8'))
    if (isRecord(found)) return found
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { format: FORMAT }
    if (!(error instanceof SyntaxError)) throw error
  }
  return refuse('register.data-folder-damaged', { folder: root })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
