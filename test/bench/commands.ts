// The commands on the small reference data: there, starting costs more than the work.
import { join } from 'node:path'
import { commandLine, measured, root, runFile, say } from './measure.ts'

export async function measureCommands(folder: string): Promise<object> {
  say('commands')
  const data = join(folder, 'commands')
  const run = async (...line: readonly string[]): Promise<number> => (await measured(() => runFile(commandLine, line))).ms
  return {
    helpMs: await run('--help'),
    initMs: await run('init', '--name', 'Exempelstad', '--since', '2017-11-01', '--data', data),
    importMs: await run('import', join(root, 'samples/exempelstad'), '--data', data),
    countMs: await run('count', '--from', '2017', '--to', '2019', '--json', '--data', data),
    publishMs: await run('publish', '--year', '2019', '--out', join(folder, 'published'), '--data', data),
  }
}
