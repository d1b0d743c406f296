// Who may change the membership, and how: the rules that every client applies for itself, whatever the server lets through.
import { recoverySigner, type Entry } from './entry.ts'
import type { RuleCode } from './log-finding.ts'
import { coordinatorsOf, epochAt, findHolder, recoveryOf, type Membership } from './membership.ts'

/** Why the rules refuse this entry after that membership; undefined when they do not. Signatures are checked elsewhere. */
export function findObjection(membership: Membership, entry: Entry): RuleCode | undefined {
  if (entry.type === 'genesis') return 'membership.genesis-misplaced'
  return findRightObjection(membership, entry) ?? findApproverObjection(membership, entry) ?? findSubjectObjection(membership, entry)
}

type LaterEntry = Exclude<Entry, { type: 'genesis' }>

function findRightObjection(membership: Membership, entry: LaterEntry): RuleCode | undefined {
  // Two sheets are worth two coordinators, for what only coordinators could still repair; this one they do themselves.
  if (entry.signer === recoverySigner && entry.type === 'hand-over') return 'membership.signer-without-right'
  if (entry.signer === recoverySigner) return recoveryOf(membership) ? undefined : 'membership.signer-unknown'
  const signer = findHolder(membership, entry.signer)
  if (!signer) return 'membership.signer-unknown'
  if (entry.type === 'hand-over' && signer.organisation !== entry.subject.from) return 'membership.signer-without-right'
  if (signer.role === 'coordinator') return undefined
  return isSelfRemoval(entry) && signer.role !== 'device' ? undefined : 'membership.signer-without-right'
}

function findApproverObjection(membership: Membership, entry: LaterEntry): RuleCode | undefined {
  if (entry.approver === null) return needsApproval(membership, entry) ? 'membership.approver-missing' : undefined
  const approver = findHolder(membership, entry.approver)
  const isCoordinator = approver?.role === 'coordinator' && (entry.type !== 'hand-over' || approver.organisation === entry.subject.to)
  const isOther = entry.approver !== entry.signer && entry.approver !== subjectOf(entry)
  return isCoordinator && isOther ? undefined : 'membership.approver-without-right'
}

/** One coordinator alone must not make herself a majority of her own, nor drive another one out. */
function needsApproval(membership: Membership, entry: LaterEntry): boolean {
  // Whoever takes the role over says so herself.
  if (entry.type === 'hand-over') return true
  if (entry.signer === recoverySigner || isSelfRemoval(entry) || coordinatorsOf(membership).length < 2) return false
  if (entry.type === 'recovery') return true
  const makesCoordinator = entry.type === 'add' && entry.subject.role === 'coordinator'
  return makesCoordinator || isCoordinatorsId(membership, subjectOf(entry))
}

function findSubjectObjection(membership: Membership, entry: LaterEntry): RuleCode | undefined {
  switch (entry.type) {
    case 'add': {
      const { member, role, recipient, verifyKey } = entry.subject
      const present = findHolder(membership, member)
      if (membership.holders.some(({ id, role: held }) => id === member && held === 'device')) return 'membership.subject-exists'
      if (role !== 'coordinator' && isLastCoordinator(membership, member)) return 'membership.last-coordinator'
      const kept = present ? [present.verifyKey, present.recipient] : []
      return isUsed(membership, [verifyKey, recipient].filter((key) => !kept.includes(key)))
    }
    case 'device':
      if (membership.holders.some(({ id }) => id === entry.subject.device)) return 'membership.subject-exists'
      return isUsed(membership, [entry.subject.verifyKey])
    case 'remove':
      if (!findHolder(membership, entry.subject.id)) return 'membership.subject-unknown'
      return isLastCoordinator(membership, entry.subject.id) ? 'membership.last-coordinator' : undefined
    case 'rotate':
      if (entry.subject.epoch !== (epochAt(membership)?.epoch ?? 0) + 1) return 'membership.epoch-out-of-order'
      return isUsed(membership, [entry.subject.recipient])
    case 'recovery':
      return isUsed(membership, [entry.subject.verifyKey, entry.subject.recipient])
    case 'hand-over': {
      const coordinating = new Set(coordinatorsOf(membership).map(({ organisation }) => organisation))
      return coordinating.has(entry.subject.from) && coordinating.has(entry.subject.to) ? undefined : 'membership.subject-unknown'
    }
  }
}

/** No key serves two holders or two purposes, ever: a signature or a grant must have one owner. */
function isUsed({ holders, epochs, recoveries }: Membership, keys: readonly (string | null)[]): RuleCode | undefined {
  const used = [...holders, ...recoveries].flatMap(({ verifyKey, recipient }) => [verifyKey, recipient]).concat(epochs.map(({ recipient }) => recipient))
  return keys.some((key) => key !== null && used.includes(key)) ? 'membership.key-reused' : undefined
}

function isSelfRemoval(entry: LaterEntry): boolean {
  return entry.type === 'remove' && entry.subject.id === entry.signer
}

function isCoordinatorsId(membership: Membership, id: string | undefined): boolean {
  return id !== undefined && findHolder(membership, id)?.role === 'coordinator'
}

function isLastCoordinator(membership: Membership, id: string): boolean {
  const coordinators = coordinatorsOf(membership)
  return coordinators.length === 1 && coordinators[0]?.id === id
}

/** The member or device that an entry is about. */
function subjectOf(entry: LaterEntry): string | undefined {
  switch (entry.type) {
    case 'add': return entry.subject.member
    case 'device': return entry.subject.device
    case 'remove': return entry.subject.id
    case 'rotate':
    case 'recovery':
    case 'hand-over': return undefined
  }
}
