// The form, and what it sends: new incidents, corrections, withdrawals.
import type { CivilDate, FormAnswers, Id, Network, Organisation, OwnIndicator, OwnQuestion } from '@lykta/incident'
import type { Instant } from './types.ts'

// ── The form: GET /api/form, and what it sends ──────────────────────────────────────────────────────────────────

/** What a page or a script needs to fill in the form and to seal its free text; the words come with @lykta/incident. */
export type FormAnswer = {
  /** Of the version now in use; its questions are `findFormVersion(id)` of @lykta/incident. */
  readonly formVersion: string
  /** Today in the network's time zone. */
  readonly today: CivilDate
  /** What the envelope and `parseFormAnswers` need of the network. */
  readonly network: Pick<Network, 'id' | 'name' | 'collectionStart' | 'timeZone' | 'sample'>
  /** Who the envelope says wrote the text: the acting member. */
  readonly author: string
  /** Of the acting member; null when they belong to none and must choose the source's. */
  readonly reporterOrganisation: Id | null
  /**
   * To which free text is sealed. Null before the network has keys, and when the database holds another key than the data
   * folder remembers: then no text can be sent.
   */
  readonly epoch: { readonly epoch: number; readonly recipient: string } | null
  readonly ownIndicators: readonly OwnIndicator[]
  /** Ended ones too: old answers name them. A page kept from before there were any lacks them. */
  readonly ownQuestions?: readonly OwnQuestion[]
  /** All of the network's, former members and sources outside included: old answers name them. */
  readonly organisations: readonly Organisation[]
  /** An authority runs the network: whoever reports is told so. A page kept from before lacks it. */
  readonly authority?: boolean
}

/** Free text sealed by the library: `sealText` of @lykta/seal. */
export type SealedBody = {
  /** The entry of the membership log that the author had verified; null or left out where there is no log yet. */
  readonly position?: number | null | undefined
  /** Random UUID, made by the sender. */
  readonly sealedId: Id
  /** The epoch that the key file is sealed to; the current one. */
  readonly epoch: number
  /** The two age files, base64url without padding. */
  readonly body: string
  readonly key: string
  /** `codedHash` of the answers, as the envelope holds it: the server makes its own, and refuses if they differ. */
  readonly codedHash: string
}

/** POST /api/incidents. 201 when it is stored, 200 when it was already, 409 when the id stands for something else. */
export type NewIncidentRequest = {
  /** Random UUID, made by the sender: sent again with the same content, it arrives once. */
  readonly id: Id
  readonly formVersion: string
  readonly answers: FormAnswers
  /** Revision 1, previous null, `createdAt` and author as here. */
  readonly sealed: SealedBody | null
  /** UTC with milliseconds, as `Date.toISOString` writes it. */
  readonly createdAt: Instant
}

export type ReceiptAnswer = {
  /** Eight characters, the last a check: for the receipt, and for calls. */
  readonly ref: string
  readonly revision: number
}

/** Why a revision was made: something was added, or something was wrong. */
export type CorrectionReason = 'addition' | 'mistake'

/** POST /api/incidents/:ref/revisions: the whole answers anew. 201, 200 and 409 as above. */
export type CorrectionRequest = {
  /** The revision that was looked at; another one meanwhile is refused with 409. */
  readonly base: number
  readonly reason: CorrectionReason
  readonly formVersion: string
  readonly answers: FormAnswers
  /** A new text (revision base + 1); 'kept' leaves the one that there is. */
  readonly sealed: SealedBody | 'kept'
  readonly createdAt: Instant
}

/** Entered twice; seen to be nothing; about somebody else's matter; asked for by the source. */
export type WithdrawalReason = 'duplicate' | 'mistaken' | 'not-ours' | 'source-asked'

/** POST /api/incidents/:ref/withdrawal: numbered still, and counted no more. 201, 200 and 409 as above. */
export type WithdrawalRequest = {
  readonly base: number
  readonly reason: WithdrawalReason
}

/** GET /api/incidents/:ref/form: what a correction starts from. */
export type IncidentFormAnswer = {
  readonly revision: number
  /** Of the standing revision; an import's is no form. */
  readonly formVersion: string
  readonly answers: FormAnswers
  /** The incident's id and the hash of its latest text: the envelope of a new one names both. */
  readonly id: Id
  readonly previous: string | null
}
