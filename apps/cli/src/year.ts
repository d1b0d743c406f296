// Reads a year from an option.
import { type Context, UsageError } from './command.ts'
import { messages } from './messages/messages.ts'

export function yearFrom({ given, language }: Context, option: string): number | undefined {
  const text = given.text(option)
  if (text === undefined) return undefined
  if (!/^\d{4}$/.test(text)) throw new UsageError(messages[language].badYear(`--${option}`))
  return Number(text)
}
