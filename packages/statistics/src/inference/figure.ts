// A count that knows its unit, so that incidents are never divided by persons.
import type { Quantity } from '@lykta/incident'
import type { Unit } from '../spec.ts'

export type Figure<U extends Unit> = Quantity & { readonly unit: U }
