// The reporting page in a real browser against a real server: filled in, guarded, sealed, sent once, found again.
import { describe } from 'vitest'
import { desk } from './report/desk.ts'
import { light } from './report/light.ts'
import { looks } from './report/looks.ts'
import { phone } from './report/phone.ts'
import { secrecy } from './report/secrecy.ts'
import { sending } from './report/sending.ts'
import { writing } from './report/writing.ts'
import { useStage } from './support/stage.ts'

const stage = useStage()

describe('on a desk', () => desk(stage))
describe('on a phone', () => phone(stage))
describe('free text', () => writing(stage))
describe('sending', () => sending(stage))
describe('what nobody else sees', () => secrecy(stage))
describe('looks', () => looks(stage))
describe('before the form can be filled in', () => light(stage))
