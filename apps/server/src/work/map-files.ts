// A first mapping of somebody's files, and one read off the disk: what the command line needs of mappings.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { catalogueOf, collectProblems, findUndecided, type ImportFile, type Mapping, parseMapping, problem, type Problem, ProblemError, proposeMapping, readSheets } from '@lykta/incident'
import { getNetwork, inNetwork, readOrganisations, readOwnIndicators } from '@lykta/register'
import type { Desk } from './desk.ts'

/** A mapping that a person can read has far less. */
const mostBytes = 4 * 1024 * 1024

export type MappedFiles = {
  readonly mapping: Mapping
  /** What a person has to decide, at most a hundred; and warnings of the files. */
  readonly problems: readonly Problem[]
}

/** By likeness, with the network's organisations and signs as known words. Refuses (`ProblemError`) files that cannot be read. */
export async function mapFiles(desk: Desk, files: readonly ImportFile[]): Promise<MappedFiles> {
  const { sheets, problems } = await readSheets(files)
  if (problems.some(({ severity }) => severity === 'error')) throw new ProblemError(problems)
  const known = await inNetwork(desk.register, desk.context, async (transaction) => {
    const { position } = await getNetwork(transaction)
    const ownIndicators = await readOwnIndicators(transaction, position)
    return {
      organisations: (await readOrganisations(transaction, position)).map(({ organisation }) => organisation),
      indicators: catalogueOf(ownIndicators.map(({ indicator }) => indicator)),
    }
  })
  const mapping = proposeMapping(sheets, known)
  const open = collectProblems()
  for (const found of findUndecided(mapping)) open.add(found)
  return { mapping, problems: [...open.all(), ...problems] }
}

/** Refuses (`ProblemError`) a file that is missing, too large, or no mapping. */
export async function readMapping(file: string): Promise<Mapping> {
  const text = await readBounded(file)
  const parsed = parseMapping(text, basename(file))
  if ('problems' in parsed) throw new ProblemError(parsed.problems)
  return parsed.mapping
}

async function readBounded(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(() => {
    throw new ProblemError([problem('work.file-missing', { file })])
  })
  try {
    const buffer = new Uint8Array(mostBytes + 1)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    if (bytesRead > mostBytes) throw new Error('too large for a mapping')
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead))
  } catch {
    throw new ProblemError([problem('work.file-not-read', { file })])
  } finally {
    await handle.close()
  }
}
