// Writes an edition to a folder: both languages, the manifest, and the private protocol beside them.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { problem, ProblemError } from '@lykta/incident'
import type { Desk } from './desk.ts'
import { makeEdition } from './edition.ts'

export type PublishOptions = {
  readonly year: number
  /** Made when it is not there; files of the same names are replaced. */
  readonly out: string
  readonly templates?: string | undefined
}

/** Number of files written. Nothing is written unless the whole edition could be made. */
export async function publishEdition(desk: Desk, { year, out, templates }: PublishOptions): Promise<number> {
  const { files, manifest, protocol, certificate } = await makeEdition(desk, { year, templates })
  const all = new Map<string, Uint8Array | string>(files)
  all.set('manifest.json', `${JSON.stringify(manifest, null, 1)}\n`)
  all.set('protocol.json', `${JSON.stringify({ notice: 'For the coordinator only. Holds raw counts; never publish.', ...protocol, certificate }, null, 1)}\n`)
  for (const [path, content] of all) await writeWhole(join(out, path), content)
  return all.size
}

/** Never half a file under its name. */
async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.part`, content)
    await rename(`${file}.part`, file)
  } catch {
    throw new ProblemError([problem('work.file-not-written', { file })])
  }
}
