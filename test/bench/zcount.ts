// usage: zcount folder position [years|months]
import { openRegister, inNetwork, listNetworks, readOrganisations, getNetwork } from '@lykta/register'
import { countBySql, reportTables, yearPeriods, wholePeriod, partsOfYear, specsOf, measures } from '@lykta/statistics'
const r = await openRegister({ dataFolder: process.argv[2]!, programVersion: 'bench', durable: false })
const n = (await listNetworks(r)).at(-1)!
const context = { network: n.id, member: 'import' }
const collection = { from: '2015-01-01', to: '2025-01-01' }
const periods = process.argv[3]==='months' ? partsOfYear(2019,1,collection): [...yearPeriods(2015, 2024, collection), wholePeriod(2015, 2024, collection)]
for (let k=0;k<Number(process.argv[4]??3);k++) {
  const times: [number,number,string][] = []
  const t0 = performance.now(), c0 = process.cpuUsage()
  await inNetwork(r, context, async (t) => {
    const { position } = await getNetwork(t)
    const organisations = (await readOrganisations(t, position)).map(o => o.organisation)
    const run = async (q: string, p: readonly unknown[]) => { const s = performance.now(); const rows = await t.run(q,p); times.push([performance.now()-s, rows.length, q.replace(/\s+/g,' ').slice(0,700)]); return rows }
    await countBySql(run, { network: n.id, organisations, position }, reportTables, periods, { collection, basis: 'occurred' })
  })
  const c = process.cpuUsage(c0)
  console.log('TOTAL', Math.round(performance.now()-t0), 'node cpu', Math.round((c.user+c.system)/1000), 'queries', Math.round(times.reduce((a,x)=>a+x[0],0)))
  if (k===0||process.argv[5]) for (const [ms,rows,q] of times.sort((a,b)=>b[0]-a[0])) console.log(ms.toFixed(0).padStart(6), String(rows).padStart(8), q.replace(/^.*?as o, /,'').replace(/where network_id.*?<= \$5/, 'W').slice(0,260))
}
await r.close()
