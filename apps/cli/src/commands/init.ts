// `lykta init`: founds a network without asking, and shows its passphrase once.
import { findCivilDate } from '@lykta/incident'
import { foundOwnNetwork } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withRegister } from '../with-desk.ts'

export const init: Command = {
  name: 'init',
  takes: '--name NAME --since YYYY-MM-DD',
  count: [0, 0],
  summary: { sv: 'grunda ett nätverk och visa dess lösenfras', en: 'found a network and show its passphrase' },
  details: {
    sv: 'Lösenfrasen (sex ord) skrivs på standard ut, en enda gång. Utan den kan ingen läsa anledningarna, inte heller vi.',
    en: 'The passphrase (six words) is printed on standard output, once. Without it nobody can read the reasons, nor can we.',
  },
  options: {
    name: { type: 'string', value: 'NAME', help: { sv: 'nätverkets namn', en: 'the network’s name' } },
    since: { type: 'string', value: 'YYYY-MM-DD', help: { sv: 'dagen då insamlingen började', en: 'the day on which collection began' } },
    municipality: { type: 'string', value: 'NAME', help: { sv: 'kommunen (annars som namnet)', en: 'the municipality (else as the name)' } },
    'time-zone': { type: 'string', value: 'ZONE', help: { sv: 'tidszon (annars Europe/Stockholm)', en: 'time zone (else Europe/Stockholm)' } },
  },
  run: async (context) => {
    const { given, language, print, say } = context
    const words = messages[language]
    const name = given.text('name')?.trim()
    const since = given.text('since')
    if (!name) throw new UsageError(words.missing('--name'))
    if (since === undefined) throw new UsageError(words.missing('--since'))
    const collectionStart = findCivilDate(since)
    if (!collectionStart) throw new UsageError(words.badDate('--since'))
    const timeZone = given.text('time-zone') ?? 'Europe/Stockholm'
    return withRegister(context, { create: true }, async (register) => {
      const { passphrase } = await foundOwnNetwork(register, { name, municipality: given.text('municipality')?.trim() || name, collectionStart, timeZone })
      say(words.founded(name))
      print(passphrase)
      say(words.keepPassphrase)
      return 0
    })
  },
}
