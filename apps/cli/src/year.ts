// Reads a year from an option.
import { type Context, UsageError } from './command.ts'
import { messages } from './messages/messages.ts'

export function yearFrom({ given, language }: Context, option: string): number | undefined {
  const text = given.text(option)
  if (text === undefined) return undefined
  // A period far outside what anybody may have collected is a slip of the finger.
  if (!/^(19|20|21)\d{2}$/.test(text)) throw new UsageError(messages[language].badYear(`--${option}`))
  return Number(text)
}
