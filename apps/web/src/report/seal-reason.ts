// Seals the reason as whoever writes it: a device and a member sign, to the key that the membership log lists.
import type { LogFinding, SealContext } from '@lykta/seal'
import type { SealedBody } from '../../../server/src/api/types.ts'
import type { Sealed } from './seal-worker.ts'
import { work } from './sealing.ts'
import type { Open } from './standing.ts'

export type ReasonToSeal = {
  readonly text: string
  /** What the text is bound to in clear: an incident's answers, or what of a meeting it is. */
  readonly incident: object
  readonly context: Pick<SealContext, 'incident' | 'revision' | 'previous' | 'formVersion' | 'createdAt'>
}

/** The log does not hold: nothing is sealed to what it says. */
export class LogError extends Error {
  readonly findings: readonly LogFinding[]
  constructor(findings: readonly LogFinding[]) {
    super('the membership log does not hold')
    this.name = 'LogError'
    this.findings = findings
  }
}

/** Null where the network has no key. Throws a `LogError`, or an error when the keys or the worker are not there. */
export async function sealReason({ session, context: form, device }: Open, { text, incident, context }: ReasonToSeal): Promise<SealedBody | null> {
  const { network, author } = form
  const full = { text, incident, context: { ...context, network: network.id, author } }
  if (device) {
    const { readMembership } = await import('./kept/read-membership.ts')
    const log = await readMembership(device)
    if ('findings' in log) throw new LogError(log.findings)
    if (!('membership' in log)) throw new Error('sealing: no verified log yet')
    return withId(await work('sealAsDevice', { ...full, context: { ...full.context, author: device.id } }, log.membership, device))
  }
  if (session.state === 'signed-in') {
    const { keys } = await import('../keys/keys.ts')
    keys.setOwner({ network: network.id, member: author })
    const { findings } = await keys.refreshLog()
    if (findings.length > 0) throw new LogError(findings)
    return await keys.seal({ text, incident, context })
  }
  // Whoever sits at the server's own machine has nothing but its word for the key. Anywhere else a server that says so wants to
  // read along: there everybody has a log to go by.
  if (!isThisMachine(location.hostname)) throw new LogError([{ code: 'membership.other-genesis', seq: 1 }])
  return form.epoch && withId(await work('sealUnsigned', full, form.epoch))
}

function isThisMachine(name: string): boolean {
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]'
}

function withId({ position, ...sealed }: Sealed): SealedBody {
  return { sealedId: crypto.randomUUID(), ...sealed, ...(position === null ? {} : { position }) }
}
