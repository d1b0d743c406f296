// `lykta events`: what happened at the door, for whoever keeps watch over the server: codes, ids and numbers.
import { inNetwork, readDoorEvents } from '@lykta/register'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withDesk } from '../with-desk.ts'

const day = 24 * 3_600_000

export const events: Command = {
  name: 'events',
  takes: '[--days N] [--json]',
  count: [0, 0],
  summary: { sv: 'visa inloggningar, avslag och gränser som nåtts', en: 'show sign-ins, refusals and limits that were reached' },
  details: {
    sv: 'En rad för varje: när (UTC), vad, medlemmens eller enhetens id eller unknown, hur många gånger och vilken väg. Inga namn och inga adresser. docs/operating.sv.md säger vad koderna betyder. Raderna finns i 400 dagar; --json skriver en JSON-rad för varje, att samla på en annan maskin.',
    en: 'A line each: when (UTC), what, the member’s or device’s id or unknown, how many times and which route. No names and no addresses. docs/operating.md says what the codes mean. Lines are kept for 400 days; --json prints a JSON line each, to be collected on another machine.',
  },
  options: {
    days: { type: 'string', value: 'N', help: { sv: 'så många dagar tillbaka (annars 7)', en: 'so many days back (else 7)' } },
    json: { type: 'boolean', help: { sv: 'skriv JSON, en rad för varje', en: 'print JSON, a line each' } },
  },
  run: async (context) => {
    const { given, language, print } = context
    const days = given.text('days') ?? '7'
    if (!/^[1-9]\d{0,2}$/.test(days)) throw new UsageError(messages[language].badDays)
    return withDesk(context, async (desk) => {
      const since = new Date(Date.now() - Number(days) * day).toISOString()
      const found = await inNetwork(desk.register, desk.context, (transaction) => readDoorEvents(transaction, since))
      for (const { at, code, who, about, times } of found) {
        print(given.is('json') ? JSON.stringify({ at, code, who, about, times }) : [at.slice(0, 19).replace('T', ' '), code, who, `×${times}`, about].join('  ').trimEnd())
      }
      if (found.length === 0) context.say(messages[language].noEvents)
      return 0
    })
  },
}
