// Random registers that change: reports that come late, corrections of any answer, withdrawals.
import type { StoredIncident } from '@lykta/incident'
import type { CountInput, Reading } from '@lykta/statistics'
import fc from 'fast-check'
import { randomRegister } from './random-register.ts'

type Fate = {
  /** The stage in which it is reported. */
  readonly reported: number
  /** The stage from which on it has another's answers, or is withdrawn; 0 for never. */
  readonly changed: number
  readonly withdrawn: boolean
  readonly likeAnother: number
}

const fate = (stages: number): fc.Arbitrary<Fate> => fc.record({
  reported: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 0, max: stages - 1 }) }),
  changed: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: stages - 1 }) }),
  withdrawn: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  likeAnother: fc.nat(),
})

/** The register at each of so many stages. */
export function randomHistory(stages: number): fc.Arbitrary<readonly Reading[]> {
  return randomRegister.chain((input) =>
    fc.array(fate(stages), { minLength: input.incidents.length, maxLength: input.incidents.length }).map((fates) =>
      Array.from({ length: stages }, (_, stage): Reading => ({ organisations: input.organisations, incidents: standing(input, fates, stage) }))))
}

function standing({ incidents }: CountInput, fates: readonly Fate[], stage: number): readonly StoredIncident[] {
  return incidents.flatMap((incident, index): readonly StoredIncident[] => {
    const { reported, changed, withdrawn, likeAnother } = fates[index]!
    if (reported > stage) return []
    if (changed === 0 || stage < changed) return [incident]
    const { answers } = incidents[likeAnother % incidents.length]!
    return [{ ...incident, revision: 2, ...(withdrawn ? { withdrawn } : { answers: { ...answers, reportedBy: incident.answers.reportedBy } }) }]
  })
}
