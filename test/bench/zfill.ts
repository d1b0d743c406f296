import { openRegister } from '@lykta/register'
import { fillRegister } from './fill-register.ts'
import { makeUpNetwork } from './made-up-network.ts'
const size = Number(process.argv[2]); const folder = process.argv[3]!
const r = await openRegister({ dataFolder: folder, create: true, programVersion: 'bench', durable: false })
const t = performance.now()
const f = await fillRegister(r, makeUpNetwork(1, size), size, (n) => console.error(n, Math.round(performance.now()-t)))
console.log(f)
await r.close()
