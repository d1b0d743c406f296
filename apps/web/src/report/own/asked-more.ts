// That more has been told about an incident that the coordinator asked about.
import type { NewMessage } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'

/** The incident to which the report at hand adds, and the question that it answers; null for a report of its own. */
export type AskedMore = { readonly ref: string; readonly question: string | null } | null

/** When it cannot be said, the report itself says what it adds to. */
export function tellAdded(asked: AskedMore): void {
  if (!asked || asked.question === null) return
  const message: NewMessage = { id: crypto.randomUUID(), kind: 'answer', code: 'added', to: asked.question }
  void ask(`incidents/${asked.ref}/messages`, { method: 'POST', body: message }).catch(() => undefined)
}
