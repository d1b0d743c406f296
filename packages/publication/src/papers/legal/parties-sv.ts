// Who answers for the register, who coordinates it, who runs its server, and where one writes to: as the network is set up, else to be filled in.
import { blank, type LegalFacts } from './legal-facts.ts'

const named = (names: readonly string[]): string | undefined => (names.length === 0 ? undefined : names.join(', '))

/** An authority that runs the network answers for it; else whoever coordinates it, until the parties have agreed otherwise. */
export function controllerSv({ authority, coordinators }: Pick<LegalFacts, 'authority' | 'coordinators'>): string {
  return authority?.name ?? named(coordinators) ?? blank
}

export function coordinatorSv({ authority, coordinators, coordinatingSince }: Pick<LegalFacts, 'authority' | 'coordinators' | 'coordinatingSince'>): string {
  const who = named(coordinators) ?? authority?.name
  if (who === undefined) return blank
  return coordinatingSince === null ? who : `${who} (sedan ${coordinatingSince})`
}

export function operatorSv({ operators }: Pick<LegalFacts, 'operators'>): string {
  return named(operators) ?? blank
}

/** An authority's own address, and what no setting knows: by which telephone and e-mail. */
export function contactSv({ authority }: Pick<LegalFacts, 'authority'>): string {
  return authority === null || authority.address === '' ? blank : `${authority.name}, ${authority.address.replaceAll(/\s*\n\s*/g, ', ')}; telefon och e-post: ${blank}`
}
