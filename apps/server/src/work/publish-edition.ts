// Writes an edition to a folder: both languages, the manifest, and the private protocol beside them.
import type { Problem } from '@lykta/incident'
import type { CompilePdf } from '@lykta/publication'
import type { Desk } from './desk.ts'
import type { MadeEdition } from './edition.ts'
import { type EditionFile, writeEdition } from './write-edition.ts'

export type PublishOptions = {
  readonly year: number
  /** Made when it is not there; the files of an earlier edition are replaced, others are left alone. */
  readonly out: string
  readonly templates?: string | undefined
  /** Instead of the program's own, in the calling thread: for tests. */
  readonly compilePdf?: CompilePdf | undefined
}

export type Published = {
  readonly files: number
  /** What to know of them. */
  readonly warnings: readonly Problem[]
  /** How many earlier publications it was tried with. */
  readonly earlier: number
}

/** Nothing is written unless the whole edition could be made. */
export async function publishEdition(desk: Desk, { year, out, templates, compilePdf }: PublishOptions): Promise<Published> {
  // Loaded here: of the commands, this and approving alone need it.
  const { makeEdition } = await import('./edition.ts')
  const edition = await makeEdition(desk, { year, templates, compilePdf })
  return { files: await writeMade(desk, out, edition), warnings: edition.warnings, earlier: edition.certificate.ledger.length }
}

/** How many files were written. */
export async function writeMade(desk: Desk, out: string, { files, protocol, certificate, findings, prose, asOf }: MadeEdition): Promise<number> {
  const all = new Map<string, EditionFile>([...files].map(([path, content]) => [path, { content, private: false }]))
  const protocolText = { network: desk.network.name, sample: desk.network.sample, notice: 'For the coordinator only. Holds raw counts; never publish.', ...protocol, certificate, findings, prose: { sv: prose.sv.revision, en: prose.en.revision, at: asOf.position } }
  all.set('protocol.json', { content: `${JSON.stringify(protocolText, null, 1)}\n`, private: true })
  await writeEdition(out, all)
  return all.size
}
