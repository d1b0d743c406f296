// A network of one's own: founded in the browser, signed in to both ways, its keys locked and opened, in a real browser.
import { describe } from 'vitest'
import { type Founded, founding } from './members/founding.ts'
import { useMembersStage } from './members/members-stage.ts'
import { sheetsOnPaper } from './members/sheets-on-paper.ts'
import { signingIn } from './members/signing-in.ts'

const stage = useMembersStage()
const founded: Founded = {}

describe('recovery sheets', () => sheetsOnPaper(stage))
describe('founding', () => founding(stage, founded))
describe('signing in', () => signingIn(stage, founded))
