// Puts an edition's files into a folder: whole files only, the manifest last, and nothing that is somebody else's touched.
import { createHash } from 'node:crypto'
import { access, chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { problem, ProblemError } from '@lykta/incident'
import { makeFolder } from './make-folder.ts'

/** Lists what an edition consists of; the one of an earlier edition says which files in the folder are ours. */
const manifestName = 'manifest.json'

export type EditionFile = {
  readonly content: Uint8Array | string
  /** For the coordinator alone: nobody else on the machine may read it. */
  readonly private: boolean
}

/** The file system, as far as it can fail: a test lets it. */
export type Disk = { readonly write: (file: string, content: Uint8Array | string, mode: number) => Promise<void> }

const disk: Disk = { write: (file, content, mode) => writeFile(file, content, { mode }) }

/**
 * Writes everything beside its place first, so that a full disk changes nothing, then moves it there. A crash in between
 * leaves whole files and a manifest whose hashes tell that they do not belong together.
 * Refuses (`ProblemError`) a folder that cannot be written and a file of the same name that no earlier edition put there.
 */
export async function writeEdition(out: string, files: ReadonlyMap<string, EditionFile>, { write }: Disk = disk): Promise<void> {
  const earlier = await earlierFiles(out)
  const paths = [...files.keys()].toSorted((a, b) => Number(a === manifestName) - Number(b === manifestName))
  for (const path of paths) {
    if (!earlier.has(path) && (await exists(join(out, path)))) throw new ProblemError([problem('work.file-exists', { file: join(out, path) })])
  }
  const staging = await making(out, async () => {
    await makeFolder(out, publicMode)
    return mkdtemp(join(out, '.lykta-'))
  })
  try {
    for (const path of paths) {
      const { content, private: secret } = files.get(path)!
      await making(join(out, path), async () => {
        await makeFolder(dirname(join(staging, path)), publicMode)
        await write(join(staging, path), content, secret ? 0o600 : 0o644)
      })
    }
    await making(out, async () => {
      await chmod(staging, 0o755)
      for (const path of paths) {
        await makeFolder(dirname(join(out, path)), publicMode)
        await rename(join(staging, path), join(out, path))
      }
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  for (const [path, hash] of earlier) if (!files.has(path)) await removeUnchanged(join(out, path), hash)
}

/** Paths and hashes of the edition that the folder holds; none when it holds none. */
async function earlierFiles(out: string): Promise<ReadonlyMap<string, string>> {
  try {
    const manifest = JSON.parse(await readFile(join(out, manifestName), 'utf8')) as { program?: { name?: unknown }; files?: unknown }
    if (manifest.program?.name !== 'Lykta' || !Array.isArray(manifest.files)) return new Map()
    const listed = (manifest.files as readonly { path?: unknown; sha256?: unknown }[]).flatMap(({ path, sha256 }): readonly [string, string][] =>
      // Whoever wrote the manifest: no path may lead out of the folder.
      typeof path === 'string' && typeof sha256 === 'string' && /^(?:sv|en)\/(?:tables\/|charts\/)?[\w.-]+$/.test(path) ? [[path, sha256]] : [])
    return new Map([...listed, [manifestName, ''], ['protocol.json', '']])
  } catch {
    return new Map()
  }
}

/** A table that is no longer published; one that somebody has changed since stays. */
async function removeUnchanged(file: string, hash: string): Promise<void> {
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes && createHash('sha256').update(bytes).digest('hex') === hash) await rm(file, { force: true })
}

/** Whatever the process's umask lets through: others may read what is public, and put nothing in its place. */
const publicMode = 0o755

const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false)

async function making<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new ProblemError([problem(code === 'ENOSPC' || code === 'EDQUOT' ? 'work.disk-full' : 'work.file-not-written', { file })])
  }
}
