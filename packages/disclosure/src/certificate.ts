// What the audit can vouch for, in a few numbers; belongs to the private protocol.
import { type Audit, systemText } from './audit.ts'
import type { Frame } from './frame.ts'
import type { Weighed } from './hide.ts'
import type { Known } from './known.ts'
import type { Audience } from './policy.ts'
import type { Digest } from './make-protected.ts'
import type { ProtectedTable } from './protected-table.ts'
import type { ProtectionRule } from './protection-rule.ts'

/** The narrowest interval of the others' part, as far as it was asked for; null when nothing was. */
export type MembersAudited = { readonly organisations: number; readonly audited: number; readonly minimumWidth: number | null }

/** The attack on all states of the printed years at once. */
export type StatesAudited = {
  /** Registers in one system: each state of the printed years, and what entered and what left between two. */
  readonly registers: number
  /** Cells attacked in all of them, by every group of readers; every one of them held. */
  readonly audited: number
  /** The narrowest interval of a sensitive cell, as far as it was asked for. */
  readonly minimumWidth: number | null
  /** The same by each organisation, which knows what it reported itself in every state. */
  readonly members: MembersAudited
  /** Cells that were kept back because an older edition would have told a change by them. */
  readonly withheld: number
  /** False: time was over, and more was kept back at a time than need be. */
  readonly inTime: boolean
}

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
  /** Weight of what was hidden for others' sake; no safe pattern weighs less than the bound, so equal means the least there is. */
  readonly suppression: Weighed
  /** Organisations that know what they reported themselves, and cells attacked with each one's knowledge; all held. */
  readonly members: MembersAudited
  /** Every least and greatest value was proven; anything else would have stopped the edition. */
  readonly solver: 'optimal'
  /** SHA-256 of the system, so that another solver can be asked the same. */
  readonly systemDigest: string
  /** The tables that it vouches for. */
  readonly tables: readonly { readonly id: string; readonly digest: string }[]
  /** What the attacker had in hand: the ledger's entries for this audience and wider ones. */
  readonly ledger: Known['entries']
  /** Narrower audiences that had been told more, each tried with what it has in hand. */
  readonly narrower: readonly { readonly audience: Audience; readonly ledger: Known['entries']; readonly audited: number; readonly systemDigest: string }[]
  /** Only where a printed year was printed anew. */
  readonly beside?: StatesAudited
}

export async function writeCertificate(
  frame: Frame, rule: ProtectionRule, asOf: number, tables: readonly ProtectedTable[], audits: readonly Audit[], readers: readonly Known[], suppression: Weighed, digest: Digest,
): Promise<Certificate> {
  const [{ verdicts, built, members }, ...others] = audits as [Audit, ...Audit[]]
  // What was known before is no work of this edition's.
  const widths = verdicts.filter(({ kind, before }) => kind !== 'hidden' && before === null).map(({ interval }) => interval.high - interval.low)
  return {
    plan: frame.plan.id,
    policy: frame.policy.id,
    rule,
    asOf,
    unknowns: built.system.lower.length,
    statements: built.system.constraints.length,
    audited: verdicts.length,
    minimumWidth: widths.length === 0 ? null : widths.reduce((least, width) => Math.min(least, width)),
    suppression,
    members: { organisations: members.organisations, audited: members.attacked, minimumWidth: members.minimumWidth },
    solver: 'optimal',
    systemDigest: await digest(systemText(built.system)),
    tables: tables.map(({ id, digest: own }) => ({ id, digest: own })),
    ledger: readers[0]!.entries,
    narrower: await Promise.all(others.map(async (audit, index) => {
      const { audience, entries } = readers[index + 1]!
      return { audience, ledger: entries, audited: audit.verdicts.length, systemDigest: await digest(systemText(audit.built.system)) }
    })),
  }
}
