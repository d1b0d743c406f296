// Enters a publication that was made without Lykta in the ledger: every later edition is tried together with it.
import { createHash } from 'node:crypto'
import type { Audience } from '@lykta/disclosure'
import { hierarchiesOn, type ImportFile, problem, ProblemError } from '@lykta/incident'
import { appendLedgerEntry, getNetwork, inNetwork, readLedger, readOwnIndicators, write } from '@lykta/register'
import type { Desk } from './desk.ts'
import type { OutsideContent } from './ledger.ts'
import { readOutsideFigures } from './outside-figures.ts'

export type OutsideOptions = {
  /** Who has read it; the public if nothing is said. */
  readonly audience?: Audience | undefined
  /** Where it was published, for people; else the file's name. */
  readonly source?: string | undefined
}

/** How many figures were entered. Refuses (`ProblemError`) a file with any fault, and one that the ledger holds already. */
export async function addOutside(desk: Desk, file: ImportFile, { audience = 'public', source = file.name }: OutsideOptions): Promise<number> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const { entries, own } = await inNetwork(desk.register, desk.context, async (transaction) =>
    ({ entries: await readLedger(transaction), own: await readOwnIndicators(transaction, (await getNetwork(transaction)).position) }))
  const figures = await readOutsideFigures(file, hierarchiesOn(desk.today(), own.map(({ indicator }) => indicator.id)))
  if (entries.some(({ content }) => (content as Partial<OutsideContent>).file === sha256)) throw new ProblemError([problem('ledger.known', {}, { file: file.name })])
  const content: OutsideContent = { source, file: sha256, figures }
  await write(desk.register, desk.context, { action: 'ledger.add', object: `file:${sha256}` }, (transaction) =>
    appendLedgerEntry(transaction, entries.length, { id: crypto.randomUUID(), kind: 'outside', audience, content }))
  return figures.length
}
