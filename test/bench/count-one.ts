// Counts the report's whole table set of a made-up network once more and once again, in a process of its own:
// `count-one.ts fill|sql|memory SIZE FOLDER`. Prints JSON.
import type { Organisation, StoredIncident } from '@lykta/incident'
import { type Context, getNetwork, inNetwork, listNetworks, openRegister, readOrganisations, type Register } from '@lykta/register'
import { countBySql, countInMemory, type CountTable, reportTables, wholePeriod, yearPeriods } from '@lykta/statistics'
import { fillRegister } from './fill-register.ts'
import { firstYear, lastYear, makeUpNetwork } from './made-up-network.ts'
import { coldAndWarm, measured, round, say } from './measure.ts'
import { postgresCpu } from './postgres-cpu.ts'

const seed = 2019
const collection = { from: `${firstYear}-01-01`, to: `${lastYear}-12-31` }
const periods = [...yearPeriods(firstYear, lastYear, collection), wholePeriod(firstYear, lastYear, collection)]
const options = { collection, basis: 'occurred' } as const

const [task, sizeText, folder] = process.argv.slice(2)
const size = Number(sizeText)
/** As many for both executors; of a million, few. */
const warmCounts = size > 500_000 ? 2 : 9
const answer = task === 'fill' ? await fill(folder!) : task === 'sql' ? await bySql(folder!) : await inMemory()
console.log(JSON.stringify({ ...answer, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }))

async function fill(dataFolder: string): Promise<object> {
  // What is written must outlive nothing but the bench.
  const register = await openRegister({ dataFolder, create: true, programVersion: 'bench', durable: false })
  try {
    const { ms, cpuMs } = await measured(() => fillRegister(register, makeUpNetwork(seed, size), size, (filled) => {
      if (filled % 100_000 === 0) say(`  ${filled} of ${size} incidents written`)
    }))
    return { ms, cpuMs, incidentsPerSecond: Math.round(size / (ms / 1000)) }
  } finally {
    await register.close()
  }
}

async function bySql(dataFolder: string): Promise<object> {
  const register = await openRegister({ dataFolder, programVersion: 'bench', durable: false })
  try {
    const before = postgresCpu(dataFolder)
    const first = await measured(() => countOnce(register))
    const after = postgresCpu(dataFolder)
    const counted = await coldAndWarm(() => countOnce(register), warmCounts)
    const bare = await coldAndWarm(() => bareCount(register), 3)
    return {
      cold: { ms: first.ms, cpuMs: first.cpuMs },
      coldPostgresCpuMs: before === undefined || after === undefined ? null : after - before,
      warm: counted.warm,
      bareCountMs: bare.warm.ms,
      warmToBareCount: round(counted.warm.ms / bare.warm.ms),
      // What was counted, so that a figure without work shows.
      incidents: first.value.find(({ spec }) => spec.id === 'incidents')?.base.at(-1)?.count,
    }
  } finally {
    await register.close()
  }
}

async function contextOf(register: Register): Promise<Context> {
  return { network: (await listNetworks(register)).at(-1)!.id, member: 'operator' }
}

async function bareCount(register: Register): Promise<unknown> {
  return inNetwork(register, await contextOf(register), ({ run }) => run('select count(*) from lykta.incident_fact', []))
}

/** Two connections, one a core, as the server has it. */
async function countOnce(register: Register): Promise<readonly CountTable[]> {
  const context = await contextOf(register)
  return inNetwork(register, context, (first) => inNetwork(register, context, async (second) => {
    const { position } = await getNetwork(first)
    const organisations = (await readOrganisations(first, position)).map(({ organisation }) => organisation)
    return countBySql([first.run, second.run], { network: context.network, organisations, position }, reportTables, periods, options)
  }))
}

async function inMemory(): Promise<object> {
  const { organisations, incidents } = makeUpStored()
  const before = Math.round(process.memoryUsage.rss() / 2 ** 20)
  const counted = await coldAndWarm(async () => countInMemory({ organisations, incidents, position: 1 }, reportTables, periods, options), warmCounts)
  return { ...counted, incidentsThemselvesMb: before }
}

function makeUpStored(): { readonly organisations: readonly Organisation[]; readonly incidents: readonly StoredIncident[] } {
  const { organisations, nextIncident, random } = makeUpNetwork(seed, size)
  const incidents = Array.from({ length: size }, (_, number): StoredIncident =>
    ({ id: random.uuid(), ref: `R${number}`, externalRef: null, revision: 1, withdrawn: false, answers: nextIncident() }))
  return { organisations, incidents }
}
