// Says which figures of others in the ledger are not what the register counts: an edition is not tried with those.
import type { Protocol } from '@lykta/disclosure'
import { type Problem, problem } from '@lykta/incident'

/** Of what others printed: such a figure is given to no attacker, and what was entered by mistake protects nothing. Names the figures, never what is counted. */
export function differentWarning(different: Protocol['different']): readonly Problem[] {
  if (different.length === 0) return []
  const named = different.slice(0, 5).map(({ table, codes, period }) => [table, codes.join('/'), period].filter((part) => part !== '').join(' '))
  return [{ ...problem('ledger.different', { count: different.length, figures: [...named, ...(different.length > 5 ? ['…'] : [])].join(', ') }), severity: 'warning' }]
}
