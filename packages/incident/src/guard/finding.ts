// What the guard finds in free text: which kind of detail that must not be there, and where it stands.

export const sensitiveKinds = ['personal-number', 'phone-number', 'vehicle-plate', 'email', 'named-person', 'room-number', 'bank-card'] as const
export type SensitiveKind = (typeof sensitiveKinds)[number]

/** `from` and `to` in UTF-16 units of the text, `to` after the last. */
export type SensitiveFinding = {
  readonly kind: SensitiveKind
  readonly from: number
  readonly to: number
}

/** A detector reads the whole text and answers with every place of its kind. */
export type Detector = (text: string) => readonly SensitiveFinding[]

/** `pattern` is global; what it matches, or its group `detail`, is a finding unless `keep` says that it is harmless. */
export function detector(kind: SensitiveKind, pattern: RegExp, keep: (match: RegExpExecArray) => boolean = () => true): Detector {
  return (text) =>
    [...text.matchAll(pattern)].filter(keep).map((match) => {
      const detail = match.groups?.['detail']
      const from = detail === undefined ? match.index : match.index + match[0].lastIndexOf(detail)
      return { kind, from, to: from + (detail ?? match[0]).length }
    })
}
