// What the sealing tests share: an invented row, and the problem codes of something that fails.
import { ProblemError } from '@lykta/incident'
import { codedHash, type SealContext } from '@lykta/seal'

export const context: SealContext = {
  network: '3b1f6c52-0b57-4c0e-9a53-0d6f3f0a1c11',
  incident: '8f0e4a3c-6d7b-4a55-8b5e-2f4f0f3d9b22',
  revision: 2,
  previous: 'ab'.repeat(32),
  epoch: 1,
  author: 'import',
  formVersion: 'import-1',
  codedHash: codedHash('{"placeType":"hotel"}'),
  createdAt: '2024-05-06T07:08:09.012Z',
}

/** The codes of the ProblemError that it throws; any other error is thrown on, and success is no code at all. */
export async function problemCodes(work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code)
    throw error
  }
}
