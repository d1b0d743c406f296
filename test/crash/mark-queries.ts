// Loaded before an import (node --import): says on standard error where in its transaction it is, so that a kill can be aimed.
import { writeSync } from 'node:fs'
import pg from 'pg'

export const marks = { writing: 'at: writing', committing: 'at: committing', committed: 'at: committed' } as const

const prototype = pg.Client.prototype as { query: (this: pg.Client, ...given: unknown[]) => unknown }
const { query } = prototype

/** A pipe takes it before this returns. */
const say = (mark: string): void => void writeSync(2, `${mark}\n`)

prototype.query = function (...given) {
  // A text, or a prepared statement with one.
  const text = typeof given[0] === 'string' ? given[0] : (given[0] as { readonly text?: string } | undefined)?.text ?? ''
  const last = text.startsWith('select lykta.append_audit(')
  const answer = query.apply(this, given)
  // Sent, for what is written to an idle connection leaves at once.
  if (text.startsWith('insert into lykta."revision"')) say(marks.writing)
  if (last) {
    say(marks.committing)
    void Promise.resolve(answer).then(() => say(marks.committed), () => undefined)
  }
  return answer
}
