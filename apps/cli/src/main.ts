// The command line: finds the command, checks the line, runs it, and turns what went wrong into words and a status.
import { type Language, ProblemError } from '@lykta/incident'
import { describeDefect, renderProblem } from '@lykta/server'
import { type Command, type Environment, UsageError } from './command.ts'
import { commandFirst } from './command-first.ts'
import { commands } from './commands/commands.ts'
import { renderHelp, renderOverview } from './help.ts'
import { languageOf } from './languages.ts'
import { messages } from './messages/messages.ts'
import { parseLine } from './parse-line.ts'

/** A name or a text may come from a file that somebody else made: what would command the terminal is shown as a dot. */
const tame = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '·')
const print = (text: string): void => void process.stdout.write(tame(text.endsWith('\n') ? text : `${text}\n`))
const say = (text: string): void => void process.stderr.write(tame(`${text}\n`))

const environment: Environment = {
  variables: process.env,
  interactive: process.stdin.isTTY && process.stderr.isTTY,
}

const typed = process.argv.slice(2)
const output = { lost: false }
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Output that nobody reads any more (a closed pipe) is no failure. What a full disk did not take is: it may be a passphrase.
  if (error.code === 'EPIPE') process.exit(0)
  if (!output.lost) say(messages[languageOf(typed, process.env)].outputLost(error.code ?? ''))
  output.lost = true
  process.exitCode = 1
})

// What cannot be said any more (a closed pipe, a full disk) ends nothing: the work goes on to its end, and the database is let go.
process.stderr.on('error', () => {})

const status = await main(typed)
process.exitCode = output.lost ? 1 : status

async function main(line: readonly string[]): Promise<number> {
  const language = languageOf(line, process.env)
  const words = messages[language]
  const { name, rest, help } = commandFirst(line)
  if (name === undefined) {
    print(renderOverview(commands, language))
    return help ? 0 : 2
  }
  if (name === '--version') {
    const { programVersion } = await import('@lykta/server')
    print(`lykta ${programVersion}`)
    return 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    say(words.unknownCommand(name))
    say(words.moreHelp)
    return 2
  }
  return run(command, rest, language)
}

async function run(command: Command, line: readonly string[], language: Language): Promise<number> {
  try {
    const given = parseLine(command, line, language)
    if (given.is('help')) {
      print(renderHelp(command, language))
      return 0
    }
    return await command.run({ given, language, environment, print, say })
  } catch (error) {
    if (error instanceof UsageError) {
      say(error.message)
      say(messages[language].usage(`lykta ${command.name} ${command.takes}`.trim()))
      return 2
    }
    if (error instanceof ProblemError) {
      for (const problem of error.problems) say(renderProblem(problem, language))
      return 1
    }
    const id = crypto.randomUUID().slice(0, 8)
    say(messages[language].defect(id))
    if (process.env['LYKTA_DEBUG']) say(describeDefect(error))
    return 1
  }
}
