// What the pages do with keys, between the worker that holds them and the server; keys.ts says how it is used.
import { canonicalText, type Id, type Incident, problem, type Problem, ProblemError } from '@lykta/incident'
import { codedHash } from '@lykta/seal'
import type { LogFinding, OwnKeysFinding, PrintedRow, PublicKeys, SealContext, StoredGrant } from '@lykta/seal'
import type {
  BundleFile, FoundingAnswer, FoundingRequest, GrantFile, KeysAnswer, LogAnswer, LogRequest, NewKeys, SealedKeyPage, SealedKeysAnswer, SealedKeysRequest,
  SealedTextAnswer, ServerMadeKeys, SessionAnswer,
} from '../../../server/src/api/member-types.ts'
import type { SealedBody } from '../../../server/src/api/types.ts'
import { type Asking, FailureError } from '../api/ask.ts'
import { base64urlOf, bytesOf } from './base64url.ts'
import type { FoundingKeys, ToFound } from './founding-keys.ts'
import type { DeviceToCheck, KeyWork, LogChange, MadeKeys, NewLines, Secret } from './key-work.ts'
import type { LockReason } from './lock-clock.ts'
import type { LogOutcome, LogView } from './log-view.ts'
import type { OpenedReason } from './opened-reason.ts'
import type { Pinned, PinStore } from './pinned.ts'
import type { KeyPort } from './worker-port.ts'

export type KeysOwner = { readonly network: Id; readonly member: Id }

export type KeysView = {
  readonly state: 'locked' | 'unlocked'
  /** Why they were locked; null before the first unlock. */
  readonly lockedBy: LockReason | null
  /** Null before it was fetched, and while `findings` say what is wrong with it. */
  readonly log: LogView | null
  readonly findings: readonly LogFinding[]
  /** Of an unlocked member: the log lists no keys of hers (she waits to be admitted), or others (an alarm). */
  readonly own: readonly OwnKeysFinding[]
  /** Of one's own grants, those that do not hold. */
  readonly refusedGrants: readonly { readonly epoch: number; readonly codes: readonly string[] }[]
  readonly pinnedFrom: Pinned['from'] | null
  /** The unlock dialog is wanted. */
  readonly asking: boolean
}

/** `ProblemError` code when the keys are needed and locked. */
export const keysLocked = 'keys.locked'

export type Outside = {
  readonly port: KeyPort
  readonly ask: <Answer>(path: string, asking?: Asking) => Promise<Answer>
  readonly pins: PinStore
  readonly now: () => string
}

export type ReasonToSeal = {
  readonly text: string
  /** The answers as the server will store them (`parseFormAnswers`). */
  readonly incident: Incident
  readonly context: Pick<SealContext, 'incident' | 'revision' | 'previous' | 'formVersion' | 'createdAt'>
}

export type Standing = { readonly revision: number; readonly answers: Incident }

export type LogWriting = {
  /** Under /api: 'log', 'members/ID/removal' … */
  readonly path: string
  readonly changes: readonly LogChange[]
  readonly rotate?: boolean
  /** Further members of the request. */
  readonly extra?: Readonly<Record<string, unknown>>
}

type Sending = [path: string, extra: Readonly<Record<string, unknown>>, make: (createdAt: string) => Promise<NewLines>]

export type Progress = { readonly done: number; readonly left: number }

const nothing: KeysView = { state: 'locked', lockedBy: null, log: null, findings: [], own: [], refusedGrants: [], pinnedFrom: null, asking: false }

export class KeysFront {
  readonly #outside: Outside
  readonly #listeners = new Set<() => void>()
  #view = nothing
  #owner: KeysOwner | null = null
  #waiting: ((unlocked: boolean) => void)[] = []
  #refreshing: Promise<LogOutcome> | undefined
  #rewrapping = false
  #lockAfter: LockReason | undefined
  #writing: Promise<unknown> = Promise.resolve()

  constructor(outside: Outside) {
    this.#outside = outside
  }

  // ── Looking ───────────────────────────────────────────────────────────────────────────────────────────────────

