// The sections of the statistics page in their order, and where each is explained.
export const sectionIds = ['years', 'exploitation', 'sexAge', 'nationality', 'indicators', 'placeType', 'sector', 'chain', 'months'] as const

export type SectionId = (typeof sectionIds)[number]

/** Anchors on the method page (messages, `method.sections`). */
export const explainedAt: Readonly<Record<SectionId, string>> = {
  years: 'exposure',
  exploitation: 'incident',
  sexAge: 'persons',
  nationality: 'several',
  indicators: 'several',
  placeType: 'incident',
  sector: 'network',
  chain: 'contact',
  months: 'exposure',
}
