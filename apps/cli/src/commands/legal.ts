// `lykta legal --out DIR`: the legal pack as drafts, filled from how the network is set up.
import { join } from 'node:path'
import { loadLegalPack, programVersion } from '@lykta/server'
import type { Command } from '../command.ts'
import { makeFolder } from '../make-folder.ts'
import { messages } from '../messages/messages.ts'
import { withOutFolder } from '../with-out-folder.ts'
import { writeNewFile } from '../write-new-file.ts'

export const legal: Command = {
  name: 'legal',
  takes: '--out DIR',
  count: [0, 0],
  summary: { sv: 'skriv juridiska utkast: konsekvensbedömning, registerförteckning med mera', en: 'write legal drafts in Swedish: impact assessment, record of processing and more' },
  details: {
    sv: 'Sex utkast som Markdown, PDF och Word, ifyllda efter hur nätverket är inställt: konsekvensbedömning, registerförteckning, gemensamt personuppgiftsansvar, gallringsplan och information till medlemmar och personal. De ska granskas av jurist innan de används. Inget ur incidenterna är med.',
    en: 'Six drafts in Swedish, as Markdown, PDF and Word, filled from how the network is set up: impact assessment, record of processing, joint controllers’ arrangement, weeding plan, and notices to members and staff. A lawyer should review them before they are used. Nothing from incidents is in them.',
  },
  options: { out: { type: 'string', value: 'DIR', help: { sv: 'mapp att skriva i', en: 'folder to write in' } } },
  run: (context) => withOutFolder(context, async (desk, folder) => {
    const { legalPackFiles } = await loadLegalPack()
    await makeFolder(folder)
    for (const [name, bytes] of await legalPackFiles(desk, programVersion)) await writeNewFile(join(folder, name), bytes)
  }, messages[context.language].legalWritten),
}
