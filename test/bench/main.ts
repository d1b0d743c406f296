// `npm run bench`: measures the main job and prints JSON; no test, and nothing is asserted. docs/performance.md reads it.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { programVersion } from '@lykta/server'
import { measureAnswerTimes } from './answer-times.ts'
import { measureCommands } from './commands.ts'
import { measureCount } from './count.ts'
import { measureDarkFigure } from './dark-figure.ts'
import { measureDesk } from './desk.ts'
import { measureEdition } from './edition.ts'
import { measureExport } from './export.ts'
import { measureFormPage } from './form-page.ts'
import { measureImport } from './import.ts'
import { measureInbox } from './inbox.ts'
import { measureLikeness } from './likeness.ts'
import { round, say } from './measure.ts'
import { measureReceiving } from './receive.ts'
import { measureSituation } from './situation.ts'
import { measureStart } from './start.ts'
import { measureSuppression } from './suppression.ts'
import { measureYardsticks } from './yardsticks.ts'

const usage = 'npm run bench -- [--only count,import,receive,answers,pdf,start,form,commands,suppression,likeness,inbox,desk,situation,darkFigure,export] [--sizes 10000,100000,1000000] [--instances DIR]'

const { values } = parseArgs({ options: { only: { type: 'string' }, sizes: { type: 'string' }, instances: { type: 'string' }, help: { type: 'boolean' } } })
const sizes = (values.sizes ?? '10000,100000,1000000').split(',').map(Number)

const parts: Readonly<Record<string, (folder: string) => Promise<object>>> = {
  commands: measureCommands,
  start: measureStart,
  form: measureFormPage,
  pdf: measureEdition,
  import: (folder) => measureImport(folder, 10_000),
  receive: measureReceiving,
  suppression: () => measureSuppression(values.instances),
  inbox: measureInbox,
  desk: measureDesk,
  likeness: measureLikeness,
  situation: measureSituation,
  darkFigure: measureDarkFigure,
  answers: measureAnswerTimes,
  export: (folder) => measureExport(folder, values.sizes === undefined ? [10_000, 100_000] : sizes),
  count: (folder) => measureCount(folder, sizes, values.sizes !== undefined),
}

const wanted = values.only?.split(',') ?? Object.keys(parts)
if (values.help || wanted.some((name) => !(name in parts)) || sizes.some((size) => !(size > 0))) {
  say(usage)
  process.exit(values.help ? 0 : 2)
}

// Its own folder, and the data of nobody.
for (const name of ['LYKTA_DATA', 'DATABASE_URL', 'LYKTA_APP_URL']) Reflect.deleteProperty(process.env, name)
const folder = mkdtempSync(join(tmpdir(), 'lykta-bench-'))
try {
  const load = (): readonly number[] => loadavg().map((number) => round(number, 2))
  const before = load()
  say('yardsticks')
  const yardsticks = await measureYardsticks(folder)
  const results: Record<string, object> = {}
  for (const name of wanted) results[name] = await parts[name]!(folder)
  const machine = { cores: availableParallelism(), memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, load: { before, after: load() } }
  console.log(JSON.stringify({ version: programVersion, at: new Date().toISOString(), machine, yardsticks, ...results }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
