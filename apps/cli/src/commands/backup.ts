// `lykta backup FILE`: everything but the keys in FILE, the keys in FILE.keys.
import { resolve } from 'node:path'
import { writeBackup } from '@lykta/register'
import { programVersion } from '@lykta/server'
import type { Command } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withRegister } from '../with-desk.ts'

export const backup: Command = {
  name: 'backup',
  takes: 'FILE',
  count: [1, 1],
  summary: { sv: 'säkerhetskopiera alla nätverk', en: 'back up all networks' },
  details: {
    sv: 'FILE får allt utom nycklarna, FILE.keys får nycklarna (inlåsta under lösenfrasen). Förvara dem åtskilda. Går medan servern är i gång.',
    en: 'FILE gets everything but the keys, FILE.keys gets the keys (locked under the passphrase). Keep them apart. Works while the server runs.',
  },
  options: {},
  run: async (context) => {
    const file = resolve(context.given.positionals[0]!)
    return withRegister(context, {}, async (register) => {
      await writeBackup(register, { file, programVersion })
      context.say(messages[context.language].backedUp(file))
      return 0
    })
  },
}
