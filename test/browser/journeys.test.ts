// What people do on the pages, in a real browser against a real server: one file, so that one server does for all of it.
import { describe } from 'vitest'
import { bringingIn } from './journeys/bringing-in.ts'
import { incidents } from './journeys/incidents.ts'
import { keys } from './journeys/keys.ts'
import { leaving } from './journeys/leaving.ts'
import { looks } from './journeys/looks.ts'
import { overview } from './journeys/overview.ts'
import { states } from './journeys/states.ts'
import { useStage } from './support/stage.ts'

const stage = useStage()

describe('the overview', () => overview(stage))
describe('the list of incidents', () => incidents(stage))
describe('by keyboard alone', () => keys(stage))
describe('leaving at once', () => leaving(stage))
describe('language, light, zoom and paper', () => looks(stage))
describe('empty, waiting and broken', () => states(stage))
// Last, since it leaves incidents behind.
describe('bringing in another town’s spreadsheet', () => bringingIn(stage))
