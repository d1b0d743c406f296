// What needs cryptography, apart from the page, which stays responsive; the text goes no further than here in clear.
import { canonicalText, type Id } from '@lykta/incident'
import { codedHash, type DeviceSubject, enrolmentProof, epochAt, extendMembership, findHolder, type LogFinding, type Membership, packParcel, type SealContext, sealText, verifyLog } from '@lykta/seal'
import { base64urlOf, bytesOf } from '../keys/base64url.ts'
import { type DeviceKey, makeDeviceKey, signerOfDevice } from './device-key.ts'

type TextOfForm = { readonly text: string; readonly incident: object; readonly context: Omit<SealContext, 'codedHash' | 'epoch'> }

/** Both age files in base64url, as the server takes them; the epoch that they are sealed to, and the log's entry known then. */
export type Sealed = { readonly body: string; readonly key: string; readonly codedHash: string; readonly epoch: number; readonly position: number | null }

/** The log as this browser has verified it; `findings` when it does not hold. */
export type LogState = { readonly membership: Membership } | { readonly findings: readonly LogFinding[] }

const works = {
  /** To the key that the server names, unsigned: where nobody is a member yet. */
  sealUnsigned: (text: TextOfForm, { epoch, recipient }: { readonly epoch: number; readonly recipient: string }): Promise<Sealed> =>
    seal(text, { epoch, recipient, position: null }),

  /** To the key that the log lists, signed by the device; without a position until the log lists the device itself. */
  sealAsDevice: async (text: TextOfForm, membership: Membership, device: { readonly id: Id; readonly verifyKey: string; readonly key: DeviceKey }): Promise<Sealed> => {
    const current = epochAt(membership)
    if (!current) throw new Error('sealing: the log has no epoch')
    const { epoch, recipient } = current
    const position = findHolder(membership, device.id) ? membership.hashes.length : null
    return seal(text, { epoch, recipient, position, signer: signerOfDevice(device.id, device.verifyKey, device.key) })
  },

  /** `known`: what was verified before, and kept; the lines come after it. */
  readLog: (lines: readonly string[], { network, genesis, known }: { readonly network: Id; readonly genesis: string; readonly known: Membership | null }): LogState => {
    if (!known) {
      const { membership, findings } = verifyLog(lines, { network, genesis })
      return membership ? { membership } : { findings }
    }
    let membership = known
    for (const line of lines) {
      const next = extendMembership(membership, line, network)
      if (typeof next === 'string') return { findings: [{ code: next, seq: membership.hashes.length + 1 }] }
      membership = next
    }
    return { membership }
  },

  makeDeviceKey,

  prove: (secret: string, subject: DeviceSubject): string => enrolmentProof(bytesOf(secret), subject),

  /** Base64url; a draft to its writer's own key. */
  packText: async (text: string, recipient: string): Promise<string> => base64urlOf(await packParcel(text, recipient)),

  /** Base64url. */
  pack: async (request: unknown, recipient: string): Promise<string> => base64urlOf(await packParcel(JSON.stringify(request), recipient)),
}

type Works = typeof works
export type WorkName = keyof Works
export type WorkValues<Name extends WorkName> = Parameters<Works[Name]>
export type WorkResult<Name extends WorkName> = Awaited<ReturnType<Works[Name]>>
export type WorkRequest = { readonly id: number; readonly name: WorkName; readonly values: readonly unknown[] }
/** Of a failure nothing is told: an error's words may hold what was written. */
export type WorkReply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failed: true }

globalThis.addEventListener('message', ({ data: { id, name, values } }: MessageEvent<WorkRequest>) => {
  void Promise.resolve()
    .then(() => (works[name] as (...all: readonly unknown[]) => unknown)(...values))
    .then((result): WorkReply => ({ id, result }), (): WorkReply => ({ id, failed: true }))
    .then((reply) => globalThis.postMessage(reply))
})

type SealTo = { readonly epoch: number; readonly recipient: string; readonly position: number | null; readonly signer?: ReturnType<typeof signerOfDevice> }

async function seal({ text, incident, context }: TextOfForm, { epoch, recipient, position, signer }: SealTo): Promise<Sealed> {
  const hash = codedHash(canonicalText(incident))
  const { body, key } = await sealText({ text, recipient, context: { ...context, epoch, codedHash: hash }, ...(signer ? { signer } : {}) })
  return { body: base64urlOf(body), key: base64urlOf(key), codedHash: hash, epoch, position }
}
