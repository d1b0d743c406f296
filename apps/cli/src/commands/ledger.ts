// `lykta ledger`: what was published before, which every edition is tried together with; and entering what others published.
import { addOutside, listLedger, readImportFiles } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { ledgerWords } from '../messages/ledger.ts'
import { withDesk } from '../with-desk.ts'

const audiences = ['core', 'network', 'public'] as const

export const ledger: Command = {
  name: 'ledger',
  takes: '[add FILE]',
  count: [0, 2],
  summary: { sv: 'visa vad som har publicerats; add för in det som andra har publicerat', en: 'show what was published; add enters what others have published' },
  details: {
    sv: 'Filen är ett kalkylblad med en siffra per rad: tabell, koder, period, antal (minst 41, om det stod så). Tabeller heter som i årsrapportens öppna data: incidents, personsInContact, sexAge. Koder som där eller med rapportens ord: woman/minor eller Kvinnor/Minderåriga. Inget som är infört ändras eller tas bort.',
    en: 'The file is a spreadsheet with one figure a row: table, codes, period, count (at least 41, if it was printed so). Tables are named as in the annual report’s open data: incidents, personsInContact, sexAge. Codes as there, or in the report’s words: woman/minor or Women/Minors. Nothing that is entered is changed or taken away.',
  },
  options: {
    audience: { type: 'string', value: 'WHO', help: { sv: 'vilka som har läst det: core, network eller public (det vanliga)', en: 'who has read it: core, network or public (the default)' } },
    source: { type: 'string', value: 'TEXT', help: { sv: 'var det publicerades', en: 'where it was published' } },
    json: { type: 'boolean', help: { sv: 'skriv listan som JSON', en: 'print the list as JSON' } },
  },
  run: async (context) => {
    const { given, language, print, say } = context
    const words = ledgerWords[language]
    const [action, path] = given.positionals
    if (action !== undefined && action !== 'add') throw new UsageError(words.badAction)
    if (action === 'add' && path === undefined) throw new UsageError(words.missingFile)
    const audience = audiences.find((one) => one === (given.text('audience') ?? 'public'))
    if (audience === undefined) throw new UsageError(words.badAudience)
    return withDesk(context, async (desk) => {
      if (path === undefined) {
        const lines = await listLedger(desk)
        if (given.is('json')) print(JSON.stringify(lines, null, 1))
        else for (const line of lines.length === 0 ? [words.empty] : lines.map(words.line)) print(line)
        return 0
      }
      const [file] = await readImportFiles([path])
      say(words.added(await addOutside(desk, file!, { audience, source: given.text('source') })))
      return 0
    })
  },
}
