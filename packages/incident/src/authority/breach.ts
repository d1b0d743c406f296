// A personal data breach as the log holds it (GDPR art. 33 and 34): codes, numbers and moments. What happened in words is sealed.

export const breachKinds = ['confidentiality', 'integrity', 'availability'] as const
export const breachCauses = ['sent-wrong', 'seen-by-wrong', 'lost-device', 'stolen', 'intrusion', 'published', 'changed', 'lost-data', 'outage', 'other'] as const
/** Whom the data are about. */
export const breachPersons = ['possibly-exploited', 'possible-perpetrators', 'reporters', 'members', 'staff', 'others'] as const
/** Which data; those of art. 9 and 10 apart, since IMY asks for them. */
export const breachData = ['reasons', 'notes', 'coded-answers', 'sex-life', 'health', 'ethnic-origin', 'offences', 'contact-details', 'sign-in', 'keys', 'other'] as const
export const breachConsequences = ['none-likely', 'loss-of-control', 'violence-or-threat', 'discrimination', 'identity', 'reputation', 'secrecy-broken', 'financial', 'other'] as const
export const breachMeasures = ['recalled', 'deleted-by-recipient', 'access-ended', 'keys-changed', 'passwords-changed', 'restored', 'persons-supported', 'police-told', 'routine-changed', 'other'] as const
export const breachRisks = ['unlikely', 'risk', 'high'] as const
/** Why IMY was told later than 72 hours after it was discovered (art. 33.1). */
export const delayReasons = ['facts-missing', 'risk-judged-late', 'processor-late', 'known-too-late', 'other'] as const
/** Why the persons are not told although the risk is high (art. 34.3), or were not yet. */
export const untoldReasons = ['risk-not-high', 'unreadable', 'averted', 'disproportionate', 'unknown-persons', 'not-yet'] as const

export type BreachContent = {
  /** Instants, ISO 8601 in UTC. `began`: null when nobody knows. */
  readonly discoveredAt: string
  readonly beganAt: string | null
  readonly endedAt: string | null
  readonly kinds: readonly (typeof breachKinds)[number][]
  readonly causes: readonly (typeof breachCauses)[number][]
  readonly persons: readonly (typeof breachPersons)[number][]
  /** About how many persons, and how many records (art. 33.3 a); null: not known. */
  readonly personsAbout: number | null
  readonly recordsAbout: number | null
  readonly data: readonly (typeof breachData)[number][]
  readonly consequences: readonly (typeof breachConsequences)[number][]
  readonly measures: readonly (typeof breachMeasures)[number][]
  readonly risk: (typeof breachRisks)[number]
  /** When IMY was told; null: not, or not yet. */
  readonly notifiedAt: string | null
  readonly delay: (typeof delayReasons)[number] | null
  /** When the persons were told. */
  readonly toldAt: string | null
  readonly untold: (typeof untoldReasons)[number] | null
  /** Nothing more is to be done; it stays in the log (art. 33.5). */
  readonly closed: boolean
}

/** The first field that does not fit the others, or undefined. `now`: nothing has happened later than that. */
export function findBreachFault(content: BreachContent, now: string): 'discoveredAt' | 'beganAt' | 'endedAt' | 'kinds' | 'persons' | 'notifiedAt' | 'delay' | 'toldAt' | 'untold' | 'closed' | undefined {
  const { discoveredAt, beganAt, endedAt, kinds, persons, risk, notifiedAt, delay, toldAt, untold, closed } = content
  if (discoveredAt > now) return 'discoveredAt'
  if (beganAt !== null && beganAt > discoveredAt) return 'beganAt'
  if (endedAt !== null && (endedAt > now || (beganAt !== null && endedAt < beganAt))) return 'endedAt'
  if (kinds.length === 0) return 'kinds'
  if (persons.length === 0) return 'persons'
  if (notifiedAt !== null && (notifiedAt > now || notifiedAt < discoveredAt)) return 'notifiedAt'
  if (toldAt !== null && (toldAt > now || toldAt < discoveredAt)) return 'toldAt'
  if (toldAt !== null && untold !== null) return 'untold'
  // What is finished has been answered: IMY told, or no risk likely; late, then why; a high risk, then the persons told, or why not.
  const late = notifiedAt !== null && Date.parse(notifiedAt) > Date.parse(discoveredAt) + notifyWithin
  if (delay !== null && !late) return 'delay'
  if (!closed) return undefined
  if (risk !== 'unlikely' && notifiedAt === null) return 'closed'
  if (late && delay === null) return 'delay'
  return toldAt === null && (untold === null || untold === 'not-yet' || (risk === 'high' && untold === 'risk-not-high')) ? 'untold' : undefined
}

/** 72 hours, in milliseconds: hours run through nights, weekends and changes of the clock. */
export const notifyWithin = 72 * 3_600_000
