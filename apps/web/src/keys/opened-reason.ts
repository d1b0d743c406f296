// A sealed text, as it is handed to the worker, and as it comes out with all that must be said about it.
import type { Id } from '@lykta/incident'
import type { Finding, KeyHolder, SealContext } from '@lykta/seal'

export type TextToOpen = {
  readonly body: Uint8Array
  readonly key: Uint8Array
  /** The epoch that the key file is sealed to now. */
  readonly keyEpoch: number
  readonly expected: SealContext
  /** The log's entry that the author had verified; null for what was imported. */
  readonly position: number | null
  /** The reporting organisation, as the answers say; null: not compared. */
  readonly organisation: Id | null
}

export type OpenedReason = {
  readonly text: string
  /** By a key that the log lists for the author where it was written. */
  readonly signed: boolean
  /** Whoever held that key; null when the log lists nobody there. */
  readonly author: Pick<KeyHolder, 'id' | 'role' | 'organisation'> | null
  /** Came from a spreadsheet: nobody signed it. */
  readonly imported: boolean
  /** Sealed while the keys were those that `lykta init` made on the server: whoever ran it could have read the text then. */
  readonly madeOnServer: boolean
  /** The revision that it was written with, and when, as the row says and the envelope agrees unless `findings` say otherwise. */
  readonly revision: number
  readonly writtenAt: string
  /** Shown, never ignored; worded by `findSealText`. */
  readonly findings: readonly Finding[]
}
