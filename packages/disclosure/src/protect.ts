// From a plan and a way to count to tables that expose nobody, with the protocol and the certificate of the audit.
import { problem, ProblemError } from '@lykta/incident'
import { addBands } from './band.ts'
import { type Certificate, writeCertificate } from './certificate.ts'
import { auditsOf, type HideInput, hideUntilSafe } from './hide.ts'
import type { CellKey } from './cell-key.ts'
import { knownToReaders } from './known.ts'
import { type Count, groupCells, layOut, type LaidTable, ownGroups } from './lay-out.ts'
import { type LateReports, lateTable, withoutLate } from './late.ts'
import type { SolveExtremes } from './linear.ts'
import { type Digest, makeProtected } from './make-protected.ts'
import type { Witnesses } from './witness.ts'
import { type FrameRequest, prepareFrame } from './prepare-frame.ts'
import { printTables, primaryDecisions } from './print-tables.ts'
import type { ProtectedTable } from './protected-table.ts'
import type { ProtectionRule } from './protection-rule.ts'
import { type Protocol, writeProtocol } from './protocol.ts'
import { checkPlan } from './release-plan.ts'
import type { LoadProgram } from './suppression/program.ts'
import type { SecondsLeft } from './suppression/seconds-left.ts'

export type ProtectRequest = FrameRequest & {
  /**
   * Counts as of `asOf`, years that an edition of the ledger printed as they stood then (`vintagesOf`); also with groups
   * and over merged periods, for unions and unique persons do not add up.
   */
  readonly count: Count
  readonly solve: SolveExtremes
  /** For the search for what to hide, and for the members' attack. */
  readonly load: LoadProgram
  /** Ends the search for the least to hide, never the audit; without it nothing does. */
  readonly left?: SecondsLeft | undefined
  readonly digest: Digest
  /** Position of the register's clock. */
  readonly asOf: number
  /** Incidents that came after their year was printed; without it nothing is said of them. */
  readonly late?: LateReports | undefined
  readonly rule?: ProtectionRule
  /** Cells that are not shown whatever the policy says of them: something outside these tables would be told by them. */
  readonly withheld?: ReadonlySet<CellKey> | undefined
}

export type Protection = {
  readonly tables: readonly ProtectedTable[]
  /** Private: holds the counts. */
  readonly protocol: Protocol
  readonly certificate: Certificate
}

/**
 * Merges years and categories, hides what a rule of the policy forbids and what would give it away, adds bands, and lets
 * the attacker try. Nothing is returned unless the last audit of the finished tables passes.
 * The attacker has everything that the ledger holds for its audience and wider ones; narrower audiences that were told more
 * are tried with theirs. Throws a `ProblemError`: `disclosure.totals-exposed` when not even the number of incidents can be
 * published, `disclosure.ledger-exposed` when it cannot beside what was published before, `disclosure.ledger-differs` when an
 * earlier edition printed other counts of the same years. Any other error is a defect.
 */
export async function protect(request: ProtectRequest): Promise<Protection> {
  const { collection, asOf, digest, late, policy, solve, load, left = () => 1e9, rule = 'zero-to-threshold' } = request
  const earlier = withoutLate(request.earlier)
  checkPlan(request.plan, request.policy)
  const count: Count = async (specs, periods, byOrganisation) => {
    const tables = await request.count(specs, periods, byOrganisation)
    if (tables.some((table) => table.asOf !== asOf)) throw new Error('protect: counted as of another position')
    return tables
  }
  const frame = await prepareFrame({ ...request, earlier }, count)
  const laid = await layOut(frame, collection, count)
  checkTotals(laid)
  const readers = await knownToReaders(frame, earlier, collection, count)
  const own = await ownGroups(laid, count)
  const witnesses: Witnesses = []
  const input = (tables: readonly LaidTable[]): HideInput => ({ ...frame, tables, groupCells: groupCells(tables), ownGroups: own, rule, solve, load, witnesses, left, asOf, readers })
  const { decisions: hidden, weight, bound } = await hideUntilSafe(input(laid), primaryDecisions(laid, request.withheld))
  const { tables, decisions } = await addBands(input(laid), hidden)

  const bodies = [...printTables(tables, decisions, frame, asOf), ...(late ? [lateTable(late, policy, asOf)] : [])]
  const audits = await auditsOf(input(tables), decisions)
  const made = await makeProtected(bodies, audits, digest)
  return {
    tables: made,
    protocol: writeProtocol(frame, tables, decisions, audits[0]!, readers[0]!, asOf, { weight, bound }),
    certificate: await writeCertificate(frame, rule, asOf, made, audits, readers, { weight, bound }, digest),
  }
}

/** If the number of incidents itself may not stand, nothing may. */
function checkTotals(tables: readonly LaidTable[]): void {
  const incidents = tables.find(({ unit, by, part, planned }) => unit === 'incident' && by.length === 0 && part.spec.by.length === 0 && planned.release === 'year')
  if (incidents && (incidents.periods.length === 0 || incidents.base.some(({ rules }) => rules.length > 0))) throw new ProblemError([problem('disclosure.totals-exposed')])
}
