// `lykta import`: a spreadsheet into the register, all of it or nothing.
import { importFiles as importInto, readImportFiles, readMapping, renderProblem } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { askPassphrase } from '../passphrase-prompt.ts'
import { withDesk } from '../with-desk.ts'

export const importFiles: Command = {
  name: 'import',
  takes: 'FOLDER|FILE…',
  count: [1, 20],
  summary: { sv: 'läs in ett kalkylblad (CSV, XLSX eller ODS); allt eller inget', en: 'import a spreadsheet (CSV, XLSX or ODS); all or nothing' },
  details: {
    sv: 'Tabellerna organisationer, incidenter och personer, och om ni vill indikatorer (egna). Samma fil igen ändrar ingenting; en ändrad rad blir en ny revision; en rad som saknas tar inte bort något. En rad skriver inte över det som har ändrats i formuläret, om inte --overwrite-corrections säger det. Anledningarna förseglas på den här datorn; de jämförs bara med --unlock.',
    en: 'The tables organisations, incidents and persons, and if you like indicators (your own). The same file again changes nothing; a changed row becomes a new revision; a missing row takes nothing away. A row overwrites nothing that was changed in the form, unless --overwrite-corrections says so. Reasons are sealed on this machine; they are compared only with --unlock.',
  },
  options: {
    unlock: { type: 'boolean', help: { sv: 'fråga efter lösenfrasen och jämför även anledningarna', en: 'ask for the passphrase and compare the reasons too' } },
    'overwrite-corrections': { type: 'boolean', help: { sv: 'låt rader gälla framför det som har ändrats i formuläret', en: 'let rows hold over what was changed in the form' } },
    submissions: { type: 'boolean', help: { sv: 'filerna är svar ur ODK eller Kobo, på formuläret från `lykta form`', en: 'the files are submissions of ODK or Kobo, of the form that `lykta form` writes' } },
    mapping: { type: 'string', value: 'FILE.json', help: { sv: 'filerna har andra kolumner och ord; mappningen säger vad de blir', en: 'the files have other columns and words; the mapping says what they become' } },
    check: { type: 'boolean', help: { sv: 'kontrollera bara; skriv ingenting', en: 'only check; write nothing' } },
  },
  run: async (context) => {
    const { given, language, say } = context
    const words = messages[language]
    const mappingFile = given.text('mapping')
    if (mappingFile !== undefined && given.is('submissions')) throw new UsageError(words.mappingOrSubmissions)
    const mapping = mappingFile === undefined ? undefined : await readMapping(mappingFile)
    const files = await readImportFiles(given.positionals, { submissions: given.is('submissions') })
    return withDesk(context, async (desk) => {
      if (desk.network.sample) say(words.intoSample)
      const passphrase = given.is('unlock') ? await askPassphrase(context) : undefined
      const outcome = await importInto(desk, files, { passphrase, checkOnly: given.is('check'), overwriteCorrections: given.is('overwrite-corrections'), submissions: given.is('submissions'), mapping, onProgress: context.environment.interactive ? progress(words.sealing) : undefined })
      for (const problem of outcome.problems) say(renderProblem(problem, language))
      if (outcome.state === 'refused') {
        say(words.nothingImported)
        return 1
      }
      say(outcome.state === 'checked' ? words.checked(outcome) : words.imported(outcome))
      if (outcome.others > 0) say(words.others(outcome.others))
      if (outcome.absent > 0) say(words.absent(outcome.absent))
      if (!outcome.reasonsCompared) say(words.reasonsNotCompared)
      return 0
    })
  },
}

/** One line that is written over while reasons are sealed. */
function progress(render: (done: number, all: number) => string): (done: number, all: number) => void {
  return (done, all) => {
    process.stderr.write(`\r${render(done, all)}${done === all ? '\n' : ''}`)
  }
}
