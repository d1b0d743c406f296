// Puts a site where it is served from, at once: a folder of its own beside, and a link that is turned over to it. A kill leaves the old site or the new.
import { randomBytes } from 'node:crypto'
import { lstat, open, readdir, readFile, readlink, rename, rm, rmdir, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { problem, ProblemError } from '@lykta/incident'
import { makeFolder } from './make-folder.ts'

/** Which folders are ours: `.name.lykta-` and sixteen signs. */
const mark = '.lykta-'

/** Folders that were left half-written are kept this long, since somebody may still be writing them. */
const patience = 24 * 60 * 60 * 1000

export type SiteDisk = { readonly write: (file: string, content: Uint8Array) => Promise<void> }

const disk: SiteDisk = {
  write: async (file, content) => {
    const handle = await open(file, 'wx', 0o644)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}

/**
 * `out` becomes a link to the new folder. Refuses (`ProblemError`) a folder or a file that no site was written to; an empty
 * folder is taken over. `now` in milliseconds.
 */
export async function writeSite(out: string, files: ReadonlyMap<string, Uint8Array>, { write }: SiteDisk = disk, now = Date.now()): Promise<void> {
  const parent = dirname(out)
  const prefix = `.${basename(out)}${mark}`
  const made = `${prefix}${randomBytes(8).toString('hex')}`
  await telling(out, async () => {
    await makeFolder(parent, 0o755)
    const before = await placeOf(out, prefix)
    try {
      for (const [path, content] of files) {
        const file = join(parent, made, path)
        await makeFolder(dirname(file), 0o755)
        await write(file, content)
      }
      const link = join(parent, `${made}.link`)
      await symlink(made, link)
      if (before === 'empty') await rmdir(out)
      await rename(link, out)
    } catch (error) {
      await rm(join(parent, `${made}.link`), { force: true })
      await rm(join(parent, made), { recursive: true, force: true })
      throw error
    }
    await clean(parent, prefix, made, typeof before === 'object' ? before.name : undefined, now)
  })
}

/** What stands at the place: nothing, an empty folder, or a link of ours. */
async function placeOf(out: string, prefix: string): Promise<'nothing' | 'empty' | { readonly name: string }> {
  const found = await lstat(out).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error)))
  if (!found) return 'nothing'
  if (found.isDirectory() && (await readdir(out)).length === 0) return 'empty'
  const name = found.isSymbolicLink() ? await readlink(out) : ''
  if (name.startsWith(prefix) && !name.includes('/')) return { name }
  throw new ProblemError([problem('work.site-place', { file: out })])
}

/** The site before this one, and what earlier runs left behind when they were killed. */
async function clean(parent: string, prefix: string, current: string, before: string | undefined, now: number): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix) || name === current || !/^[0-9a-f]{16}(?:\.link)?$/.test(name.slice(prefix.length))) continue
    const age = now - ((await stat(join(parent, name)).catch(() => undefined))?.mtimeMs ?? 0)
    // The list of sums is the last file of a site: one that has it was whole once.
    const whole = await readFile(join(parent, name, 'SHA256SUMS')).then(() => true, () => false)
    if (name === before || whole || age > patience) await rm(join(parent, name), { recursive: true, force: true })
  }
}

async function telling(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof ProblemError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new ProblemError([problem(code === 'ENOSPC' || code === 'EDQUOT' ? 'work.disk-full' : 'work.file-not-written', { file })], { cause: error })
  }
}
