// What is done with secret keys: unlocking, opening, signing, granting, rotating. Runs in a worker; its answers are plain data.
import { canonicalText, type Id, problem, ProblemError } from '@lykta/incident'
import {
  approveEntry, checkOwnKeys, codedHash, enrolmentSecret, epochAt, extendMembership, findEntry, findHolder, isOwnEnrolment, isRotationDue, keyWords,
  lockWithPasskey, lockWithPassphrase, lockWithSheet, makeGrant, makeMemberKeys, makePassphrase, makeRecovery, makeRotation, openGrant, openParcel, openText, proposeEntry,
  publicKeysOf, readersOf, readSheet, recoverNetwork, recoveryOf, recoverySigner, rewrapKey, sealText, sheetRows, signerOf, signStatement, splitRecovery, unlockWithPasskey, unlockWithPassphrase, unlockWithSheet, unwrapIdentity,
  type BundleOwner, type Change, type DeviceCode, type DeviceSubject, type Entry, type MemberKeys, type Membership, type NetworkToRecover, type OwnKeysFinding, type PrintedRow,
  type PublicKeys, type RecoveryKeys, type RecoveryStatement, type RecoverySubject, type SealContext, type StoredGrant, type WrapOptions,
} from '@lykta/seal'
import { type FoundingKeys, type FoundingSecrets, makeFounding, type ToFound } from './founding-keys.ts'
import { LogKeeper, type LogToVerify } from './log-keeper.ts'
import type { LogOutcome } from './log-view.ts'
import { putTogether } from './put-together.ts'
import type { OpenedReason, TextToOpen } from './opened-reason.ts'

export type Secret =
  | { readonly way: 'passphrase'; readonly passphrase: string }
  /** 32 bytes that the passkey gives. */
  | { readonly way: 'passkey'; readonly prf: Uint8Array }
  /** The rows of a member's own sheet, as typed. */
  | { readonly way: 'sheet'; readonly rows: string }

export type MadeKeys = {
  readonly publicKeys: PublicKeys
  /** Eight words for reading aloud. */
  readonly words: readonly string[]
  /** Six words, to be shown once. */
  readonly passphrase: string
  /** The keys under it. */
  readonly file: Uint8Array
}

export type NewLines = { readonly lines: readonly string[]; readonly grants: readonly StoredGrant[] }
export type LogChange = Exclude<Change, { readonly type: 'genesis' }>

/** What the coordinator's client asks before it lists a device. */
export type DeviceToCheck = DeviceSubject & { readonly invitation: Id; readonly proof: string }

