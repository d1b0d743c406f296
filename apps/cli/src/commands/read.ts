// `lykta read REF`: opens an incident's sealed reason, or an earlier one, with the passphrase, on the machine it runs on.
import { readMeetingHere, readReasons } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { askPassphrase } from '../passphrase-prompt.ts'
import { withDesk } from '../with-desk.ts'

export const read: Command = {
  name: 'read',
  takes: 'REF',
  count: [1, 1],
  summary: { sv: 'läs en förseglad anledning (frågar efter lösenfrasen)', en: 'read a sealed reason (asks for the passphrase)' },
  details: {
    sv: 'REF är incidentens referens, registrets egen eller den från kalkylbladet. Utan --revision läses texten som gäller nu. Läsningen loggas.',
    en: 'REF is the incident’s reference, the register’s own or the spreadsheet’s. Without --revision the text that stands now is read. The reading is logged.',
  },
  options: {
    meeting: { type: 'boolean', help: { sv: 'REF är ett mötes id: alla texter som sagts till det', en: 'REF is a meeting’s id: all texts that were said to it' } },
    revision: { type: 'string', value: 'N|all', help: { sv: 'texten som gällde med den versionen, eller alla, den senaste först', en: 'the text that stood with that version, or all, the newest first' } },
  },
  run: async (context) => {
    const words = messages[context.language]
    const asked = context.given.text('revision')
    const which = asked === undefined || asked === 'all' ? asked : /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : undefined
    if (asked !== undefined && which === undefined) throw new UsageError(words.badRevision)
    return withDesk(context, async (desk) => {
      if (context.given.is('meeting')) {
        for (const { kind, organisation, text, signed, findings } of await readMeetingHere(desk, context.given.positionals[0]!, () => askPassphrase(context))) {
          context.print(words.textOfMeeting(kind, organisation))
          context.print(text)
          if (signed) context.say(words.signed)
          for (const finding of findings) context.say(words.finding(finding))
        }
        return 0
      }
      for (const { revision, createdAt, text, signed, findings } of await readReasons(desk, context.given.positionals[0]!, which, () => askPassphrase(context))) {
        // Of several texts each heading belongs to its text, in a file too; of one the text alone is printed.
        if (which === 'all') context.print(words.textOf(revision, createdAt))
        else if (which !== undefined) context.say(words.textOf(revision, createdAt))
        context.print(text)
        context.say(signed ? words.signed : words.importedNotSigned)
        for (const finding of findings) context.say(words.finding(finding))
      }
      return 0
    })
  },
}
