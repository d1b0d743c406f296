// `lykta publish`: the year's annual report, protected, in both languages, as a draft.
import { resolve } from 'node:path'
import { publishEdition, renderProblem } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { ledgerWords } from '../messages/ledger.ts'
import { messages } from '../messages/messages.ts'
import { withDesk } from '../with-desk.ts'
import { yearFrom } from '../year.ts'

export const publish: Command = {
  name: 'publish',
  takes: '--year YEAR --out DIR',
  count: [0, 0],
  summary: { sv: 'gör årsrapporten (skyddad, som utkast)', en: 'make the annual report (protected, as a draft)' },
  details: {
    sv: 'Skriver DIR/sv och DIR/en (index.html, report.pdf, report-archive.pdf, report.docx, charts/, tables/), DIR/manifest.json, och DIR/protocol.json som bara är för samordnaren.',
    en: 'Writes DIR/sv and DIR/en (index.html, report.pdf, report-archive.pdf, report.docx, charts/, tables/), DIR/manifest.json, and DIR/protocol.json, which is for the coordinator only.',
  },
  options: {
    year: { type: 'string', value: 'YEAR', help: { sv: 'rapportens år', en: 'the report’s year' } },
    out: { type: 'string', value: 'DIR', help: { sv: 'mapp att skriva i', en: 'folder to write in' } },
    template: { type: 'string', value: 'DIR', help: { sv: 'mapp med egna mallar (sv.md, en.md)', en: 'folder with templates of your own (sv.md, en.md)' } },
  },
  run: async (context) => {
    const { given, language, say } = context
    const words = messages[language]
    const year = yearFrom(context, 'year')
    const out = given.text('out')
    if (year === undefined) throw new UsageError(words.missing('--year'))
    if (out === undefined) throw new UsageError(words.missing('--out'))
    return withDesk(context, async (desk) => {
      const { files, warnings, earlier } = await publishEdition(desk, { year, out: resolve(out), templates: given.text('template') })
      for (const warning of warnings) say(renderProblem(warning, language))
      say(ledgerWords[language].written(files, resolve(out), earlier))
      return 0
    })
  },
}
