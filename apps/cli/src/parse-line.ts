// Reads a command line against a command's options.
import { parseArgs } from 'node:util'
import { type Command, type Given, type Options, UsageError } from './command.ts'
import { messages } from './messages/messages.ts'
import type { Language } from '@lykta/incident'

/** Options of every command. */
export const commonOptions: Options = {
  data: { type: 'string', value: 'DIR', help: { sv: 'datamapp (annars LYKTA_DATA, annars systemets plats för programdata)', en: 'data folder (else LYKTA_DATA, else the platform’s own place)' } },
  network: { type: 'string', value: 'NAME', help: { sv: 'nätverk, när det finns flera', en: 'network, when there is more than one' } },
  lang: { type: 'string', value: 'sv|en', help: { sv: 'språk (annars LYKTA_LANG, LANG, svenska)', en: 'language (else LYKTA_LANG, LANG, Swedish)' } },
  help: { type: 'boolean', help: { sv: 'visa den här hjälpen', en: 'show this help' } },
}

export function parseLine(command: Command, line: readonly string[], language: Language): Given {
  const words = messages[language]
  const options = { ...command.options, ...commonOptions }
  const parsed = (() => {
    try {
      return parseArgs({
        args: [...line],
        allowPositionals: true,
        strict: true,
        options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, name === 'help' ? { type, short: 'h' } : { type }])),
      })
    } catch (error) {
      throw new UsageError(wording(error, words))
    }
  })()
  const [least, most] = command.count
  if (!parsed.values['help'] && (parsed.positionals.length < least || parsed.positionals.length > most)) {
    throw new UsageError(parsed.positionals.length < least ? words.tooFew(command.takes) : words.tooMany(parsed.positionals[most] ?? ''))
  }
  return {
    positionals: parsed.positionals,
    text: (option) => {
      const value = parsed.values[option]
      return typeof value === 'string' ? value : undefined
    },
    is: (option) => parsed.values[option] === true,
  }
}

/** Node words these errors in English; we say the same in the user's language. */
function wording(error: unknown, words: (typeof messages)[Language]): string {
  const { code, message } = error as { code?: string; message: string }
  const name = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return words.unknownOption(name)
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return words.optionValue(name)
  return message
}
