// Reading a sealed text, and sealing one: with the log verified, and in the epoch that it lists.
import { canonicalText, type Id, type Incident, problem, ProblemError } from '@lykta/incident'
import { codedHash, type SealContext } from '@lykta/seal'
import type { SealedTextAnswer } from '../../../server/src/api/member-types.ts'
import type { SessionTextsAnswer, TextPlace } from '../../../server/src/api/sharing-types.ts'
import type { SealedBody } from '../../../server/src/api/types.ts'
import { base64urlOf, bytesOf } from './base64url.ts'
import type { KeysCore } from './keys-core.ts'
import type { OpenedReason } from './opened-reason.ts'
import type { Unlocking } from './unlocking.ts'
import type { VerifiedLog } from './verified-log.ts'

export type ReasonToSeal = {
  readonly text: string
  /** The answers as the server will store them (`parseFormAnswers`). */
  readonly incident: object
  readonly context: Pick<SealContext, 'incident' | 'revision' | 'previous' | 'formVersion' | 'createdAt'>
}

/** Kept in memory alone. */
export type OpenedTexts = { readonly texts: readonly { readonly id: Id; readonly place: TextPlace; readonly revision: number; readonly text: string; readonly sound: boolean }[]; readonly closed: number }

export type Standing = { readonly revision: number; readonly answers: Incident }

export class SealedTexts {
  readonly #core: KeysCore
  readonly #log: VerifiedLog
  readonly #unlocking: Unlocking

  constructor(core: KeysCore, log: VerifiedLog, unlocking: Unlocking) {
    this.#core = core
    this.#log = log
    this.#unlocking = unlocking
  }

  /**
   * `organisation`: the reporting one, as the answers say. `standing`: the coded answers as the page shows them; what the
   * envelope was signed with is compared with these, not with a hash that the server gives. `revision`: the one that brought the
   * text, as the page shows it; without it the newest text. The reading is logged by the server.
   */
  async open(ref: string, organisation: Id | null, standing?: Standing, revision?: number): Promise<OpenedReason> {
    await this.#log.get()
    const address = `incidents/${encodeURIComponent(ref)}/text${revision === undefined ? '' : `?revision=${revision}`}`
    const { body, key, context, position } = await this.#core.ask<SealedTextAnswer>(address)
    if (!key) throw new ProblemError([problem('keys.erased')])
    await this.#unlocking.openEpoch(key.epoch)
    // A correction may have kept the text: it then belongs to answers that stand no more, which the page does not show.
    const writtenWith = revision ?? context.revision
    const seen = standing?.revision === writtenWith ? { codedHash: codedHash(canonicalText(standing.answers)) } : {}
    const expected = { ...context, revision: writtenWith, ...seen }
    const opened = await this.#core.call('open', [{ body: bytesOf(body), key: bytesOf(key.key), keyEpoch: key.epoch, expected, position, organisation }])
    return { ...opened, revision: writtenWith, writtenAt: context.createdAt }
  }

  /**
   * One that the server has handed out already, among others. `coded`: what the page shows it as.
   */
  async openGiven({ body, key, context, position }: SealedTextAnswer, coded: object): Promise<OpenedReason> {
    await this.#log.get()
    if (!key) throw new ProblemError([problem('keys.erased')])
    await this.#unlocking.openEpoch(key.epoch)
    const expected = { ...context, codedHash: codedHash(canonicalText(coded)) }
    const opened = await this.#core.call('open', [{ body: bytesOf(body), key: bytesOf(key.key), keyEpoch: key.epoch, expected, position, organisation: null }])
    return { ...opened, revision: context.revision, writtenAt: context.createdAt }
  }

  /**
   * Every text that a running session of reading opens, a page at a time; `closed` counts those whose key this member has not. What a text
   * was signed with is not compared with answers, which are not there: whoever reads one for itself opens it under its incident.
   */
  async openSession(session: Id, onProgress: (done: number) => void, signal?: AbortSignal): Promise<OpenedTexts> {
    return await this.#unlocking.keepOpen(async () => {
      await this.#log.get()
      const texts: OpenedTexts['texts'][number][] = []
      const without = new Set<number>()
      let [at, closed] = [null as SessionTextsAnswer['next'], 0]
      for (;;) {
        const page = await this.#core.ask<SessionTextsAnswer>(`reading-sessions/${session}/texts${at === null ? '' : `?part=${at.part}${at.after === null ? '' : `&after=${at.after}`}`}`, signal ? { signal } : {})
        for (const { sealedId, place, body, key, context, position } of page.texts) {
          signal?.throwIfAborted()
          if (key && !without.has(key.epoch)) await this.#unlocking.openEpoch(key.epoch)
          if (!key || !(await this.#unlocking.canOpen(key.epoch))) {
            if (key) without.add(key.epoch)
            closed += 1
            continue
          }
          const { text, findings } = await this.#core.call('open', [{ body: bytesOf(body), key: bytesOf(key.key), keyEpoch: key.epoch, expected: context, position, organisation: null }])
          texts.push({ id: sealedId, place, revision: context.revision, text, sound: findings.length === 0 })
        }
        onProgress(texts.length)
        if (page.next === null) return { texts, closed }
        at = page.next
      }
    })
  }

  async seal({ text, incident, context }: ReasonToSeal): Promise<SealedBody> {
    await this.#log.get()
    const { body, key, codedHash: hash, epoch, position } = await this.#core.call('seal', [text, incident, context])
    return { sealedId: crypto.randomUUID(), epoch, position, codedHash: hash, body: base64urlOf(body), key: base64urlOf(key) }
  }
}
