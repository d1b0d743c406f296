import { openRegister, write, appendRevisions } from '@lykta/register'
import { makeUpNetwork } from './made-up-network.ts'
import { foundNetwork, appendOrganisations } from '@lykta/register'
const r = await openRegister({ dataFolder: '/tmp/benchdata/prof', create: true, programVersion: 'bench', durable: false })
const m = makeUpNetwork(Math.random()*1e9, 10000)
const context = { network: m.network.id, member: 'import' }
await foundNetwork(r, 'operator', m.network, '2025-01-01T00:00:00.000Z')
await write(r, context, {action:'x',object:'y'}, t => appendOrganisations(t, m.organisations.map(o=>({organisation:o,revision:1}))))
const revs = Array.from({length:10000},(_,i)=>({incident:m.random.uuid(),number:1,first:{ref:`R${i}-${process.pid}`,externalRef:null},formVersion:'1',answers:m.nextIncident(),withdrawn:false,sealed:null,createdAt:'2025-01-01T00:00:00.000Z'}))
let t0 = performance.now(), c0 = process.cpuUsage()
const w = await write(r, context, {action:'x',object:'y'}, async (t) => {
  const q = t.client.query.bind(t.client) as any
  ;(t.client as any).query = async (...a: any[]) => { const s = performance.now(); const x = await q(...a); console.log(String(a[0]).slice(0,40), Math.round(performance.now()-s)); return x }
  await appendRevisions(t, revs); console.log('append', performance.now()-t0); })
console.log('all', performance.now()-t0, 'cpu', process.cpuUsage(c0))
await r.close()
