// `lykta guide --out DIR`: the indicator guide and its posters as pages and PDFs in both languages, to put up or on a web server.
import { dirname, join } from 'node:path'
import { loadGuide } from '@lykta/server'
import type { Command } from '../command.ts'
import { makeFolder } from '../make-folder.ts'
import { messages } from '../messages/messages.ts'
import { withOutFolder } from '../with-out-folder.ts'
import { writeNewFile } from '../write-new-file.ts'

export const guide: Command = {
  name: 'guide',
  takes: '--out DIR',
  count: [0, 0],
  summary: { sv: 'skriv guiden om tecken på utnyttjande och affischer, som sidor och PDF', en: 'write the guide to signs of exploitation and posters, as pages and PDF' },
  details: {
    sv: 'Guiden görs av nätverkets katalog: vad man kan lägga märke till, vad man kan göra, vad man bör låta bli och vem man kan ringa. Den skrivs på svenska och engelska och innehåller inga uppgifter ur registret. Affischerna har samma råd på en A4-sida för hotell, hyresvärdar, transporter, arbetsplatser, vård, uppsökande arbete, socialtjänst och alla andra. Servern visar samma sida på /guide.',
    en: 'The guide is made from the network’s catalogue: what one may notice, what one can do, what to leave alone and whom to call. It is written in Swedish and English and holds nothing from the register. The posters have the same advice on one A4 page for hotels, landlords, transport, workplaces, health care, outreach, social services and everybody else. The server shows the same page at /guide.',
  },
  options: { out: { type: 'string', value: 'DIR', help: { sv: 'mapp att skriva i', en: 'folder to write in' } } },
  run: (context) => withOutFolder(context, async (desk, folder) => {
    const { guideFiles, readGuide } = await loadGuide()
    for (const tongue of ['sv', 'en'] as const) {
      for (const file of guideFiles) {
        await makeFolder(dirname(join(folder, tongue, file)))
        await writeNewFile(join(folder, tongue, file), await readGuide(desk, tongue, file))
      }
    }
  }, messages[context.language].guideWritten),
}
