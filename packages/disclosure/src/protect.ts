// From a plan and a way to count to tables that expose nobody, with the protocol and the certificate of the audit.
import { problem, ProblemError } from '@lykta/incident'
import { addBands } from './band.ts'
import { type Certificate, writeCertificate } from './certificate.ts'
import { auditOf, type HideInput, hideUntilSafe } from './hide.ts'
import { type Count, groupCells, layOut, type LaidTable } from './lay-out.ts'
import { checkLedger, type LedgerEntry } from './ledger.ts'
import type { SolveExtremes } from './linear.ts'
import { type Digest, makeProtected } from './make-protected.ts'
import { type FrameRequest, prepareFrame } from './prepare-frame.ts'
import { primaryDecisions, printTables } from './print-tables.ts'
import type { ProtectedTable } from './protected-table.ts'
import type { ProtectionRule } from './protection-rule.ts'
import { type Protocol, writeProtocol } from './protocol.ts'
import { checkPlan } from './release-plan.ts'

export type ProtectRequest = FrameRequest & {
  /** Counts as of `asOf`; also with groups and over merged periods, for unions and unique persons do not add up. */
  readonly count: Count
  readonly solve: SolveExtremes
  readonly digest: Digest
  /** Position of the register's clock. */
  readonly asOf: number
  /** Everything published before. */
  readonly earlier: readonly LedgerEntry[]
  readonly rule?: ProtectionRule
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
 * Throws a `ProblemError`: `disclosure.totals-exposed` when not even the number of incidents can be published,
 * `disclosure.earlier-editions` while earlier editions cannot be taken into account. Any other error is a defect.
 */
export async function protect(request: ProtectRequest): Promise<Protection> {
  const { collection, asOf, digest, solve, rule = 'zero-to-threshold' } = request
  checkPlan(request.plan, request.policy)
  checkLedger(request.earlier)
  const count: Count = async (specs, periods) => {
    const tables = await request.count(specs, periods)
    if (tables.some((table) => table.asOf !== asOf)) throw new Error('protect: counted as of another position')
    return tables
  }
  const frame = await prepareFrame(request, count)
  const laid = await layOut(frame, collection, count)
  checkTotals(laid)
  const input = (tables: readonly LaidTable[]): HideInput => ({ ...frame, tables, groupCells: groupCells(tables), rule, solve, asOf })
  const hidden = await hideUntilSafe(input(laid), primaryDecisions(laid))
  const { tables, decisions } = await addBands(input(laid), hidden)

  const bodies = printTables(tables, decisions, frame, asOf)
  const last = await auditOf(input(tables), decisions)
  return {
    tables: await makeProtected(bodies, last, digest),
    protocol: writeProtocol(frame, tables, decisions, last, asOf),
    certificate: await writeCertificate(frame, rule, asOf, last, digest),
  }
}

/** If the number of incidents itself may not stand, nothing may. */
function checkTotals(tables: readonly LaidTable[]): void {
  const incidents = tables.find(({ unit, by, part, planned }) => unit === 'incident' && by.length === 0 && part.spec.by.length === 0 && planned.release === 'year')
  if (incidents && (incidents.periods.length === 0 || incidents.base.some(({ rules }) => rules.length > 0))) throw new ProblemError([problem('disclosure.totals-exposed')])
}
