// Why somebody did not wait for another's answer: codes, in words for those who choose and those who review. Nothing is written freely.
import type { Language } from '../codes.ts'

export const glassReasonCodes = ['danger-to-life', 'child', 'crime-in-progress', 'missing', 'safety-broken'] as const

export type GlassReason = (typeof glassReasonCodes)[number]

export const glassReasons: Readonly<Record<GlassReason, Readonly<Record<Language, string>>>> = {
  'danger-to-life': { sv: 'Fara för någons liv eller hälsa', en: 'Danger to somebody’s life or health' },
  'child': { sv: 'Ett barn far illa eller riskerar det nu', en: 'A child is being harmed, or may be now' },
  'crime-in-progress': { sv: 'Ett brott pågår eller är nära', en: 'A crime is going on, or about to happen' },
  'missing': { sv: 'En möjligt utsatt person är försvunnen', en: 'A possibly exploited person is missing' },
  'safety-broken': { sv: 'Någons skydd har röjts', en: 'Somebody’s safety has been given away' },
}
