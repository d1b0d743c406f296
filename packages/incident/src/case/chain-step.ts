// The steps of a network's response chain: its own, with stable codes; one that is no longer taken is ended and stays readable.
import type { CivilDate } from '../civil-date.ts'
import type { Language } from '../codes.ts'

/** What a step says that an incident's own answers may say too. */
export const stepMeanings = ['known', 'police', 'contact', 'offered', 'accepted', 'declined', 'not-reached'] as const
export type StepMeaning = (typeof stepMeanings)[number]

export type ChainStep = Readonly<Record<Language, string>> & {
  /** Kept for ever: events name it. */
  readonly id: string
  /** 'way': one after the other; 'end': how it ended, one of several. */
  readonly kind: 'way' | 'end'
  readonly means: StepMeaning | null
  /** The last day on which it was taken; null while it is. */
  readonly validTo: CivilDate | null
}

export const mostChainSteps = 20

/** What a network begins with. */
export const defaultChain: readonly ChainStep[] = [
  { id: 'known', sv: 'Känd', en: 'Known', kind: 'way', means: 'known', validTo: null },
  { id: 'police', sv: 'Polisen kontaktad', en: 'Police contacted', kind: 'way', means: 'police', validTo: null },
  { id: 'mobile-team', sv: 'Mobila teamet', en: 'Mobile team', kind: 'way', means: null, validTo: null },
  { id: 'support-organisation', sv: 'Stödorganisation', en: 'Support organisation', kind: 'way', means: null, validTo: null },
  { id: 'contact', sv: 'Direktkontakt', en: 'Direct contact', kind: 'way', means: 'contact', validTo: null },
  { id: 'offered', sv: 'Stöd erbjudet', en: 'Support offered', kind: 'way', means: 'offered', validTo: null },
  { id: 'accepted', sv: 'Tackat ja', en: 'Accepted', kind: 'end', means: 'accepted', validTo: null },
  { id: 'declined', sv: 'Tackat nej', en: 'Declined', kind: 'end', means: 'declined', validTo: null },
  { id: 'not-reached', sv: 'Ej nådd', en: 'Not reached', kind: 'end', means: 'not-reached', validTo: null },
]

export function isStepId(id: string): boolean {
  return /^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)
}

/** Those that are taken on the day, in their order: the way, then the ends. */
export function stepsOn(day: CivilDate, steps: readonly ChainStep[]): readonly ChainStep[] {
  return inChainOrder(steps.filter(({ validTo }) => validTo === null || day <= validTo))
}

export function inChainOrder(steps: readonly ChainStep[]): readonly ChainStep[] {
  return [...steps.filter(({ kind }) => kind === 'way'), ...steps.filter(({ kind }) => kind === 'end')]
}
