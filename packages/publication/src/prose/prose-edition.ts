// The edition in whose light a text is read while it is written: its tables by id, and the words of its language.
import type { Edition } from '../binding/edition.ts'
import type { ProseInput } from '../checker/check-prose.ts'
import { wordsIn } from '../words/words-in.ts'

/** Without tables every figure counts as hidden. */
export function proseEdition({ context, tables, label, examples }: Pick<ProseInput, 'context' | 'tables' | 'label' | 'examples'>): Edition {
  return { context, tables: new Map(tables.map((table) => [table.id, table])), words: wordsIn[context.language], label, examples }
}
