// The app's Swedish, a file a page: the first language, and the shape that English must have.
import { chart } from './sv/chart.ts'
import { design } from './sv/design.ts'
import { editions } from './sv/editions.ts'
import { failure } from './sv/failure.ts'
import { incidents } from './sv/incidents.ts'
import { keyboard } from './sv/keyboard.ts'
import { method } from './sv/method.ts'
import { numbers } from './sv/numbers.ts'
import { overview } from './sv/overview.ts'
import { shell } from './sv/shell.ts'
import { statistics } from './sv/statistics.ts'

export const sv = { ...shell, ...numbers, ...overview, ...chart, ...incidents, ...statistics, ...editions, ...method, ...keyboard, ...failure, ...design }

/** What every language must say. */
export type Messages = typeof sv
