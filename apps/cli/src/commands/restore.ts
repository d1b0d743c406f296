// `lykta restore FILE`: a backup or an export into an empty data folder, verified before it counts.
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { checkBackup, findExport, keysFileOf, restoreBackup } from '@lykta/register'
import { renderProblem } from '@lykta/server'
import type { Command } from '../command.ts'
import { renderHeads } from '../heads.ts'
import { messages } from '../messages/messages.ts'
import { withRegister } from '../with-desk.ts'

export const restore: Command = {
  name: 'restore',
  takes: 'FILE',
  count: [1, 1],
  summary: { sv: 'återställ en säkerhetskopia eller export i en tom datamapp', en: 'restore a backup or an export into an empty data folder' },
  details: {
    sv: 'FILE är en säkerhetskopia, eller en export (ZIP-fil eller mapp). FILE.keys, av en export den del som heter -keys, läses också om den finns; utan den kan anledningarna inte läsas, men allt kan räknas. Säger när kopian gjordes och var loggkedjan stod då: jämför med vad ni har antecknat.',
    en: 'FILE is a backup, or an export (ZIP file or folder). FILE.keys, of an export the part called -keys, is read too when it is there; without it the reasons cannot be read, but everything can be counted. Says when the copy was made and where the audit chain stood then: compare with what you noted.',
  },
  options: {},
  run: async (context) => {
    const file = resolve(context.given.positionals[0]!)
    // Before there is a data folder: a backup that cannot be used leaves none behind.
    const place = (await findExport(file)) ?? { file, keys: keysFileOf(file) }
    await checkBackup(place.file, undefined, place.keys)
    return withRegister(context, { create: true }, async (register) => {
      const { problems, record, keys } = await restoreBackup(register, place)
      const words = messages[context.language]
      for (const problem of problems) context.say(renderProblem(problem, context.language))
      // An old backup looks like a new one: these lines are where it shows.
      context.say(words.restored(file, record.createdAt))
      for (const line of await renderHeads(register, record.heads ?? [])) context.print(line)
      if (keys && !isDeepStrictEqual([keys.createdAt, keys.heads ?? record.heads], [record.createdAt, record.heads])) {
        context.say(words.keysMade(keysFileOf(file), keys.createdAt))
        for (const line of await renderHeads(register, keys.heads ?? [])) context.say(line)
      }
      return 0
    })
  },
}
