// `lykta template FILE`: an empty workbook to fill in, with drop-down lists.
import { extname, resolve } from 'node:path'
import { makeTemplate, shippedIndicators } from '@lykta/incident'
import { Temporal } from 'temporal-polyfill'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { writeNewFile } from '../write-new-file.ts'

export const template: Command = {
  name: 'template',
  takes: 'FILE.xlsx|FILE.ods',
  count: [1, 1],
  summary: { sv: 'skriv ett tomt kalkylblad att fylla i', en: 'write an empty workbook to fill in' },
  options: {},
  run: async ({ given, language, say }) => {
    const file = resolve(given.positionals[0]!)
    const kind = extname(file).slice(1).toLowerCase()
    if (kind !== 'xlsx' && kind !== 'ods') throw new UsageError(messages[language].templateKind)
    const bytes = await makeTemplate(kind, language, {
      today: Temporal.Now.plainDateISO().toString(),
      indicators: shippedIndicators.map(({ id, sv, en }) => ({ id, wording: { sv, en }[language] })),
    })
    await writeNewFile(file, bytes)
    say(messages[language].templateWritten(file))
    return 0
  },
}
