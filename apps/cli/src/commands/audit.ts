// `lykta audit CELLS.csv EQUATIONS.csv --hidden IDS.json`: what an attacker can say of every hidden cell of any table.
import { readHidden, readInstance, suppressInThread } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { suppressionWords } from '../messages/suppression.ts'

export const audit: Command = {
  name: 'audit',
  takes: 'CELLS.csv EQUATIONS.csv --hidden IDS.json [--json]',
  count: [2, 2],
  summary: { sv: 'räkna ut vad en angripare kan säga om varje dold cell i en tabell', en: 'work out what an attacker can say of every hidden cell of a table' },
  details: {
    sv: 'Filerna är de som `lykta protect` läser. Angriparen vet alla ekvationer, varje tal som trycks, och att inget antal är under noll. Känsliga celler och de som aldrig trycks är dolda även när de inte står i IDS.json.\n\nMed --json: {cells: [{id, low, high}], exact}. high är null när inget begränsar cellen; exact är de celler vars tal är bestämt. Status 0 när granskningen är gjord, vad den än fann, 1 när något i filerna måste rättas, 2 när kommandoraden inte går att förstå.',
    en: 'The files are those that `lykta protect` reads. The attacker knows all equations, every printed count, and that no count is below zero. Sensitive cells and those that are never printed are hidden even when they are not in IDS.json.\n\nWith --json: {cells: [{id, low, high}], exact}. high is null when nothing bounds the cell; exact are the cells whose count is determined. Status 0 when the audit is made, whatever it found, 1 when something in the files must be corrected, 2 when the command line cannot be understood.',
  },
  options: {
    hidden: { type: 'string', value: 'IDS.json', help: { sv: 'JSON-lista med dolda cellers nummer, eller utskriften av `lykta protect --json`', en: 'JSON list of hidden cells’ numbers, or what `lykta protect --json` printed' } },
    json: { type: 'boolean', help: { sv: 'skriv JSON', en: 'print JSON' } },
  },
  run: async ({ given, language, print, say }) => {
    const words = suppressionWords[language]
    const list = given.text('hidden')
    if (list === undefined) throw new UsageError(messages[language].missing('--hidden'))
    const [cells, equations] = given.positionals
    const instance = await readInstance(cells!, equations!)
    const hidden = await readHidden(list, instance)
    const found = await suppressInThread({ kind: 'audit', instance, hidden }, (news) => {
      if (news.kind === 'auditing') say(words.auditing(news.done, news.all))
    })
    print(given.is('json')
      ? JSON.stringify(found)
      : [...found.cells.map(({ id, low, high }) => words.interval(id, low, high)), words.exact(found.exact)].join('\n'))
    return 0
  },
}
