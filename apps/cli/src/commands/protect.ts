// `lykta protect CELLS.csv EQUATIONS.csv`: which cells to hide besides the sensitive ones, in any table with its sums.
import { problem, ProblemError } from '@lykta/incident'
import { readInstance, suppressInThread } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { suppressionWords } from '../messages/suppression.ts'

export const protect: Command = {
  name: 'protect',
  takes: 'CELLS.csv EQUATIONS.csv [--seconds N] [--json]',
  count: [2, 2],
  summary: { sv: 'välj vilka celler i en tabell som ska döljas för att de känsliga inte ska kunna räknas ut', en: 'choose which cells of a table to hide so that the sensitive ones cannot be worked out' },
  details: {
    sv: 'CELLS.csv har kolumnerna cell, freq och primary (1 för en känslig cell), och om man vill published (0 för en cell som aldrig trycks). EQUATIONS.csv har total och parts, cellers nummer med blanksteg emellan: totalen är summan av delarna. Det känsliga talet a skyddas så att a − 1 (dock minst 0) och a + 1 förblir möjliga. Nollor trycks. En cell väger sitt tal, och det som döljs ska väga så lite som möjligt. Ingen data läses ur registret.\n\nMed --json: {secondary, objective, lowerBound, optimal, seconds}. lowerBound är bevisat: inget säkert mönster väger mindre. Status 0 när ett säkert mönster finns, 1 när något i filerna måste rättas, 2 när kommandoraden inte går att förstå.',
    en: 'CELLS.csv has the columns cell, freq and primary (1 for a sensitive cell), and if you like published (0 for a cell that is never printed). EQUATIONS.csv has total and parts, cells’ numbers with blanks between: the total is the sum of its parts. A sensitive count a is protected so that a − 1 (not below 0) and a + 1 stay possible. Zeros are printed. A cell weighs its count, and what is hidden should weigh as little as possible. Nothing is read from the register.\n\nWith --json: {secondary, objective, lowerBound, optimal, seconds}. lowerBound is proven: no safe pattern weighs less. Status 0 when there is a safe pattern, 1 when something in the files must be corrected, 2 when the command line cannot be understood.',
  },
  options: {
    seconds: { type: 'string', value: 'N', help: { sv: 'sluta söka efter så lång tid (annars 60); det bästa mönstret hittills gäller', en: 'stop searching after so long (else 60); the best pattern so far holds' } },
    json: { type: 'boolean', help: { sv: 'skriv JSON', en: 'print JSON' } },
  },
  run: async ({ given, language, print, say }) => {
    const words = suppressionWords[language]
    const seconds = Number(given.text('seconds') ?? '60')
    if (!(seconds > 0 && seconds <= 1_000_000)) throw new UsageError(words.badSeconds)
    // Reading counts too: who gives five seconds wants an answer after five.
    const begun = performance.now()
    const elapsed = (): number => (performance.now() - begun) / 1000
    const [cells, equations] = given.positionals
    const instance = await readInstance(cells!, equations!)
    let told = ''
    const found = await suppressInThread({ kind: 'protect', instance, seconds: seconds - elapsed() }, (news) => {
      if (news.kind !== 'protecting') return
      const line = words.protecting(words.steps[news.step], news.cost, news.bound)
      if (line !== told) say(line)
      told = line
    })
    if (!found) throw new ProblemError([problem('instance.unprotectable')])
    const { hidden, cost, bound, optimal } = found
    const secondary = hidden.map((cell) => instance.cells[cell]!.id)
    print(given.is('json')
      ? JSON.stringify({ secondary, objective: cost, lowerBound: bound, optimal, seconds: Number(elapsed().toFixed(3)) })
      : [words.pattern({ hidden: hidden.length, cost, bound, optimal }), secondary.join(' ')].join('\n').trim())
    return 0
  },
}
