// What the audit can vouch for, in a few numbers; belongs to the private protocol.
import { type Audit, systemText } from './audit.ts'
import type { Frame } from './frame.ts'
import type { Digest } from './make-protected.ts'
import type { ProtectionRule } from './protection-rule.ts'

export type Certificate = {
  readonly plan: string
  readonly policy: string
  readonly rule: ProtectionRule
  readonly asOf: number
  /** Counts that were thought of, printed or not, and statements that relate them. */
  readonly unknowns: number
  readonly statements: number
  /** Cells attacked; every one of them held. */
  readonly audited: number
  /** The narrowest interval of a sensitive cell, or of the others of its margin; null when nothing is sensitive. */
  readonly minimumWidth: number | null
  /** Every least and greatest value was proven; anything else would have stopped the edition. */
  readonly solver: 'optimal'
  /** SHA-256 of the system, so that another solver can be asked the same. */
  readonly systemDigest: string
}

export async function writeCertificate(frame: Frame, rule: ProtectionRule, asOf: number, { verdicts, built }: Audit, digest: Digest): Promise<Certificate> {
  const widths = verdicts.filter(({ kind }) => kind !== 'hidden').map(({ interval }) => interval.high - interval.low)
  return {
    plan: frame.plan.id,
    policy: frame.policy.id,
    rule,
    asOf,
    unknowns: built.system.lower.length,
    statements: built.system.constraints.length,
    audited: verdicts.length,
    minimumWidth: widths.length === 0 ? null : widths.reduce((least, width) => Math.min(least, width)),
    solver: 'optimal',
    systemDigest: await digest(systemText(built.system)),
  }
}
