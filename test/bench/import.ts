// The command line's import of a large spreadsheet: read, sealed and written; and its parts by themselves.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { catalogueOf, importFiles as parseFiles } from '@lykta/incident'
import { type HybridKeys, makeEpoch, sealText } from '@lykta/seal'
import { findPlatformKeys } from '@lykta/seal/platform'
import { type ImportTexts, makeUpImport } from './import-files.ts'
import { commandLine, measured, round, runFile, say } from './measure.ts'

const seed = 63

export async function measureImport(folder: string, size: number): Promise<object> {
  say(`import: ${size} incidents`)
  const made = makeUpImport(seed, size)
  const withReasons = await wholePath(folder, 'with-reasons', made)
  const without = { ...made, files: new Map([...made.files].map(([name, text]) => [name, text.replaceAll(/Invented: [^;]*/g, '')])) }
  const withoutReasons = await wholePath(folder, 'without-reasons', without)
  const parsed = await parse(made)
  const sealed = await sealOne(await findPlatformKeys())
  const byAge = await sealOne(undefined)
  return {
    incidents: made.incidents,
    persons: made.persons,
    /** From the command to its end: PostgreSQL started, files read, reasons sealed, all written and durable, PostgreSQL stopped. */
    withReasons: { ...withReasons, rowsPerSecond: rowsPerSecond(made, withReasons.ms) },
    withoutReasons: { ...withoutReasons, rowsPerSecond: rowsPerSecond(made, withoutReasons.ms) },
    parse: parsed,
    /** As importing does it, and as it is done where the platform has no ML-KEM. */
    sealOneReasonCpuMs: sealed,
    sealOneReasonByAgeCpuMs: byAge,
    sealAllCpuMs: Math.round(sealed * made.incidents),
    cores: availableParallelism(),
  }
}

async function wholePath(folder: string, name: string, { files }: ImportTexts): Promise<{ readonly ms: number }> {
  const [source, data] = [join(folder, name), join(folder, `${name}-data`)]
  mkdirSync(source)
  for (const [file, text] of files) writeFileSync(join(source, file), text)
  await runFile(commandLine, ['init', '--name', 'Exempelstad', '--since', '2015-01-01', '--data', data])
  const { ms } = await measured(() => runFile(commandLine, ['import', source, '--data', data]))
  return { ms }
}

async function parse({ files }: ImportTexts): Promise<object> {
  const bytes = [...files].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  const { ms, cpuMs, value } = await measured(() => parseFiles(bytes, {
    today: '2026-01-01', indicatorIds: new Set(catalogueOf([]).map(({ id }) => id)), existingOrganisations: [],
  }))
  if (!value.bundle) throw new Error(`the made-up files are refused: ${value.problems[0]?.code ?? ''}`)
  return { ms, cpuMs }
}

async function sealOne(keys: HybridKeys | undefined): Promise<number> {
  const { recipient } = await makeEpoch()
  const id = '00000000-0000-4000-8000-000000000000'
  const context = { network: id, incident: id, revision: 1, previous: null, epoch: 1, author: 'import', formVersion: 'import-1', codedHash: '0'.repeat(64), createdAt: '2026-01-01T00:00:00.000Z' }
  const seal = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) await sealText({ text: 'Invented: several short visits in one evening.', context, recipient, keys })
  }
  await seal(20)
  return round((await measured(() => seal(100))).cpuMs / 100, 2)
}

function rowsPerSecond({ incidents, persons }: ImportTexts, ms: number): number {
  return Math.round((incidents + persons) / (ms / 1000))
}
