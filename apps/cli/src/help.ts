// The help texts, made from the commands themselves.
import type { Language } from '@lykta/incident'
import type { Command, Options } from './command.ts'
import { messages } from './messages/messages.ts'
import { commonOptions } from './parse-line.ts'

export function renderOverview(commands: readonly Command[], language: Language): string {
  const words = messages[language]
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  return [
    words.about,
    '',
    words.usage('lykta …'),
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary[language]}`),
    '',
    words.moreHelp,
    '',
    ...renderOptions(commonOptions, language),
  ].join('\n')
}

export function renderHelp(command: Command, language: Language): string {
  const words = messages[language]
  return [
    words.usage(`lykta ${[command.name, command.takes].filter(Boolean).join(' ')}`),
    '',
    sentence(command.summary[language]),
    ...(command.details ? ['', command.details[language]] : []),
    '',
    ...renderOptions({ ...command.options, ...commonOptions }, language),
  ].join('\n')
}

function renderOptions(options: Options, language: Language): readonly string[] {
  const left = Object.entries(options).map(([name, { value }]) => `--${name}${value ? ` ${value}` : ''}`)
  const width = Math.max(...left.map((text) => text.length)) + 2
  return Object.values(options).map(({ help }, index) => `  ${left[index]!.padEnd(width)}${help[language]}`)
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
