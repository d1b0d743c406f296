// Founding a network, its settings and its organisations.
import type { ChainStep, CivilDate, Id, Language, Organisation, OwnQuestion } from '@lykta/incident'
import type { BundleFile, GrantFile } from './key-types.ts'
import type { EmergencyNumber, SessionAnswer } from './session-types.ts'
import type { Instant } from './types.ts'

// ── Founding: POST /api/founding (only while `canFound`; beyond loopback with the code that `serve` printed) ─────
//
// A network that `lykta init` made and that has no member yet is taken over by the same request with its own id (`canFound` is
// true there too): name, municipality, collection start and time zone are those it has, `organisations` are those to add (the
// founder's may be one that it had), and the genesis line lists the epoch after the last one that the server made.

export type FoundingRequest = {
  readonly code: string | null
  readonly network: { readonly id: Id; readonly name: string; readonly municipality: string; readonly collectionStart: CivilDate; readonly timeZone: string }
  readonly settings: NetworkSettings
  readonly organisations: readonly NewOrganisation[]
  readonly founder: NewMember & { readonly member: Id; readonly organisation: Id }
  /** First line of the membership log; it lists the founder, the first epoch and the recovery. */
  readonly genesis: string
  readonly bundles: readonly BundleFile[]
  /** To the founder and to 'recovery'. */
  readonly grants: readonly GrantFile[]
  readonly createdAt: Instant
}

export type NewOrganisation = { readonly id: Id; readonly code: string; readonly name: string; readonly sector: string; readonly joined: CivilDate }

/** Name and e-mail go to the sign-in tables, and nowhere else. */
export type NewMember = { readonly name: string; readonly email: string; readonly password: string; readonly language: Language }

export type NetworkSettings = {
  readonly emergencyNumbers: readonly EmergencyNumber[]
  /** The smallest number that the public report shows; 5 unless the network wants more (never less). */
  readonly publicThreshold: number
  /** So many days before a meeting organisations are asked for their situation; 0: they are not. Fourteen where nobody has decided. */
  readonly daysBeforeMeeting?: number | undefined
  /** When two of the sheets that the log lists were put together for a test; null until then. No incident is taken from the web form before the first test. */
  readonly recoveryTestedAt: Instant | null
}

/** What was posted is answered with 201 and the session of the founder, signed in. */
export type FoundingAnswer = { readonly session: SessionAnswer }

// ── Settings: GET, PUT /api/settings (coordinator); POST /api/settings/recovery-test ────────────────────────────

/** PUT takes them whole: an indicator or a question is never left out again, only ended (`validTo`) or worded anew. `recoveryTestedAt` is not taken from it. */
export type SettingsRequest = {
  readonly settings: NetworkSettings
  readonly ownIndicators: readonly OwnIndicatorEntry[]
  /** Left out: as they stand. A question keeps its kind, and every choice it ever had. */
  readonly ownQuestions?: readonly OwnQuestion[] | undefined
  /** Steps of the response chain, ended ones too. Left out: as they stand. A step keeps its code, its kind and what it says of an incident. */
  readonly chain?: readonly ChainStep[] | undefined
  /** As GET gave it: refused (`register.changed-meanwhile`) when anything of this stands otherwise now. Left out: whatever stands is replaced. */
  readonly seen?: string | undefined
}
export type SettingsAnswer = SettingsRequest & {
  readonly seen: string
  readonly ownQuestions: readonly OwnQuestion[]
  readonly chain: readonly ChainStep[]
  /** Some sheets were tested once. New ones want a test of their own, and close nothing meanwhile. */
  readonly takesIncidents: boolean
}
export type OwnIndicatorEntry = {
  /** `<category>.x-<name>` (`isOwnIndicatorId` of packages/incident); kept for ever. */
  readonly id: string
  readonly sv: string
  readonly en: string
  readonly category: string
  readonly validFrom: CivilDate | null
  readonly validTo: CivilDate | null
}

// ── Organisations: PUT /api/organisations/:id (coordinator) ─────────────────────────────────────────────────────

/**
 * Adds one, or changes what is true of it; never taken away, and its code is kept. GET /api/network lists them. `before`: as it was seen,
 * null for a new one; 409 when something else stands. Outside the network: `joined` is null. Who has a last day (`left`, today at the
 * latest) is invited for no longer: its open invitations are withdrawn with the same act. Its members and devices are removed each by a
 * signed line of their own.
 */
export type OrganisationState = Omit<Organisation, 'id'>
export type OrganisationRequest = { readonly before: OrganisationState | null; readonly after: OrganisationState }
export type OrganisationChanged = { readonly withdrawnInvitations: number }
/** As the audit names it. */
export type OrganisationChange = 'organisation.add' | 'organisation.change' | 'organisation.end' | 'organisation.return'
