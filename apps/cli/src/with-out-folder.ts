// What commands that write a folder of papers do alike: where to, the network opened, and what is said when it is done.
import { resolve } from 'node:path'
import type { Desk } from '@lykta/server'
import { type Context, UsageError } from './command.ts'
import { messages } from './messages/messages.ts'
import { withDesk } from './with-desk.ts'

/** `write` puts everything into the folder, which it makes itself; `written` says so. */
export function withOutFolder(context: Context, write: (desk: Desk, folder: string) => Promise<void>, written: (folder: string) => string): Promise<number> {
  const { given, language, say } = context
  const out = given.text('out')
  if (out === undefined) throw new UsageError(messages[language].missing('--out'))
  const folder = resolve(out)
  return withDesk(context, async (desk) => {
    await write(desk, folder)
    say(written(folder))
    return 0
  })
}
