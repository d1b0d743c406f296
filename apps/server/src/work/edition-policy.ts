// What an edition's readers may be shown, as the network has decided: the default, or more caution; less only where two persons say so.
import { type Audience, defaultPolicies, type Policy } from '@lykta/disclosure'
import type { ShownFrom } from '../api/types.ts'

export type PolicyChoice = {
  readonly audience: Audience
  /** Two organisations instead of three behind a number: an override. What remains without any one of them is still asked for. */
  readonly fewerOrganisations?: boolean | undefined
  /** Instead of the one that the network has decided on by now: of an edition that is printed anew. */
  readonly threshold?: number | undefined
}

/** `threshold`: the smallest number that the public report shows. */
export function publicPolicy(threshold: number): Policy {
  return cautious(defaultPolicies.public, threshold)
}

/** The core group's is never raised: it works with the counts. */
export function editionPolicy(threshold: number, { audience, fewerOrganisations = false, threshold: asked }: PolicyChoice = { audience: 'public' }): Policy {
  const policy = audience === 'core' ? defaultPolicies.core : cautious(defaultPolicies[audience], asked ?? threshold)
  return fewerOrganisations ? { ...policy, id: policy.id.replace(/-\d+$/, '-organisations-2$&'), organisations: 2 } : policy
}

/** For the pages to say. */
export function shownFrom(threshold: number): Readonly<Record<Audience, ShownFrom>> {
  const of = (audience: Audience): ShownFrom => {
    const { threshold: least, incidents, organisations, sensitiveThreshold } = editionPolicy(threshold, { audience })
    return { threshold: least, incidents, organisations, sensitive: sensitiveThreshold }
  }
  return { core: of('core'), network: of('network'), public: of('public') }
}

function cautious(standard: Policy, threshold: number): Policy {
  if (threshold <= standard.threshold) return standard
  return { ...standard, id: `${standard.audience}-from-${threshold}-1`, threshold, sensitiveThreshold: Math.max(standard.sensitiveThreshold, threshold) }
}

/** What was chosen for an edition of the ledger, by the name of its policy. */
export function choiceNamed(id: string, audience: Audience): PolicyChoice {
  const threshold = /-from-(?<threshold>\d+)-/.exec(id)?.groups?.['threshold']
  return { audience, fewerOrganisations: id.includes('-organisations-2-'), threshold: Number(threshold ?? 0) }
}

/** The one that a public edition of the ledger names. */
export function policyNamed(id: string): Policy {
  return editionPolicy(0, choiceNamed(id, 'public'))
}
