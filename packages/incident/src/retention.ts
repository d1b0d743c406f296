// How long each class of what is kept is needed, and what happens then: the program's proposal, which a network decides on.

export const retentionIds = ['narrative', 'note', 'situation', 'person', 'coded', 'member', 'reading', 'audit', 'publication'] as const
export type RetentionClass = (typeof retentionIds)[number]

export type Retention = {
  readonly id: RetentionClass
  /** Whole months, from what `from` names; null: kept. */
  readonly months: number | null
  readonly from: 'closed' | 'meeting' | 'occurred' | 'left' | 'recorded' | 'published'
  readonly end: 'erase' | 'coarsen' | 'keep'
}

/**
 * Free text points at people most easily and is needed for the shortest time: a yearly cycle of statistics with its follow-up takes
 * about 18 months. Coded answers carry the comparison of years. Personal data no longer than necessary: GDPR art. 5(1)(e).
 */
export const retentionClasses: readonly Retention[] = [
  { id: 'narrative', months: 24, from: 'closed', end: 'erase' },
  { id: 'note', months: 24, from: 'closed', end: 'erase' },
  { id: 'situation', months: 24, from: 'meeting', end: 'erase' },
  // What no table counts of the persons: with whom and when they were in touch.
  { id: 'person', months: 60, from: 'occurred', end: 'coarsen' },
  { id: 'coded', months: 120, from: 'occurred', end: 'coarsen' },
  { id: 'member', months: 12, from: 'left', end: 'erase' },
  // Who has read what is needed while somebody may ask; who has written what, longer.
  { id: 'reading', months: 24, from: 'recorded', end: 'erase' },
  { id: 'audit', months: 60, from: 'recorded', end: 'erase' },
  { id: 'publication', months: null, from: 'published', end: 'keep' },
]
