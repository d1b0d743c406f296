// Hybrid keys by the platform's own cryptography, where it has what they need: a quarter of the time, for hundreds of texts and more.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64nopad, bech32 } from '@scure/base'
import { Decrypter, identityToRecipient, type Recipient, Stanza } from 'age-encryption'
import { type AEAD, CipherSuite, type KDF, KEM_MLKEM768_X25519, type Key } from 'hpke'
import { sealToRecipient } from './age-file.ts'
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

/** Of age's hybrid stanza (c2sp.org/age, "mlkem768x25519"): HPKE in base mode over the file key. */
const info = new TextEncoder().encode('age-encryption.org/mlkem768x25519')

function makePlatformKeys(): HybridKeys {
  const suite = new CipherSuite(KEM_MLKEM768_X25519, hkdf, chacha)
  const encryptTo = (publicKey: Key): Recipient => ({
    wrapFileKey: async (fileKey) => {
      const { encapsulatedSecret, ciphertext } = await suite.Seal(publicKey, fileKey, { info })
      return [new Stanza(['mlkem768x25519', base64nopad.encode(encapsulatedSecret)], ciphertext)]
    },
  })
  const readRecipient = async (recipient: string): Promise<Key> => {
    if (!recipient.startsWith('age1pq1')) throw new Error('readRecipient: not a hybrid recipient')
    return await suite.DeserializePublicKey(bech32.fromWords(bech32.decode(recipient as `${string}1${string}`, false).words))
  }
  // Thousands of texts in turn are sealed to one epoch.
  let last: { readonly name: string; readonly key: Promise<Key> } | undefined
  return {
    makeIdentity: async () => {
      const { privateKey, publicKey } = await suite.GenerateKeyPair(true)
      return { identity: identityFromSecret(await suite.SerializePrivateKey(privateKey)), recipient: encryptTo(publicKey) }
    },
    recipientOf: async (recipient) => {
      if (last?.name !== recipient) last = { name: recipient, key: readRecipient(recipient) }
      return encryptTo(await last.key)
    },
  }
}

/**
 * Undefined where the platform lacks ML-KEM or does it otherwise. Node 24 calls its own experimental, so each process asks
 * before it uses it, both ways that a text takes, to a key just made and to one that is written out: what is sealed
 * here must be opened by the age library, or no text is sealed so.
 */
export async function findPlatformKeys(): Promise<HybridKeys | undefined> {
  try {
    const keys = makePlatformKeys()
    const { identity, recipient } = await keys.makeIdentity()
    for (const to of [recipient, await keys.recipientOf(await identityToRecipient(identity))]) {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      if ((await decrypter.decrypt(await sealToRecipient(identity, to), 'text')) !== identity) return undefined
    }
    return keys
  } catch {
    return undefined
  }
}
