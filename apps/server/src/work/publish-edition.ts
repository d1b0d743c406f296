// Writes an edition to a folder: both languages, the manifest, and the private protocol beside them.
import type { Problem } from '@lykta/incident'
import type { Desk } from './desk.ts'
import { type EditionFile, writeEdition } from './write-edition.ts'

export type PublishOptions = {
  readonly year: number
  /** Made when it is not there; the files of an earlier edition are replaced, others are left alone. */
  readonly out: string
  readonly templates?: string | undefined
}

/** How many files were written, and what to know of them. Nothing is written unless the whole edition could be made. */
export async function publishEdition(desk: Desk, { year, out, templates }: PublishOptions): Promise<{ readonly files: number; readonly warnings: readonly Problem[] }> {
  // Loaded here: of the commands, this one alone needs it.
  const { makeEdition } = await import('./edition.ts')
  const { files, protocol, certificate, findings, warnings } = await makeEdition(desk, { year, templates })
  const all = new Map<string, EditionFile>([...files].map(([path, content]) => [path, { content, private: false }]))
  const protocolText = { network: desk.network.name, sample: desk.network.sample, notice: 'For the coordinator only. Holds raw counts; never publish.', ...protocol, certificate, findings }
  all.set('protocol.json', { content: `${JSON.stringify(protocolText, null, 1)}\n`, private: true })
  await writeEdition(out, all)
  return { files: all.size, warnings }
}
