// `lykta backup FILE`: everything but the keys in FILE, the keys in FILE.keys.
import { resolve } from 'node:path'
import { writeBackup } from '@lykta/register'
import { programVersion } from '@lykta/server'
import type { Command } from '../command.ts'
import { renderHeads } from '../heads.ts'
import { messages } from '../messages/messages.ts'
import { withRegister } from '../with-desk.ts'

export const backup: Command = {
  name: 'backup',
  takes: 'FILE',
  count: [1, 1],
  summary: { sv: 'säkerhetskopiera alla nätverk', en: 'back up all networks' },
  details: {
    sv: 'FILE får allt utom nycklarna, FILE.keys får nycklarna (inlåsta under lösenfrasen). Förvara dem åtskilda. En kopia som redan har namnet ersätts bara med --replace. Går medan servern är i gång. Skriver loggkedjans senaste rad (HASH@POSITION), ett nätverk per rad: anteckna den på papper.',
    en: 'FILE gets everything but the keys, FILE.keys gets the keys (locked under the passphrase). Keep them apart. A copy that has the name already is replaced only with --replace. Works while the server runs. Prints the audit chain’s newest line (HASH@POSITION), one network a line: note it on paper.',
  },
  options: {
    replace: { type: 'boolean', help: { sv: 'ersätt en kopia som redan har namnet', en: 'replace a copy that has the name already' } },
  },
  run: async (context) => {
    const file = resolve(context.given.positionals[0]!)
    return withRegister(context, {}, async (register) => {
      const { heads } = await writeBackup(register, { file, programVersion, replace: context.given.is('replace') })
      const words = messages[context.language]
      for (const line of await renderHeads(register, heads)) context.print(line)
      context.say(words.backedUp(file))
      if (heads.length > 0) context.say(words.keepHead)
      return 0
    })
  },
}
