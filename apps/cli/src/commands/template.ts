// `lykta template FILE`: an empty workbook to fill in, with drop-down lists.
import { open, rm } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { makeTemplate, problem, ProblemError, shippedIndicators } from '@lykta/incident'
import { Temporal } from 'temporal-polyfill'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'

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
    // Never over a file that somebody may have filled in.
    const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
      throw new ProblemError([problem(error.code === 'EEXIST' ? 'work.file-exists' : 'work.file-not-written', { file })])
    })
    try {
      await handle.writeFile(bytes)
    } catch (error) {
      // Half a workbook would only be taken for a whole one.
      await rm(file, { force: true })
      throw new ProblemError([problem((error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'work.disk-full' : 'work.file-not-written', { file })])
    } finally {
      await handle.close()
    }
    say(messages[language].templateWritten(file))
    return 0
  },
}
