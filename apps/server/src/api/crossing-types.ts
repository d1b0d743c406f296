// GET /api/crossing?unit=incident&rows=place-type&columns=indicator&from=2017&to=2019, as types alone: raw, for the coordinator alone.
import type { Crossing } from '@lykta/statistics'
import type { AsOf } from './types.ts'

export type CrossingAnswer = { readonly asOf: AsOf; readonly crossing: Crossing }
