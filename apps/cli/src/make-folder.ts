// A folder that a command writes in: made where it is not there yet, or said why it cannot be.
import { problem, ProblemError } from '@lykta/incident'
import { makeFolder as make } from '@lykta/server'

export async function makeFolder(folder: string): Promise<void> {
  await make(folder).catch((error: NodeJS.ErrnoException) => {
    throw new ProblemError([problem(error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'work.disk-full' : 'work.file-not-written', { file: folder })])
  })
}
