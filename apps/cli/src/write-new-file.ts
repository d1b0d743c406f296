// A file that a command makes: whole or not at all, and never over one that is there, which somebody may have filled in.
import { open, rm } from 'node:fs/promises'
import { problem, ProblemError } from '@lykta/incident'

export async function writeNewFile(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw new ProblemError([problem(error.code === 'EEXIST' ? 'work.file-exists' : 'work.file-not-written', { file })])
  })
  try {
    await handle.writeFile(bytes)
  } catch (error) {
    // Half a workbook would only be taken for a whole one.
    await rm(file, { force: true })
    throw new ProblemError([problem((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'work.disk-full' : 'work.file-not-written', { file })])
  } finally {
    await handle.close()
  }
}
