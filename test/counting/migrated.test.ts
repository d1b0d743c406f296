// A register that an earlier program filled counts the same after the upgrade as it did before, as of every position.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { inNetwork, openRegister, type Register, verifyRegister } from '@lykta/register'
import { countBySql, countInMemory, notesBySql, notesInMemory, reportTables, wholePeriod, yearPeriods } from '@lykta/statistics'
import { afterAll, expect, test } from 'vitest'
import { migrations } from '../../packages/register/src/migrations/index.ts'
import { cluster, copyTemplate } from '../../packages/register/test/template-folder.ts'
import { specialTables } from '../../packages/statistics/test/support/special-tables.ts'
import { appendBefore004 } from './append-before-004.ts'
import { randomHistory, withoutLinks, writeHistory } from './random-history.ts'

const home = mkdtempSync(join(tmpdir(), 'lykta-migrated-'))
const folder = join(home, 'data')
afterAll(() => rmSync(home, { recursive: true, force: true }))

const open = (known: number): Promise<Register> =>
  openRegister({ dataFolder: folder, create: true, programVersion: 'test', durable: false, migrations: migrations.slice(0, known) })

const collection = { from: '2017-03-15', to: '2020-06-10' }
const periods = [...yearPeriods(2017, 2020, collection), wholePeriod(2017, 2020, collection)]
const tables = [...reportTables, ...specialTables]
// Nothing could be linked in schemas of that time.
const histories = fc.sample(randomHistory, { seed: 2019, numRuns: process.env['LYKTA_PROVE'] ? 200 : 6 }).map(withoutLinks)

test('facts in an earlier shape become what the answers say', async () => {
  await copyTemplate(cluster, folder)
  const before = await open(3)
  await before.owner.query(`grant insert on lykta.incident_fact, lykta.person_fact to ${before.appRole}`)
  const written = []
  for (const history of histories) written.push(await writeHistory(before, history, appendBefore004))
  // There was something to upgrade, persons among it.
  const { rows: [held] } = await before.owner.query(
    `select pg_relation_size('lykta.person_fact') > 0 as persons, pg_relation_size('lykta.incident_fact') > 0 as incidents`)
  expect(held).toEqual({ persons: true, incidents: true })
  await before.close()

  const after = await open(migrations.length)
  try {
    for (const { findings } of await verifyRegister(after)) expect(findings).toEqual([])
    for (const basis of ['occurred', 'reported'] as const) {
      for (const { context, moments } of written) {
        for (const moment of moments) {
          const { position, organisations } = moment
          const input = { network: context.network, organisations, position }
          const [counted, notes] = await inNetwork(after, context, async ({ run }) =>
            [await countBySql(run, input, tables, periods, { collection, basis }), await notesBySql(run, input, { collection, basis })] as const)
          expect(counted).toEqual(countInMemory(moment, tables, periods, { collection, basis }))
          expect(notes).toEqual(notesInMemory(moment, { collection, basis }))
        }
      }
    }
  } finally {
    await after.close()
  }
})
