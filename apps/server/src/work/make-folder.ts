// A folder, with those above it that are not there yet.
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * One by one: asked for all of them at once, Node tries for ever where a folder says that it is not there although it is (/proc). Throws what the system
 * says; a file of that name is found out by whoever writes in it.
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  if (await isThere(folder)) return
  const above = dirname(folder)
  if (above !== folder) await makeFolder(above, mode)
  await mkdir(folder, mode).catch(async (error: unknown) => {
    // Somebody else was quicker.
    if (!(await isThere(folder))) throw error
  })
}

async function isThere(folder: string): Promise<boolean> {
  return await stat(folder).then(() => true, () => false)
}
