// From the raw tables to the protected edition, in a real browser against a real server: one file, so that one server does.
import { describe } from 'vitest'
import { editions } from './journeys/editions.ts'
import { statistics } from './journeys/statistics.ts'
import { useStage } from './support/stage.ts'

const stage = useStage()

describe('the statistics', () => statistics(stage))
describe('the editions', () => editions(stage))
