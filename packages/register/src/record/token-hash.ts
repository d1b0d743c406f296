// The hash of a random token, between the hexadecimal that programs pass on and the bytes that are stored.

/** Throws for what is no SHA-256 in lower-case hexadecimal. */
export function bytesOfHash(hex: string): Buffer {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error('bytesOfHash: no SHA-256 in hexadecimal')
  return Buffer.from(hex, 'hex')
}
