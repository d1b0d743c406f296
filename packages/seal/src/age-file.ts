// Writing and reading one age file (c2sp.org/age), with each way of failing as a Problem of the caller's wording.
import { ProblemError, problem } from '@lykta/incident'
import { Decrypter, Encrypter, type Recipient, type Stanza } from 'age-encryption'

export type Opening = {
  /** False when the header is none that we would have written; asked before any key is tried. */
  readonly accepts: (stanzas: readonly Stanza[]) => boolean
  readonly addSecret: (decrypter: Decrypter) => void
  /** Problem code when the file is sound so far, but none of the secrets opens it. */
  readonly notOpened: string
  /** Problem code for everything else: no age file, cut off, altered. */
  readonly damaged: string
}

/** Decrypts the whole file; throws a ProblemError and never returns part of it. */
export async function openAgeFile(file: Uint8Array, { accepts, addSecret, notOpened, damaged }: Opening): Promise<Uint8Array> {
  // age tries its identities in the order they were added. A first one that opens nothing sees the parsed header;
  // a last one is only reached when no secret fitted. So no failure has to be told by the library's English sentence.
  const decrypter = new Decrypter()
  decrypter.addIdentity({
    unwrapFileKey: (stanzas) => {
      if (!accepts(stanzas)) throw new ProblemError([problem(damaged)])
      return null
    },
  })
  addSecret(decrypter)
  decrypter.addIdentity({
    unwrapFileKey: () => {
      throw new ProblemError([problem(notOpened)])
    },
  })
  try {
    return await decrypter.decrypt(file)
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError([problem(damaged)])
  }
}

/** One age file to one hybrid recipient; others are refused, for a text must outlive today's curves. */
export async function sealToRecipient(plaintext: Uint8Array | string, recipient: Recipient | string): Promise<Uint8Array> {
  if (typeof recipient === 'string' && !recipient.startsWith('age1pq1')) throw new Error('sealToRecipient: not a hybrid recipient')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const file = await encrypter.encrypt(plaintext)
  if (!beginsHybrid(file)) throw new Error('sealToRecipient: not a hybrid stanza')
  return file
}

const hybridHeader = new TextEncoder().encode('age-encryption.org/v1\n-> mlkem768x25519 ')

/** Whoever wrote the stanza. */
function beginsHybrid(file: Uint8Array): boolean {
  return hybridHeader.every((byte, at) => file[at] === byte)
}

/** Opens a file that `sealToRecipient` made. */
export async function openWithIdentity(
  file: Uint8Array,
  identity: string,
  codes: Pick<Opening, 'notOpened' | 'damaged'>,
): Promise<Uint8Array> {
  return await openAgeFile(file, {
    ...codes,
    accepts: ([stanza, ...others]) => stanza?.args[0] === 'mlkem768x25519' && others.length === 0,
    addSecret: (decrypter) => decrypter.addIdentity(identity),
  })
}
