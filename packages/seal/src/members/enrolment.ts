// Enrolling a device by QR: a proof, made with the secret in the code, that the key which arrived is the device's own.
import type { Id } from '@lykta/incident'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { deriveSecret } from '../derive-secret.ts'
import type { DeviceSubject } from '../membership/entry.ts'

/** What a code is made for. The coordinator chose the organisation; afterwards she has the server's word for it, and the proof against that. */
export type DeviceCode = { readonly invitation: Id; readonly organisation: Id }

/**
 * The secret for a QR code, from the coordinator's own signing key and what the code is for: nothing need be kept between
 * making the code and seeing the proof, and she can compare on any computer where she unlocks her keys. Whoever has the code can prove
 * nothing for another organisation, not even with the server's help.
 */
export function enrolmentSecret(signingKey: string, { invitation, organisation }: DeviceCode): Uint8Array {
  return deriveSecret(hexToBytes(signingKey), 'organisation device enrolment', `${invitation}\n${organisation}`)
}

/**
 * HMAC-SHA-256 over the device's key and names, as 64 hexadecimal digits. `secret`: 32 random bytes that only the QR code
 * and the coordinator have, never the server; so no words need be spoken for a device that can only write.
 */
export function enrolmentProof(secret: Uint8Array, { device, organisation, verifyKey }: DeviceSubject): string {
  if (secret.length !== 32) throw new Error('enrolmentProof: a secret has 32 bytes')
  return bytesToHex(hmac(sha256, secret, utf8ToBytes(`lykta device v1\n${device}\n${organisation}\n${verifyKey}\n`)))
}

/** What the coordinator asks before she signs the device's entry: whether she made its code, and made it for that organisation. */
export function isOwnEnrolment(signingKey: string, invitation: Id, subject: DeviceSubject, proof: string): boolean {
  return isEnrolmentProof(enrolmentSecret(signingKey, { invitation, organisation: subject.organisation }), subject, proof)
}

/** Whether the proof was made with that code's secret. */
export function isEnrolmentProof(secret: Uint8Array, subject: DeviceSubject, proof: string): boolean {
  return enrolmentProof(secret, subject) === proof
}
