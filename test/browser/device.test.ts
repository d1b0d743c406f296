// An organisation's device in a real browser: enrolled by code, reporting with and without a connection, and nothing left on it.
import { describe } from 'vitest'
import { afterwards } from './device/afterwards.ts'
import { useDeviceStage } from './device/device-stage.ts'
import { drafts } from './device/drafts.ts'
import { enrolment } from './device/enrolment.ts'
import { looks } from './device/looks.ts'
import { members } from './device/members.ts'
import { offline } from './device/offline.ts'

const stage = useDeviceStage()

describe('enrolment', () => enrolment(stage))
describe('without a connection', () => offline(stage))
describe('afterwards', () => afterwards(stage))
describe('looks', () => looks(stage))
describe('a member', () => members(stage))
describe('a draft', () => drafts(stage))
