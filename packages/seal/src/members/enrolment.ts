// Enrolling a device by QR: a proof, made with the secret in the code, that the key which arrived is the device's own.
import type { Id } from '@lykta/incident'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { deriveSecret } from '../derive-secret.ts'
import type { DeviceSubject } from '../membership/entry.ts'

/**
 * The secret for a QR code, from the coordinator's own signing key and the invitation's id: nothing need be kept between
 * making the code and seeing the proof, and she can compare on any computer where she unlocks her keys.
 */
export function enrolmentSecret(signingKey: string, invitation: Id): Uint8Array {
  return deriveSecret(hexToBytes(signingKey), 'device enrolment', invitation)
}

/**
 * HMAC-SHA-256 over the device's key and names, as 64 hexadecimal digits. `secret`: 32 random bytes that only the QR code
 * and the coordinator have, never the server; so no words need be spoken for a device that can only write.
 */
export function enrolmentProof(secret: Uint8Array, { device, organisation, verifyKey }: DeviceSubject): string {
  if (secret.length !== 32) throw new Error('enrolmentProof: a secret has 32 bytes')
  return bytesToHex(hmac(sha256, secret, utf8ToBytes(`lykta device v1\n${device}\n${organisation}\n${verifyKey}\n`)))
}

/** What the coordinator asks before she signs the device's entry. */
export function isEnrolmentProof(secret: Uint8Array, subject: DeviceSubject, proof: string): boolean {
  return enrolmentProof(secret, subject) === proof
}
