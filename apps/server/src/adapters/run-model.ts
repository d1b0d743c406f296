// One run of HiGHS, and another where the first does not trust its own numbers.
import type { Highs, Model } from 'highs'

/**
 * The model's status. A basis that is kept from the questions before saves nearly all of the work, and very rarely leads to numbers that the
 * solver does not trust, and ends "unknown" (one of 600 editions of random registers): from nothing, the same question has its answer.
 */
export function runModel({ constants }: Highs, model: Model): number {
  const { modelStatus } = model.run()
  if (modelStatus !== constants.modelStatus.unknown) return modelStatus
  model.clearSolver()
  return model.run().modelStatus
}
