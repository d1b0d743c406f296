// Hybrid keys by the platform's own cryptography, where it has what they need: a quarter of the time, for thousands of texts.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64nopad, bech32 } from '@scure/base'
import { Decrypter, Encrypter, type Recipient, Stanza } from 'age-encryption'
import { type AEAD, CipherSuite, type KDF, KEM_MLKEM768_X25519, type Key } from 'hpke'
import { identityFromSecret } from './age-secret.ts'
import type { HybridKeys } from './hybrid-keys.ts'

// Of a text's two stanzas WebCrypto does the key exchange alone. Ten short hashes and two times sixteen bytes would each be a job
// for another thread, which costs more than they do: the audited libraries under age do these.

/** HKDF-SHA256 (RFC 5869). */
const hkdf = (): KDF => ({
  id: 0x0001,
  type: 'KDF',
  name: 'HKDF-SHA256',
  Nh: 32,
  stages: 2,
  Extract: async (salt, ikm) => extract(sha256, ikm, salt),
  Expand: async (prk, info, length) => expand(sha256, prk, info, length),
  Derive: async () => {
    throw new Error('HKDF has two stages')
  },
})

/** RFC 8439. */
const chacha = (): AEAD => ({
  id: 0x0003,
  type: 'AEAD',
  name: 'ChaCha20Poly1305',
  Nk: 32,
  Nn: 12,
  Nt: 16,
  Seal: async (key, nonce, aad, plaintext) => chacha20poly1305(key, nonce, aad).encrypt(plaintext),
  Open: async (key, nonce, aad, ciphertext) => chacha20poly1305(key, nonce, aad).decrypt(ciphertext),
})

/** The suite and the info of age's hybrid stanza (c2sp.org/age, "mlkem768x25519"): HPKE in base mode over the file key. */
const suite = new CipherSuite(KEM_MLKEM768_X25519, hkdf, chacha)
const info = new TextEncoder().encode('age-encryption.org/mlkem768x25519')

const platformKeys: HybridKeys = {
  makeIdentity: async () => {
    const { privateKey, publicKey } = await suite.GenerateKeyPair(true)
    return { identity: identityFromSecret(await suite.SerializePrivateKey(privateKey)), recipient: recipientFor(publicKey) }
  },
  recipientOf: async (recipient) => {
    if (last?.name !== recipient) last = { name: recipient, key: readRecipient(recipient) }
    return recipientFor(await last.key)
  },
}

/** Thousands of texts in turn are sealed to one epoch. */
let last: { readonly name: string; readonly key: Promise<Key> } | undefined

/** `age1pq1…`; throws for any other. */
async function readRecipient(recipient: string): Promise<Key> {
  const { prefix, words } = bech32.decode(recipient as `${string}1${string}`, false)
  if (prefix !== 'age1pq') throw new Error('readRecipient: not a hybrid recipient')
  return await suite.DeserializePublicKey(bech32.fromWords(words))
}

function recipientFor(publicKey: Key): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const { encapsulatedSecret, ciphertext } = await suite.Seal(publicKey, fileKey, { info })
      return [new Stanza(['mlkem768x25519', base64nopad.encode(encapsulatedSecret)], ciphertext)]
    },
  }
}

/**
 * Undefined where the platform lacks ML-KEM or does it otherwise. Node 24 calls its own experimental, so each process asks
 * before it uses it: a file sealed here must be opened by the age library, or no text is sealed so.
 */
export async function findPlatformKeys(): Promise<HybridKeys | undefined> {
  try {
    const { identity, recipient } = await platformKeys.makeIdentity()
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return (await decrypter.decrypt(await encrypter.encrypt(identity), 'text')) === identity ? platformKeys : undefined
  } catch {
    return undefined
  }
}
