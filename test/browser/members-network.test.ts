// A network at work: who comes in, who goes, what is asked and answered, and what holds for all; in a real browser.
import { describe } from 'vitest'
import { devices } from './members/devices.ts'
import { examples } from './members/examples.ts'
import { joining } from './members/joining.ts'
import { useMembersStage } from './members/members-stage.ts'
import { useWorld } from './members/network-world.ts'
import { organisations } from './members/organisations.ts'
import { ownQuestions } from './members/own-questions.ts'
import { questions } from './members/questions.ts'
import { removing } from './members/removing.ts'
import { settings } from './members/settings.ts'
import { swappedKeys } from './members/swapped-keys.ts'

const stage = useMembersStage()
const world = useWorld(stage)

describe('invitation', () => joining(world))
describe('devices', () => devices(world))
describe('organisations', () => organisations(world))
describe('questions', () => questions(world))
describe('examples of reasons', () => examples(world))
describe('settings and sheets', () => settings(world))
describe('questions of its own, and the form on paper', () => ownQuestions(world))
describe('removal', () => removing(world))
describe('a server that names other keys', () => swappedKeys(world))
