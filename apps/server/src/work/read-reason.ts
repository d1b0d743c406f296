// Opens an incident's sealed reasons with the passphrase, on the machine that asks; the reading is logged before it is answered.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { findEpoch, findIncident, findReference, findSealedText, inNetwork, readGrants, readHistory, type StoredSealedText, write } from '@lykta/register'
import { type Finding, openText, recipientOf, unwrapIdentity } from '@lykta/seal'
import type { Desk } from './desk.ts'

export type ReadReason = {
  /** With which it was written. */
  readonly revision: number
  readonly createdAt: string
  readonly text: string
  readonly signed: boolean
  /** What does not agree between the text and its row; empty when all does. */
  readonly findings: readonly Finding[]
}

/** Of which revision: as the incident stands, as it stood with that one, or all there are, the newest first. */
export type WhichTexts = number | 'all' | undefined

/** `ref`: the register's own reference, or the one it was imported under. Nothing is opened before the passphrase is right. */
export async function readReasons(desk: Desk, ref: string, which: WhichTexts, askPassphrase: () => Promise<string>): Promise<readonly ReadReason[]> {
  const { texts, incident } = await findTexts(desk, ref, which)
  await checkKeysHere(desk, texts)
  const passphrase = await askPassphrase()
  const identities = new Map<number, string>()
  for (const { key } of texts) if (!identities.has(key.epoch)) identities.set(key.epoch, await unlockEpoch(desk, key.epoch, passphrase))
  await write(desk.register, desk.context, { action: 'reason.read', object: `incident:${incident}` }, async () => {})
  return Promise.all(texts.map(async ({ body, key, context }) => {
    const { text, signed, findings } = await openText({ body, key: key.key, identity: identities.get(key.epoch)!, expected: context })
    return { revision: context.revision, createdAt: context.createdAt, text, signed, findings }
  }))
}

/** The one that stands. */
export async function readReason(desk: Desk, ref: string, askPassphrase: () => Promise<string>): Promise<Pick<ReadReason, 'text' | 'signed' | 'findings'>> {
  const [{ text, signed, findings }] = (await readReasons(desk, ref, undefined, askPassphrase)) as readonly [ReadReason]
  return { text, signed, findings }
}

/** Before anybody types a passphrase that opens nothing here: a member's own is for her browser alone. */
async function checkKeysHere(desk: Desk, texts: readonly Sealed[]): Promise<void> {
  await inNetwork(desk.register, desk.context, async (transaction) => {
    const epochsOf = async (holder: string): Promise<ReadonlySet<number>> => new Set((await readGrants(transaction, holder)).map(({ epoch }) => epoch))
    const [here, ofMembers] = [await epochsOf('passphrase'), await epochsOf('recovery')]
    const missing = texts.find(({ key }) => !here.has(key.epoch))
    if (missing) throw new ProblemError([problem(ofMembers.has(missing.key.epoch) ? 'work.keys-with-members' : 'work.keys-missing')])
  })
}

type Sealed = StoredSealedText & { readonly key: NonNullable<StoredSealedText['key']> }

/** At least one, each with its key: of all there are, those that were erased are left out unless none is left. */
async function findTexts(desk: Desk, ref: string, which: WhichTexts): Promise<{ readonly incident: Id; readonly texts: readonly Sealed[] }> {
  const refuse = (code: string): never => {
    throw new ProblemError([problem(code)])
  }
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const own = findReference(ref)
    const found = (own === undefined ? undefined : await findIncident(transaction, { ref: own })) ?? (await findIncident(transaction, { externalRef: ref.trim() }))
    if (!found) return refuse('work.incident-unknown')
    const history = await readHistory(transaction, found.id)
    const wanted = which === 'all' ? history.filter(({ sealedId }, index) => sealedId !== null && sealedId !== history[index - 1]?.sealedId).toReversed()
      : history.filter(({ revision }, index) => (which === undefined ? index === history.length - 1 : revision === which))
    if (which !== undefined && which !== 'all' && wanted.length === 0) return refuse('work.revision-unknown')
    const sealed: StoredSealedText[] = []
    for (const { from } of wanted) sealed.push(...[await findSealedText(transaction, found.id, from)].filter((one) => one !== undefined))
    if (sealed.length === 0) return refuse('work.no-reason')
    const texts = sealed.filter((one): one is Sealed => one.key !== null)
    return texts.length === 0 ? refuse('work.reason-erased') : { incident: found.id, texts }
  })
}

/**
 * The epoch's identity; refuses a wrong passphrase, and a public key that does not belong to it: whoever put one of
 * their own in the database could read everything that is sealed from then on.
 */
export async function unlockEpoch(desk: Desk, epoch: number, passphrase: string): Promise<string> {
  const { grants, known } = await inNetwork(desk.register, desk.context, async (transaction) =>
    ({ grants: await readGrants(transaction, 'passphrase'), known: await findEpoch(transaction, epoch) }))
  const grant = grants.find((one) => one.epoch === epoch)
  if (!grant) throw new ProblemError([problem('work.keys-missing')])
  const identity = await unwrapIdentity(grant.wrapped, passphrase)
  if ((await recipientOf(identity)) !== known?.recipient) throw new ProblemError([problem('work.key-exchanged')])
  return identity
}
