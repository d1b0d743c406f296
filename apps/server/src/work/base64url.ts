// Files between their bytes and the text in which JSON carries them.

/** Base64url without padding. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))
