// The app's English, a file a page: the same facts as the Swedish; a missing, misnamed or left-over text does not compile.
import { chart } from './en/chart.ts'
import { design } from './en/design.ts'
import { editions } from './en/editions.ts'
import { failure } from './en/failure.ts'
import { incidents } from './en/incidents.ts'
import { keyboard } from './en/keyboard.ts'
import { method } from './en/method.ts'
import { numbers } from './en/numbers.ts'
import { overview } from './en/overview.ts'
import { shell } from './en/shell.ts'
import { statistics } from './en/statistics.ts'
import type { Messages } from './sv.ts'

export const en: Messages = { ...shell, ...numbers, ...overview, ...chart, ...incidents, ...statistics, ...editions, ...method, ...keyboard, ...failure, ...design }
