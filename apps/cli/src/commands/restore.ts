// `lykta restore FILE`: a backup into an empty data folder, verified before it counts.
import { resolve } from 'node:path'
import { checkBackup, restoreBackup } from '@lykta/register'
import { renderProblem } from '@lykta/server'
import type { Command } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withRegister } from '../with-desk.ts'

export const restore: Command = {
  name: 'restore',
  takes: 'FILE',
  count: [1, 1],
  summary: { sv: 'återställ en säkerhetskopia i en tom datamapp', en: 'restore a backup into an empty data folder' },
  details: {
    sv: 'FILE.keys läses också om den finns; utan den kan anledningarna inte läsas, men allt kan räknas.',
    en: 'FILE.keys is read too when it is there; without it the reasons cannot be read, but everything can be counted.',
  },
  options: {},
  run: async (context) => {
    const file = resolve(context.given.positionals[0]!)
    // Before there is a data folder: a backup that cannot be used leaves none behind.
    await checkBackup(file)
    return withRegister(context, { create: true }, async (register) => {
      const { problems } = await restoreBackup(register, { file })
      for (const problem of problems) context.say(renderProblem(problem, context.language))
      context.say(messages[context.language].restored(file))
      return 0
    })
  },
}
