// What the legal papers are filled with: the network as it is configured, counts of members by role, and nothing from any incident.
import type { CivilDate, Clock, RetentionClass, Sector } from '@lykta/incident'
import type { PublishedNetwork } from '../../binding/edition-context.ts'

export type LegalFacts = {
  readonly network: PublishedNetwork
  readonly day: CivilDate
  /** Members on the day. */
  readonly organisations: readonly { readonly name: string; readonly sector: Sector; readonly joined: CivilDate }[]
  /** Those in which somebody has the role of coordinator. */
  readonly coordinators: readonly string[]
  /** Since when they have it, where it was handed over once. */
  readonly coordinatingSince: CivilDate | null
  /** Those in which somebody has the role of operator. */
  readonly operators: readonly string[]
  /** Core members who may agree to others' reading of many texts, beside the coordinators. */
  readonly secondPersons: number
  readonly members: { readonly coordinator: number; readonly coreMember: number; readonly reporter: number; readonly reader: number; readonly operator: number; readonly device: number }
  /** Cells below it are published to nobody of that circle. */
  readonly thresholds: { readonly core: number; readonly public: number; readonly sensitive: number }
  /** What is decided of how long each class is kept, and the proposal for the rest. */
  readonly clocks: readonly Clock[]
  /** Null where no authority runs the network; else its name, and its decisions on weeding that stand. */
  readonly authority: { readonly name: string; /** Empty where it is not set. */ readonly address: string; readonly weeding: readonly { readonly reference: string; readonly decidedOn: CivilDate; readonly classes: readonly RetentionClass[] }[] } | null
  readonly signs: { readonly shipped: number; readonly own: number }
  readonly ownQuestions: number
  readonly formVersion: string
  /** When two sheets were last tried; null when never. */
  readonly recoveryTested: CivilDate | null
  readonly version: string
}

/** Where somebody has to write, or to choose. */
export const blank = '[fyll i]'
