// The key that devices seal to what waits to be sent: made once, in the data folder, for the owner alone.
import { randomUUID } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findParcelKeys, makeParcelKeys, renderParcelIdentity } from '@lykta/seal'

export type ParcelKeys = Awaited<ReturnType<typeof makeParcelKeys>>

const fileName = 'outbox.identity'
const read = new Map<string, Promise<ParcelKeys>>()

/** The same for as long as the folder is: what was sealed to another cannot be opened here. */
export function getParcelKeys(dataFolder: string): Promise<ParcelKeys> {
  const known = read.get(dataFolder)
  if (known) return known
  const found = findOrMake(join(dataFolder, fileName))
  read.set(dataFolder, found)
  // A full disk is no reason to ask for a new start.
  found.catch(() => read.delete(dataFolder))
  return found
}

async function findOrMake(file: string): Promise<ParcelKeys> {
  const kept = await findKept(file)
  if (kept) return kept
  const made = await makeParcelKeys()
  const whole = `${file}.${randomUUID().slice(0, 8)}.part`
  try {
    const handle = await open(whole, 'wx', 0o600)
    try {
      await handle.writeFile(renderParcelIdentity(made.identity))
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Whole or absent, and never in the place of another program's.
    await link(whole, file)
    return made
  } catch (error) {
    const theirs = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await findKept(file) : undefined
    if (theirs) return theirs
    throw error
  } finally {
    await rm(whole, { force: true })
  }
}

async function findKept(file: string): Promise<ParcelKeys | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!bytes) return undefined
  const keys = await findParcelKeys(bytes)
  // Made anew, nothing that waits anywhere would ever arrive: that is for somebody to look at.
  if (!keys) throw new Error('parcel keys: the file is damaged')
  return keys
}
