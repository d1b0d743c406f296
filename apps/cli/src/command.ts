// What a command is: its words, its options, and what it does; help and usage errors are made from this alone.
import type { Language } from '@lykta/incident'

export type Words = Readonly<Record<Language, string>>

export type Option = {
  readonly type: 'string' | 'boolean'
  /** What stands after it in the help: DIR, YEAR … */
  readonly value?: string
  readonly help: Words
}

export type Options = Readonly<Record<string, Option>>

/** What the user typed, checked against the command's options. */
export type Given = {
  readonly positionals: readonly string[]
  readonly text: (option: string) => string | undefined
  readonly is: (option: string) => boolean
}

export type Context = {
  readonly given: Given
  readonly language: Language
  readonly environment: Environment
  /** Results: standard output. */
  readonly print: (text: string) => void
  /** Everything else: standard error. */
  readonly say: (text: string) => void
}

/** What the process was started with; only main.ts reads it from the process. */
export type Environment = {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly interactive: boolean
}

export type Command = {
  readonly name: string
  /** Positional arguments as the usage line shows them: "FOLDER|FILE…". */
  readonly takes: string
  /** How many positional arguments at the least and at the most. */
  readonly count: readonly [least: number, most: number]
  readonly summary: Words
  readonly details?: Words
  readonly options: Options
  /** Resolves to the exit status: 0, or 1 for what the user can mend. */
  readonly run: (context: Context) => Promise<number>
}

/** Thrown for a command line that cannot be understood: exit status 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
