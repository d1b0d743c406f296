// A network's own questions, in a real browser, from the settings to the case.
import { describe } from 'vitest'
import { useMembersStage } from './members/members-stage.ts'
import { useWorld } from './members/network-world.ts'
import { ownQuestions } from './members/own-questions.ts'

const world = useWorld(useMembersStage())

describe('a question of the network’s own', () => ownQuestions(world))
