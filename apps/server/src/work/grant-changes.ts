// Which grants a change of the membership asks for, and which it ends; what is sent must be just that.
import { problem, ProblemError } from '@lykta/incident'
import { epochAt, isGrantFile, type Membership, readersOf, recoveryOf, recoverySigner, type StoredGrant } from '@lykta/seal'

export type GrantChanges = {
  /** Holders all of whose grants go: they may no longer read, or have other keys now. */
  readonly ended: readonly string[]
  /** Holders that need one of the current epoch. */
  readonly needed: readonly string[]
}

/** `before`: undefined for the genesis. */
export function grantChanges(before: Membership | undefined, after: Membership): GrantChanges {
  const [held, holding] = [recipientsOf(before), recipientsOf(after)]
  const isNewEpoch = before === undefined || epochAt(before)?.epoch !== epochAt(after)?.epoch
  return {
    ended: [...held].filter(([holder, recipient]) => holding.get(holder) !== recipient).map(([holder]) => holder),
    needed: [...holding].filter(([holder, recipient]) => isNewEpoch || held.get(holder) !== recipient).map(([holder]) => holder),
  }
}

/**
 * Refuses grants that are no age files of the right form, are for nobody, or leave somebody without. Whoever is new among those
 * who read may be given earlier epochs as well, of which key files may be left. Only their holders can open them and see more.
 */
export function checkGrants(grants: readonly StoredGrant[], { needed }: GrantChanges, after: Membership): void {
  const current = epochAt(after)!.epoch
  const names = new Set(grants.map(({ epoch, holder }) => `${epoch} ${holder}`))
  const isSound = names.size === grants.length && grants.every(({ epoch, holder, file }) =>
    isGrantFile(file) && needed.includes(holder) && after.epochs.some((one) => one.epoch === epoch))
  if (!isSound) throw new ProblemError([problem('log.grant-unfit')])
  if (needed.some((holder) => !names.has(`${current} ${holder}`))) throw new ProblemError([problem('log.grant-missing')])
}

function recipientsOf(membership: Membership | undefined): ReadonlyMap<string, string> {
  if (!membership) return new Map()
  const recovery = recoveryOf(membership)
  return new Map([
    ...readersOf(membership).map(({ id, recipient }) => [id, recipient] as const),
    ...(recovery ? [[recoverySigner, recovery.recipient] as const] : []),
  ])
}
