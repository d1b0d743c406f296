// The membership after one more entry that has passed every check.
import type { Entry, MemberSubject } from './entry.ts'
import type { KeyHolder, Membership } from './membership.ts'

/** `before`: undefined for the genesis. */
export function applyEntry(before: Membership | undefined, entry: Entry, hash: string): Membership {
  const from = entry.seq
  const network = before ?? { network: entry.network, hashes: [], holders: [], epochs: [], recoveries: [], controllers: [] }
  const after: Membership = { ...network, hashes: [...network.hashes, hash] }
  switch (entry.type) {
    case 'genesis': {
      const { founder, epoch, recovery } = entry.subject
      return { ...after, holders: [memberHolder(founder, from)], epochs: [{ ...epoch, from }], recoveries: [{ ...recovery, from }], controllers: [{ organisation: founder.organisation, from }] }
    }
    case 'add':
      return { ...after, holders: [...ended(after.holders, entry.subject.member, from), memberHolder(entry.subject, from)] }
    case 'device': {
      const { device, organisation, verifyKey } = entry.subject
      return { ...after, holders: [...after.holders, { id: device, role: 'device', organisation, recipient: null, verifyKey, from, until: null }] }
    }
    case 'remove':
      return { ...after, holders: ended(after.holders, entry.subject.id, from) }
    case 'rotate':
      return { ...after, epochs: [...after.epochs, { ...entry.subject, from }] }
    case 'recovery':
      return { ...after, recoveries: [...after.recoveries, { ...entry.subject, from }] }
    case 'hand-over': {
      const { from: organisation, to, former } = entry.subject
      const gone = coordinatorsIn(after, organisation, from)
      const holders = gone.reduce((all, { id }) => ended(all, id, from), after.holders)
      const kept: readonly KeyHolder[] = former === 'removed' ? [] : gone.map((holder) => ({ ...holder, role: 'core-member', from }))
      return { ...after, holders: [...holders, ...kept], controllers: [...after.controllers, { organisation: to, from }] }
    }
  }
}

function coordinatorsIn({ holders }: Membership, organisation: string, position: number): readonly KeyHolder[] {
  return holders.filter((holder) => holder.until === null && holder.from < position && holder.role === 'coordinator' && holder.organisation === organisation)
}

function memberHolder({ member, role, organisation, recipient, verifyKey }: MemberSubject, from: number): KeyHolder {
  return { id: member, role, organisation, recipient, verifyKey, from, until: null }
}

function ended(holders: readonly KeyHolder[], id: string, until: number): readonly KeyHolder[] {
  return holders.map((holder) => (holder.id === id && holder.until === null ? { ...holder, until } : holder))
}
