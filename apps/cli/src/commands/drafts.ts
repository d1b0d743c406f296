// `lykta drafts`: the frozen drafts that nobody was asked about; discard throws one away.
import { discardFrozen, listFrozen } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { draftWords } from '../messages/drafts.ts'
import { withDesk } from '../with-desk.ts'

export const drafts: Command = {
  name: 'drafts',
  takes: '[discard ID]',
  count: [0, 2],
  summary: { sv: 'visa frysta utkast som ingen är tillfrågad om; discard slänger ett', en: 'show frozen drafts that nobody was asked about; discard throws one away' },
  details: {
    sv: 'Ett utkast fryses i webbläsaren, under Utgåvor. När någon har blivit tillfrågad om det kan det inte slängas, bara tas tillbaka eller avslås. Det som slängs töms: filer, tabeller, antal och skäl. Att det fanns, och vem som slängde det, står kvar i loggen.',
    en: 'A draft is frozen in the browser, under Editions. Once somebody has been asked about it, it cannot be thrown away, only taken back or refused. What is thrown away is emptied: files, tables, counts and reasons. That there was one, and who threw it away, stays in the log.',
  },
  options: { yes: { type: 'boolean', help: { sv: 'släng det; det går inte att ångra', en: 'throw it away; it cannot be undone' } } },
  run: async (context) => {
    const { given, language, print, say } = context
    const words = draftWords[language]
    const [action, id] = given.positionals
    if (action !== undefined && action !== 'discard') throw new UsageError(words.badAction)
    if (action === 'discard' && id === undefined) throw new UsageError(words.missingId)
    return withDesk(context, async (desk) => {
      const frozen = await listFrozen(desk)
      if (id === undefined) {
        for (const line of frozen.length === 0 ? [words.empty] : frozen.map(words.line)) print(line)
        return 0
      }
      const found = frozen.find((one) => one.id === id)
      if (!found) {
        say(words.unknown(id))
        return 1
      }
      if (!given.is('yes')) {
        print(words.line(found))
        say(words.howTo)
        return 0
      }
      await discardFrozen(desk, id)
      say(words.discarded(found.year))
      return 0
    })
  },
}
