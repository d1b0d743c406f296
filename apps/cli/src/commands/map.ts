// `lykta map`: a first mapping of another town's spreadsheet, by likeness; a person goes through it before anything is imported.
import { resolve } from 'node:path'
import { mapFiles, readImportFiles, renderProblem } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withDesk } from '../with-desk.ts'
import { writeNewFile } from '../write-new-file.ts'

export const map: Command = {
  name: 'map',
  takes: 'FOLDER|FILE… --out FILE.json',
  count: [1, 20],
  summary: { sv: 'föreslå hur ett annat kalkylblads kolumner och ord blir våra (en mappning)', en: 'propose how another spreadsheet’s columns and words become ours (a mapping)' },
  details: {
    sv: 'Rubriker och ord jämförs med våra, på svenska och engelska. Allt som gissas står som förslag i filen (proposed, proposedValues), och det som inte förstås som obestämt (to: null, undecidedValues): `lykta import --mapping` läser inte in något förrän en människa har bestämt det. Lättast är det i webbläsaren (Incidenter, Hämta in kalkylblad; eller Nätverket, Organisationer, Hämta in en annan stads kalkylblad), där samma fil går att öppna och spara. Filen beskrivs i docs/mapping.md.',
    en: 'Headers and words are compared with ours, in Swedish and English. Whatever is guessed stands in the file as a proposal (proposed, proposedValues), and what is not understood as undecided (to: null, undecidedValues): `lykta import --mapping` imports nothing until a person has decided. It is easiest in the browser (Incidents, Bring in a spreadsheet; or Network, Organisations, Bring in another town’s spreadsheet), where the same file can be opened and saved. docs/mapping.md describes it.',
  },
  options: {
    out: { type: 'string', value: 'FILE.json', help: { sv: 'fil att skriva', en: 'file to write' } },
  },
  run: async (context) => {
    const { given, language, say } = context
    const words = messages[language]
    const out = given.text('out')
    if (out === undefined) throw new UsageError(words.missing('--out'))
    const files = await readImportFiles(given.positionals)
    return withDesk(context, async (desk) => {
      const { mapping, problems } = await mapFiles(desk, files)
      const file = resolve(out)
      await writeNewFile(file, new TextEncoder().encode(`${JSON.stringify(mapping, null, 2)}\n`))
      for (const problem of problems) say(renderProblem(problem, language))
      say(words.mappingWritten(file, problems.some(({ severity }) => severity === 'error')))
      return 0
    })
  },
}
