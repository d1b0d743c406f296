// A folder that a command writes in: made where it is not there yet, or said why it cannot be.
import { mkdir } from 'node:fs/promises'
import { problem, ProblemError } from '@lykta/incident'

export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new ProblemError([problem(error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'work.disk-full' : 'work.file-not-written', { file: folder })])
  })
}
