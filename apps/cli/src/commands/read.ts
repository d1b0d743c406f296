// `lykta read REF`: opens one sealed reason, with the passphrase, on the machine it runs on.
import { readReason } from '@lykta/server'
import type { Command } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { askPassphrase } from '../passphrase-prompt.ts'
import { withDesk } from '../with-desk.ts'

export const read: Command = {
  name: 'read',
  takes: 'REF',
  count: [1, 1],
  summary: { sv: 'läs en förseglad anledning (frågar efter lösenfrasen)', en: 'read a sealed reason (asks for the passphrase)' },
  details: {
    sv: 'REF är incidentens referens, registrets egen eller den från kalkylbladet. Läsningen loggas.',
    en: 'REF is the incident’s reference, the register’s own or the spreadsheet’s. The reading is logged.',
  },
  options: {},
  run: async (context) => {
    const words = messages[context.language]
    return withDesk(context, async (desk) => {
      const reason = await readReason(desk, context.given.positionals[0]!, () => askPassphrase(context))
      context.print(reason.text)
      context.say(reason.signed ? words.signed : words.importedNotSigned)
      for (const finding of reason.findings) context.say(words.finding(finding))
      return 0
    })
  },
}
