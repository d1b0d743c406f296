// Which word of the line is the command: options that every command has may stand before it, `lykta --lang en import …`.
import { commonOptions } from './parse-line.ts'

export type FoundCommand = { readonly name: string | undefined; readonly rest: readonly string[]; readonly help: boolean }

export function commandFirst(line: readonly string[]): FoundCommand {
  let at = 0
  let help = false
  for (let option = optionAt(line, at); option; option = optionAt(line, at)) {
    help ||= option.name === 'help'
    at += option.words
  }
  const [name, ...after] = line.slice(at)
  // `lykta help import` is `lykta import --help`.
  if (name === 'help') return commandFirst(['--help', ...line.slice(0, at), ...after])
  return { name, rest: [...line.slice(0, at), ...after], help }
}

function optionAt(line: readonly string[], at: number): { readonly name: string; readonly words: number } | undefined {
  const [, short, long, value] = /^(?:-(h)|--([a-z]+)(=.*)?)$/.exec(line[at] ?? '') ?? []
  const name = short ? 'help' : long
  if (name === undefined || !Object.hasOwn(commonOptions, name)) return undefined
  return { name, words: commonOptions[name]!.type === 'string' && value === undefined ? 2 : 1 }
}
