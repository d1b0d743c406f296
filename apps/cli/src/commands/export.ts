// `lykta export FILE.zip|DIR`: everything that the network has, in open formats, and as a backup of it alone.
import { resolve } from 'node:path'
import { loadExport } from '@lykta/server'
import type { Command } from '../command.ts'
import { renderHeads } from '../heads.ts'
import { exportWords } from '../messages/export.ts'
import { withDesk } from '../with-desk.ts'

export const exportNetwork: Command = {
  name: 'export',
  takes: 'FILE.zip|DIR',
  count: [1, 1],
  summary: { sv: 'skriv allt som nätverket har, i öppna format', en: 'write everything that the network has, in open formats' },
  details: {
    sv: 'En ZIP-fil om namnet slutar på .zip, annars en mapp: CSV som `lykta import` läser, varje tabell som JSON-rader med hela historien, förseglade texter som age-filer, utgåvorna, och en säkerhetskopia av nätverket. Nycklarna hamnar bredvid, i samma namn med -keys; förvara dem åtskilda. `lykta restore FILE` läser in exporten i en tom datamapp. Den loggas. Formatet står i docs/export.md.',
    en: 'A ZIP file when the name ends in .zip, otherwise a folder: CSV that `lykta import` reads, each table as lines of JSON with the whole history, sealed texts as age files, the editions, and a backup of the network. The keys go beside it, under the same name with -keys; keep them apart. `lykta restore FILE` reads the export into an empty data folder. It is logged. The format stands in docs/export.md.',
  },
  options: {},
  run: async (context) => {
    const { given, language, print, say } = context
    const target = resolve(given.positionals[0]!)
    const words = exportWords[language]
    return withDesk(context, async (desk) => {
      const { makeExport } = await loadExport()
      let told = 0
      const onProgress = (done: number): void => {
        if (done < told + 0.1) return
        told = done
        say(words.progress(Math.floor(done * 100)))
      }
      const { file, keysFile, head, digest } = await makeExport(desk, { target, onProgress })
      for (const line of await renderHeads(desk.register, [head])) print(line)
      say(words.written(file, keysFile, digest))
      return 0
    })
  },
}
