// Everything that the network has, written for whoever is to have it: one act, with a line of the audit before it and one that names what was written.
import { type Exported, type ExportOptions, write, writeExport } from '@lykta/register'
import { programVersion } from '../../version.ts'
import type { Desk } from '../desk.ts'

/** Refuses as `writeExport` does; that somebody tried stays in the audit. */
export async function makeExport(desk: Desk, options: Omit<ExportOptions, 'network' | 'programVersion'>): Promise<Exported> {
  const { register, context, network } = desk
  await write(register, context, { action: 'export.begin', object: `network:${network.id}` }, async () => {})
  const exported = await writeExport(register, { ...options, network: network.id, programVersion })
  // What its manifest is, so that a file can be shown to be this one.
  await write(register, context, { action: 'export.made', object: `manifest:${exported.digest}` }, async () => {})
  return exported
}