  get view(): KeysView {
    return this.#view
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whose keys these are; null when nobody is signed in. Another one finds nothing of the one before. */
  setOwner(owner: KeysOwner | null): void {
    if (owner?.network === this.#owner?.network && owner?.member === this.#owner?.member) return
    // While a network is being founded the keys are there before the session is.
    const isOwn = this.#view.state === 'unlocked' && this.#owner === null && owner !== null && this.#isFounding
    this.#owner = owner
    if (!isOwn) this.#forget(null)
    this.#isFounding = false
  }

  // ── Locking ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** By itself it waits for key files that are under way: they would otherwise stop halfway whenever somebody goes for coffee. */
  lock(reason: LockReason = 'asked'): void {
    if (this.#view.state !== 'unlocked') return
    if (reason !== 'asked' && this.#rewrapping) this.#lockAfter = reason
    else this.#forget(reason)
  }

  /** Throws a ProblemError: `keys.none` without a file for that way in, or what `unlock…` of packages/seal says. */
  async unlock(secret: Secret, credential: string | null = null): Promise<void> {
    const owner = this.#getOwner()
    const { bundles, grants } = await this.#ask<KeysAnswer>('keys')
    const files = bundles.filter(({ way, credential: of }) => way === secret.way && (way !== 'passkey' || credential === null || of === credential))
    if (files.length === 0) throw new ProblemError([problem('keys.none', { way: secret.way })])
    await this.#tryEach(files, (file) => this.#call('unlock', [bytesOf(file.file), secret, owner]))
    this.#change({ state: 'unlocked', lockedBy: null })
    // The keys are open whatever the log is like; without a sound log they open and sign nothing.
    const { log } = await this.refreshLog()
    if (log) {
      this.#change({ own: await this.#call('checkOwn', []), refusedGrants: await this.#call('openGrants', [grants.map(storedOf)]) })
    }
    this.#answer(true)
  }

  /** True at once when unlocked; else opens the dialog and waits for what the person does there. */
  async askUnlock(): Promise<boolean> {
    if (this.#view.state === 'unlocked') return true
    this.#change({ asking: true })
    return await new Promise((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  /** The dialog was closed. */
  cancelUnlock(): void {
    this.#answer(false)
  }

  // ── The log ───────────────────────────────────────────────────────────────────────────────────────────────────

  pin(network: Id, genesis: string, from: Pinned['from']): void {
    const before = this.#outside.pins.read(network)
    // A log that this device has verified stays the one that it believes: another invitation cannot change that.
    if (before && before.from !== 'first-use' && before.genesis !== genesis) throw new ProblemError([problem('membership.other-genesis')])
    this.#outside.pins.write(network, { genesis, from, head: before?.genesis === genesis ? before.head : null })
  }

  /** A colleague has read the head's words aloud, and they were the same: from here on this device believes no other log. */
  confirmLog(): void {
    const { log } = this.#view
    if (!log) return
    this.pin(log.network, log.genesis, 'words')
    this.#change({ pinnedFrom: 'words' })
  }

  /** Several at once are one. */
  async refreshLog(): Promise<LogOutcome> {
    this.#refreshing ??= this.#fetchLog().finally(() => {
      this.#refreshing = undefined
    })
    return await this.#refreshing
  }

  // ── Texts ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * `organisation`: the reporting one, as the answers say. `standing`: the coded answers as the page shows them; what the
   * envelope was signed with is compared with these, not with a hash that the server gives. `revision`: the one that brought the
   * text, as the page shows it; without it the newest text. The reading is logged by the server.
   */
  async openReason(ref: string, organisation: Id | null, standing?: Standing, revision?: number): Promise<OpenedReason> {
    await this.#getLog()
    const { body, key, context, position } = await this.#ask<SealedTextAnswer>(`incidents/${encodeURIComponent(ref)}/text${revision === undefined ? '' : `?revision=${revision}`}`)
    if (!key) throw new ProblemError([problem('keys.erased')])
    await this.#openEpoch(key.epoch)
    // A correction may have kept the text: it then belongs to answers that stand no more, which the page does not show.
    const writtenWith = revision ?? context.revision
    const seen = standing?.revision === writtenWith ? { codedHash: codedHash(canonicalText(standing.answers)) } : {}
    const opened = await this.#call('open', [{ body: bytesOf(body), key: bytesOf(key.key), keyEpoch: key.epoch, expected: { ...context, revision: writtenWith, ...seen }, position, organisation }])
    return { ...opened, revision: writtenWith, writtenAt: context.createdAt }
  }

  async seal({ text, incident, context }: ReasonToSeal): Promise<SealedBody> {
    await this.#getLog()
    const { body, key, codedHash, epoch, position } = await this.#call('seal', [text, incident, context])
    return { sealedId: crypto.randomUUID(), epoch, position, codedHash, body: base64urlOf(body), key: base64urlOf(key) }
  }

  // ── One's own keys ────────────────────────────────────────────────────────────────────────────────────────────

  /** Makes them and leaves them open; nothing is stored before `store()`. `recipient` is sent also for a reporter: it harms nothing. */
  async makeKeys(): Promise<Pick<MadeKeys, 'words' | 'passphrase' | 'publicKeys'> & { readonly store: () => Promise<void> }> {
    const { words, passphrase, publicKeys, file } = await this.#call('makeKeys', [this.#getOwner()])
    this.#change({ state: 'unlocked', lockedBy: null })
    const request: NewKeys = { ...publicKeys, bundles: [bundleOf('passphrase', null, file)] }
    return {
      words, passphrase, publicKeys,
      store: async () => {
        await this.#ask('keys', { method: 'PUT', body: request })
      },
    }
  }

  /** Shown once; `store()` when it has been asked back. */
  async changePassphrase(): Promise<{ readonly passphrase: string; readonly store: () => Promise<void> }> {
    const { passphrase, file } = await this.#call('makePassphraseFile', [])
    return { passphrase, store: () => this.#putBundles([bundleOf('passphrase', null, file)]) }
  }

  async addPasskey({ credential, prf }: { readonly credential: string; readonly prf: Uint8Array }): Promise<void> {
    const file = await this.#call('makePasskeyFile', [prf])
    const { bundles } = await this.#ask<KeysAnswer>('keys')
    const others = bundles.filter((one) => one.way === 'passkey' && one.credential !== credential)
    await this.#putBundles([...others, bundleOf('passkey', credential, file)])
  }

  async makeOwnSheet(): Promise<{ readonly rows: readonly PrintedRow[]; readonly store: () => Promise<void> }> {
    const { file, rows } = await this.#call('makeOwnSheet', [])
    return { rows, store: () => this.#putBundles([bundleOf('sheet', null, file)]) }
  }

  /** Of the keys that are open, for reading aloud; the server's word is not asked. */
  async ownWords(): Promise<readonly string[]> {
    return await this.#call('ownWords', [])
  }

  /** Whether the log lists these keys for their owner: empty once it does. */
  async checkOwn(): Promise<readonly OwnKeysFinding[]> {
    await this.#getLog()
    const own = await this.#call('checkOwn', [])
    this.#change({ own })
    return own
  }

  // ── Others' ───────────────────────────────────────────────────────────────────────────────────────────────────

  async wordsOf(publicKeys: PublicKeys): Promise<readonly string[]> {
    return await this.#call('wordsOf', [publicKeys])
  }

  async admit(subject: Extract<LogChange, { readonly type: 'add' }>['subject']): Promise<LogView> {
    return await this.write({ path: 'log', changes: [{ type: 'add', subject }] })
  }

  async admitDevice(entry: DeviceToCheck): Promise<LogView | false> {
    if (!(await this.#call('isOwnDevice', [entry]))) return false
    const { device, organisation, verifyKey } = entry
    return await this.write({ path: 'log', changes: [{ type: 'device', subject: { device, organisation, verifyKey } }] })
  }

  async deviceSecret(invitation: Id): Promise<string> {
    return base64urlOf(await this.#call('deviceSecret', [invitation]))
  }

  /** Of somebody whom the log does not list (a reader, or one whose keys were never confirmed) no line is written. */
  async remove(kind: 'members' | 'devices', id: Id): Promise<LogView> {
    const { holders } = await this.#getLog()
    const changes: readonly LogChange[] = holders.some((holder) => holder.id === id) ? [{ type: 'remove', subject: { id } }] : []
    return await this.write({ path: `${kind}/${id}/removal`, changes })
  }

  async rotate(): Promise<LogView> {
    return await this.write({ path: 'log', changes: [], rotate: true })
  }

  /** Signs, sends, and verifies what came of it; once more from the start when somebody else was faster. */
  async write({ path, changes, rotate = false, extra = {} }: LogWriting): Promise<LogView> {
    return await this.#send(path, extra, (createdAt) => this.#call('change', [changes, createdAt, rotate]))
  }

  async propose(change: LogChange, approver: Id): Promise<string> {
    await this.#getLog()
    return await this.#call('propose', [change, approver, this.#outside.now()])
  }

  async readProposal(text: string): Promise<ReturnType<KeyWork['readProposal']>> {
    return await this.#call('readProposal', [text.trim()])
  }

  async approve(text: string, path = 'log', extra: LogWriting['extra'] = {}): Promise<LogView> {
    return await this.#send(path, extra, (createdAt) => this.#call('approve', [text.trim(), createdAt]))
  }

  /** New recovery sheets: to be printed, and listed by `write` or `propose` ({type: 'recovery', subject}). */
  async makeSheets(): Promise<Awaited<ReturnType<KeyWork['makeSheets']>>> {
    return await this.#call('makeSheets', [])
  }

  // ── Key files that are not yet of the current epoch ───────────────────────────────────────────────────────────

  /**
   * Takes them there, a page at a time; whatever was done stays done when it is stopped. Throws a ProblemError
   * (`keys.no-grant`) when files are left whose epoch this member cannot open.
   */
  async rewrap(onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<void> {
    this.#rewrapping = true
    try {
      await this.#rewrapAll(onProgress, signal)
    } finally {
      this.#rewrapping = false
      const reason = this.#lockAfter
      this.#lockAfter = undefined
      if (reason) this.lock(reason)
    }
  }

  async #rewrapAll(onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<void> {
    await this.#getLog()
    let [done, after] = [0, null as Id | null]
    const closed = new Set<number>()
    for (;;) {
      signal?.throwIfAborted()
      const page = await this.#ask<SealedKeyPage>(`sealed-keys${after === null ? '' : `?after=${after}`}`, signal ? { signal } : {})
      const made: { sealedId: Id; epoch: number; key: string }[] = []
      const epoch = this.#view.log?.epoch.epoch ?? 0
      for (const { sealedId, epoch: from, key } of page.keys) {
        signal?.throwIfAborted()
        if (!(await this.#canOpen(from))) {
          closed.add(from)
          continue
        }
        made.push({ sealedId, epoch, key: base64urlOf(await this.#call('rewrap', [from, bytesOf(key)])) })
        if (made.length % 20 === 0) onProgress({ done: done + made.length, left: page.left - made.length })
      }
      const request: SealedKeysRequest = { keys: made }
      const { left } = made.length > 0 ? await this.#ask<SealedKeysAnswer>('sealed-keys', { method: 'POST', body: request }) : page
      done += made.length
      onProgress({ done, left })
      if (page.next === null) break
      after = page.next
    }
    if (closed.size > 0) throw new ProblemError([...closed].map((epoch) => problem('keys.no-grant', { epoch })))
  }

  // ── Founding ──────────────────────────────────────────────────────────────────────────────────────────────────

  #isFounding = false

  async makeFounding(toFound: ToFound, onStep: (step: number) => void): Promise<FoundingKeys> {
    const made = await this.#outside.port.call('found', [toFound], onStep)
    this.#isFounding = true
    this.#change({ state: 'unlocked', lockedBy: null })
    return made
  }

  /** While a network is being founded nothing locks by itself: its keys are nowhere else yet. */
  get isFounding(): boolean {
    return this.#isFounding
  }

  /** The page of founding was left before anything was stored. */
  abandonFounding(): void {
    if (!this.#isFounding) return
    this.#isFounding = false
    this.#forget(null)
  }

  /**
   * Sends what was made; from here on the session is the founder's. Throws a ProblemError (`keys.founded-unanswered`) when the
   * network stands and its answer was lost on the way: then there is a sign-in, and no session.
   */
  async storeFounding(request: Omit<FoundingRequest, 'genesis' | 'bundles' | 'grants'>, made: FoundingKeys): Promise<FoundingAnswer> {
    const body: FoundingRequest = {
      ...request, genesis: made.genesis, bundles: [bundleOf('passphrase', null, made.file)], grants: made.grants.map(grantFileOf),
    }
    const { network, founder } = request
    const answer = await this.#ask<FoundingAnswer>('founding', { method: 'POST', body }).catch(async (error: unknown): Promise<FoundingAnswer> => {
      const session = await this.#ask<SessionAnswer>('session').catch(() => undefined)
      if (session?.network.id !== network.id || session.state === 'local') throw error
      this.pin(network.id, made.genesisHash, 'founding')
      if (session.state === 'signed-in') return { session }
      this.#isFounding = false
      throw new ProblemError([problem('keys.founded-unanswered')])
    })
    this.pin(network.id, made.genesisHash, 'founding')
    this.setOwner({ network: network.id, member: founder.member })
    await this.refreshLog()
    return answer
  }

  /** Two network sheets, as typed. Throws a ProblemError that says which sheet (`where.group`) and row. */
  async testSheets(sheets: readonly string[], recipient: string): Promise<void> {
    await this.#call('testSheets', [sheets, recipient])
  }

  /** Keys that `lykta init` made, opened with the passphrase it showed, for `rewrap`. */
  async openServerMade(passphrase: string): Promise<void> {
    const { epochs } = await this.#ask<ServerMadeKeys>('keys/server-made')
    await this.#call('openServerMade', [epochs.map(({ epoch, file }) => ({ epoch, file: bytesOf(file) })), passphrase])
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────

  #call: KeyPort['call'] = (name, values, onStep) => this.#outside.port.call(name, values, onStep)

  #ask<Answer>(path: string, asking?: Asking): Promise<Answer> {
    return this.#outside.ask<Answer>(path, asking)
  }

  #change(change: Partial<KeysView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  #forget(lockedBy: LockReason | null): void {
    this.#outside.port.end()
    this.#change({ ...nothing, lockedBy, asking: this.#view.asking })
  }

  #answer(unlocked: boolean): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#change({ asking: false })
    for (const resolve of waiting) resolve(unlocked)
  }

  #getOwner(): KeysOwner {
    if (!this.#owner) throw new Error('keys: nobody is signed in')
    return this.#owner
  }

  async #fetchLog(): Promise<LogOutcome> {
    const { network } = this.#getOwner()
    const pinned = this.#outside.pins.read(network)
    const after = await this.#call('logLength', [])
    const { lines, length } = await this.#ask<LogAnswer>(`log?after=${after}`)
    const outcome = await this.#call('verify', [{ network, genesis: pinned?.genesis ?? null, seen: pinned?.head ?? null, after, lines, length }])
    if (outcome.log) {
      const { genesis, head } = outcome.log
      this.#outside.pins.write(network, { genesis, head, from: pinned?.from ?? 'first-use' })
    }
    this.#change({ log: outcome.log, findings: outcome.findings, pinnedFrom: pinned?.from ?? 'first-use' })
    return outcome
  }

  async #getLog(): Promise<LogView> {
    const { log, findings } = await this.refreshLog()
    if (log) return log
    throw new ProblemError(findings.map(({ code, seq }): Problem => problem(code, { seq })))
  }

  /** A grant may have come since the keys were unlocked. */
  async #openEpoch(epoch: number): Promise<void> {
    if (await this.#canOpen(epoch)) return
    const { grants } = await this.#ask<KeysAnswer>('keys')
    this.#change({ refusedGrants: await this.#call('openGrants', [grants.map(storedOf)]) })
  }

  async #canOpen(epoch: number): Promise<boolean> {
    return (await this.#call('openEpochs', [])).includes(epoch)
  }

  /** One after the other: two lines at once would both follow the same one, and one of them be refused. */
  async #send(...sending: Sending): Promise<LogView> {
    const turn = this.#writing.then(() => this.#sendNow(...sending))
    this.#writing = turn.catch(() => undefined)
    return await turn
  }

  async #sendNow(...[path, extra, make]: Sending): Promise<LogView> {
    const attempt = async (): Promise<void> => {
      const { epoch } = await this.#getLog()
      await this.#openEpoch(epoch.epoch)
      const createdAt = this.#outside.now()
      const { lines, grants } = await make(createdAt)
      const request: LogRequest = { lines, grants: grants.map(grantFileOf), createdAt }
      await this.#ask(path, { method: 'POST', body: { ...extra, ...request } })
    }
    await attempt().catch(async (error: unknown) => {
      if (!(error instanceof FailureError) || error.failure.status !== 409) throw error
      await attempt()
    })
    return await this.#getLog()
  }

  async #putBundles(bundles: readonly BundleFile[]): Promise<void> {
    await this.#ask('keys/bundles', { method: 'PUT', body: bundles })
  }

  /** Several passkeys may be registered, and an old browser does not say which one answered. */
  async #tryEach<Result>(files: readonly BundleFile[], open: (file: BundleFile) => Promise<Result>): Promise<Result> {
    for (const [index, file] of files.entries()) {
      try {
        return await open(file)
      } catch (error) {
        if (index === files.length - 1 || !(error instanceof ProblemError)) throw error
      }
    }
    throw new Error('keys: no file to try')
  }
}

function bundleOf(way: BundleFile['way'], credential: string | null, file: Uint8Array): BundleFile {
  return { id: crypto.randomUUID(), way, credential, file: base64urlOf(file) }
}

function grantFileOf({ epoch, holder, file }: StoredGrant): GrantFile {
  return { epoch, holder, file: base64urlOf(file) }
}

function storedOf({ epoch, holder, file }: GrantFile): StoredGrant {
  return { epoch, holder, file: bytesOf(file) }
}