type Unfinished = {
  readonly lines: readonly string[]
  readonly changes: readonly LogChange[]
  /** After the lines. */
  readonly membership: Membership
  readonly createdAt: string
  readonly rotate: boolean
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

export class KeyWork {
  readonly #log = new LogKeeper()
  readonly #epochs = new Map<number, string>()
  readonly #options: WrapOptions & { readonly workFactor?: number }
  #keys: MemberKeys | undefined
  #founding: FoundingSecrets | undefined
  #recovery: RecoveryKeys | undefined
  #foundingBefore: Promise<unknown> = Promise.resolve()

  constructor(options: WrapOptions & { readonly workFactor?: number } = {}) {
    this.#options = options
  }

  logLength(): number {
    return this.#log.length
  }

  verify(log: LogToVerify): LogOutcome {
    return this.#log.take(log)
  }

  // ── Keys ──────────────────────────────────────────────────────────────────────────────────────────────────────

  async makeKeys({ network, member }: BundleOwner): Promise<MadeKeys> {
    this.#keys = await makeMemberKeys(network, member, random)
    const publicKeys = await publicKeysOf(this.#keys)
    return { publicKeys, words: keyWords(publicKeys), ...(await this.makePassphraseFile()) }
  }

  /** A new passphrase for the keys that are open; the old file still opens until the new one is stored in its place. */
  async makePassphraseFile(): Promise<Pick<MadeKeys, 'passphrase' | 'file'>> {
    const passphrase = makePassphrase(random)
    return { passphrase, file: await lockWithPassphrase(this.#own(), passphrase, this.#options.workFactor, this.#options) }
  }

  async makePasskeyFile(prf: Uint8Array): Promise<Uint8Array> {
    return await lockWithPasskey(this.#own(), prf)
  }

  async makeOwnSheet(): Promise<{ readonly file: Uint8Array; readonly rows: readonly PrintedRow[] }> {
    const { file, sheet } = await lockWithSheet(this.#own(), random)
    return { file, rows: sheetRows(sheet) }
  }

  /** Throws a ProblemError when the secret does not open the file, or the file is somebody else's. */
  async unlock(file: Uint8Array, secret: Secret, owner: BundleOwner): Promise<PublicKeys> {
    if (secret.way === 'passphrase') this.#keys = await unlockWithPassphrase(file, secret.passphrase, owner, this.#options)
    else if (secret.way === 'passkey') this.#keys = await unlockWithPasskey(file, secret.prf, owner)
    else this.#keys = await unlockWithSheet(file, readSheet(secret.rows, 'member'), owner)
    return await publicKeysOf(this.#keys)
  }

  /** Eight words of the keys that are open: what their owner reads aloud. */
  async ownWords(): Promise<readonly string[]> {
    return keyWords(await publicKeysOf(this.#own()))
  }

  /** To which whatever is for her alone is sealed: of the keys that are open, not of what somebody says. */
  async ownRecipient(): Promise<string> {
    return (await publicKeysOf(this.#own())).recipient
  }

  /** What was sealed to it. Throws a ProblemError when it is for other keys. */
  async openOwn(file: Uint8Array): Promise<string> {
    return await openParcel(file, this.#own().identity)
  }

  async checkOwn(): Promise<readonly OwnKeysFinding[]> {
    const own = this.#own()
    return checkOwnKeys(this.#log.membership, own.member, await publicKeysOf(own))
  }

  /** Codes of the grants that do not hold, by epoch; the others' epochs are open from here on. */
  async openGrants(grants: readonly StoredGrant[]): Promise<readonly { readonly epoch: number; readonly codes: readonly string[] }[]> {
    const refused = []
    for (const grant of grants) {
      if (this.#epochs.has(grant.epoch)) continue
      try {
        this.#epochs.set(grant.epoch, await openGrant(grant, this.#own().identity, this.#log.membership))
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        refused.push({ epoch: grant.epoch, codes: error.problems.map(({ code }) => code) })
      }
    }
    return refused
  }

  openEpochs(): readonly number[] {
    return [...this.#epochs.keys()]
  }

  // ── Texts ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Throws a ProblemError: `keys.no-grant` without the epoch's key, or what `openText` finds unreadable. */
  async open({ body, key, keyEpoch, expected, position, organisation }: TextToOpen): Promise<Omit<OpenedReason, 'revision' | 'writtenAt'>> {
    const { membership } = this.#log
    const authors = { membership, position: position ?? 0, ...(organisation === null ? {} : { organisation }) }
    const opened = await openText({ body, key, identity: this.#epoch(keyEpoch), expected, authors })
    const { text, signed, author, findings, envelope } = opened
    return {
      text, signed, findings, author: author ? { id: author.id, role: author.role, organisation: author.organisation } : null,
      imported: envelope.author === 'import',
      madeOnServer: envelope.epoch < (membership.epochs[0]?.epoch ?? 1),
    }
  }

  /** Sealed to the epoch that the log lists, signed with the keys that are open. */
  async seal(text: string, incident: object, context: Omit<SealContext, 'network' | 'codedHash' | 'epoch' | 'author'>): Promise<{
    readonly body: Uint8Array; readonly key: Uint8Array; readonly codedHash: string; readonly epoch: number; readonly position: number
  }> {
    const { membership } = this.#log
    const [own, epoch] = [this.#own(), this.#current()]
    const hash = codedHash(canonicalText(incident))
    const full: SealContext = { ...context, network: membership.network, codedHash: hash, epoch: epoch.epoch, author: own.member }
    const sealed = await sealText({ text, context: full, signer: signerOf(own.member, own.signingKey), recipient: epoch.recipient })
    return { ...sealed, codedHash: hash, epoch: epoch.epoch, position: membership.hashes.length }
  }

  /** One key file to the current epoch. */
  async rewrap(epoch: number, key: Uint8Array): Promise<Uint8Array> {
    return await rewrapKey({ key, identity: this.#epoch(epoch), newRecipient: this.#current().recipient })
  }

  // ── The log ───────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Signed lines for the changes, in their order, with what goes with them: a grant to whoever may read from now on, and after
   * a reader's removal (or with `rotate`) a new epoch with grants to all who remain. Nothing counts before the server has
   * stored it and it has been verified like every other line.
   */
  async change(changes: readonly LogChange[], createdAt: string, rotate = false): Promise<NewLines> {
    const signer = this.#signer()
    let membership = this.#log.membership
    const lines: string[] = []
    for (const change of changes) {
      const line = await proposeEntry(membership, { change, signer, createdAt })
      membership = extended(membership, line)
      lines.push(line)
    }
    return await this.#withGrants({ lines, changes, membership, createdAt, rotate })
  }

  /** A line that waits for a second coordinator: to be handed to her, for `approve`. */
  async propose(change: LogChange, approver: Id, createdAt: string): Promise<string> {
    return await proposeEntry(this.#log.membership, { change, approver, signer: this.#signer(), createdAt })
  }

  /** What a line would do, for reading before it is approved; null when it is no line. */
  readProposal(line: string): { readonly entry: Entry; readonly words: readonly string[] | null } | null {
    const found = findEntry(line)
    if (!found) return null
    const { entry } = found
    const { recipient = null } = entry.type === 'add' ? entry.subject : {}
    return { entry, words: entry.type === 'add' && recipient !== null ? keyWords({ recipient, verifyKey: entry.subject.verifyKey }) : null }
  }

  async approve(line: string, createdAt: string): Promise<NewLines> {
    const whole = await approveEntry(line, this.#signer())
    const membership = extended(this.#log.membership, whole)
    const { entry } = findEntry(whole)!
    return await this.#withGrants({ lines: [whole], changes: entry.type === 'genesis' ? [] : [entry], membership, createdAt, rotate: entry.type === 'hand-over' })
  }

  /**
   * The epoch's identity to whoever may open it from now on; a new one where somebody must not. It is taken into use when the
   * server has stored it and its grant comes back, never before: another coordinator may have been faster.
   */
  async #withGrants({ lines, changes, membership, createdAt, rotate }: Unfinished): Promise<NewLines> {
    const signer = this.#signer()
    // Whoever leaves by herself signs no more: one who stays makes the new key, and is told that it is due.
    const staysCoordinator = findHolder(membership, signer.id)?.role === 'coordinator'
    // Also where one was due before: nobody is given the old key, and nobody keeps it, in the same request that takes a reader out.
    const reading = new Set(readersOf(membership).map(({ recipient }) => recipient))
    const endsReading = readersOf(this.#log.membership).some(({ recipient }) => !reading.has(recipient))
    if (staysCoordinator && (rotate || (endsReading && isRotationDue(membership)))) {
      const rotation = await makeRotation(membership, signer, createdAt)
      return { lines: [...lines, rotation.line], grants: rotation.grants }
    }
    // Whoever could read before, with the same key, has hers.
    const before = new Map(readersOf(this.#log.membership).map(({ id, recipient }) => [id, recipient]))
    const readers = changes.flatMap((change) => {
      if (change.type === 'recovery') return [recoverySigner]
      if (change.type !== 'add' || change.subject.recipient === null || change.subject.role === 'reporter') return []
      return before.get(change.subject.member) === change.subject.recipient ? [] : [change.subject.member]
    })
    const grants: StoredGrant[] = []
    for (const holder of readers) {
      const { epoch } = this.#current()
      grants.push(await makeGrant(holder, { membership, epoch, identity: this.#epoch(epoch), signer, createdAt }))
    }
    return { lines, grants }
  }

  /** Three new sheets, and what the log is to list of them. Their secret stays nowhere else: shown once, and forgotten here. */
  async makeSheets(): Promise<{ readonly subject: RecoverySubject; readonly sheets: FoundingKeys['sheets'] }> {
    const recovery = await makeRecovery()
    const sheets = await splitRecovery(recovery)
    return { subject: recovery.subject, sheets: sheets.map((sheet) => ({ number: sheet.number, rows: sheetRows(sheet) })) }
  }

  // ── Devices ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** For the QR code of that invitation, to that organisation: the same each time, so that it need not be kept. */
  deviceSecret(code: DeviceCode): Uint8Array {
    return enrolmentSecret(this.#own().signingKey, code)
  }

  /** Whether the key is the one of the device that read this coordinator's code, and the code was for that organisation. */
  isOwnDevice({ invitation, proof, ...subject }: DeviceToCheck): boolean {
    return isOwnEnrolment(this.#own().signingKey, invitation, subject, proof)
  }

  // ── Founding ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Makes everything that a network begins with; the same keys again when only the founder's organisation has changed. */
  async found(toFound: ToFound, say: (step: number) => void = () => undefined): Promise<FoundingKeys> {
    const before = this.#foundingBefore
    const founding = (async () => {
      // One after the other: the later one finds what the earlier one made.
      await before
      const { keys, secrets, made } = await makeFounding(toFound, this.#founding, this.#options, say)
      this.#keys = keys
      this.#founding = secrets
      this.#epochs.set(toFound.epoch, secrets.epoch.identity)
      return made
    })()
    this.#foundingBefore = founding.catch(() => undefined)
    return await founding
  }

  /** Keys that `lykta init` made: opened once more, for `rewrap`. Throws a ProblemError for another passphrase. */
  async openServerMade(epochs: readonly { readonly epoch: number; readonly file: Uint8Array }[], passphrase: string): Promise<void> {
    for (const { epoch, file } of epochs) this.#epochs.set(epoch, await unwrapIdentity(file, passphrase, this.#options))
  }

  /** Whether two sheets give the recovery key. Throws a ProblemError that says which sheet and row do not. */
  async testSheets(sheets: readonly string[], recipient: string): Promise<void> {
    await putTogether(sheets, recipient)
  }

  // ── A recovery ────────────────────────────────────────────────────────────────────────────────────────────────

  /** Two sheets, kept in memory until the worker ends: what they open is looked up afterwards. */
  async combineSheets(sheets: readonly string[]): Promise<void> {
    this.#recovery = await putTogether(sheets, null)
  }

  /** For the server, that they are here. */
  async proveSheets(statement: RecoveryStatement): Promise<string> {
    return await signStatement(this.#sheets(), statement)
  }

  /** Whether they are those that the verified log lists. */
  areSheetsListed(): boolean {
    return recoveryOf(this.#log.membership)?.recipient === this.#sheets().subject.recipient
  }

  /** The lines and grants that make the owner of the keys that are open a coordinator; new each time, as the log stands then. */
  async recover(wanted: Pick<NetworkToRecover, 'organisation' | 'gone' | 'grants' | 'createdAt'>): Promise<NewLines & { readonly closed: readonly number[] }> {
    const { lines, grants, epochs, closed } = await recoverNetwork({ ...wanted, membership: this.#log.membership, recovery: this.#sheets(), keys: this.#own() })
    for (const [epoch, identity] of epochs) this.#epochs.set(epoch, identity)
    return { lines, grants, closed }
  }

  wordsOf(publicKeys: PublicKeys): readonly string[] {
    return keyWords(publicKeys)
  }

  #sheets(): RecoveryKeys {
    if (!this.#recovery) throw new ProblemError([problem('keys.locked')])
    return this.#recovery
  }

  #own(): MemberKeys {
    if (!this.#keys) throw new ProblemError([problem('keys.locked')])
    return this.#keys
  }

  #signer(): ReturnType<typeof signerOf> {
    const { member, signingKey } = this.#own()
    return signerOf(member, signingKey)
  }

  #epoch(epoch: number): string {
    const identity = this.#epochs.get(epoch)
    if (identity === undefined) throw new ProblemError([problem('keys.no-grant', { epoch })])
    return identity
  }

  #current(): NonNullable<ReturnType<typeof epochAt>> {
    const current = epochAt(this.#log.membership)
    if (!current) throw new Error('KeyWork: the log has no epoch')
    return current
  }

  /** Whether this client's own member is listed as that role now. */
  isListed(): boolean {
    return this.#keys !== undefined && findHolder(this.#log.membership, this.#keys.member) !== undefined
  }
}

function extended(membership: Membership, line: string): Membership {
  const next = extendMembership(membership, line, membership.network)
  if (typeof next === 'string') throw new ProblemError([problem(next)])
  return next
}
