// What the guard finds in free text: which kind of detail that must not be there, and where it stands.

export const sensitiveKinds = ['personal-number', 'phone-number', 'vehicle-plate', 'email', 'named-person', 'room-number', 'bank-card'] as const
export type SensitiveKind = (typeof sensitiveKinds)[number]

/** `from` and `to` in UTF-16 units of the text, `to` after the last. */
export type SensitiveFinding = {
  readonly kind: SensitiveKind
  readonly from: number
  readonly to: number
}

/** A detector reads a levelled text (`levelText`) and answers with every place of its kind. */
export type Detector = (text: string) => readonly SensitiveFinding[]
