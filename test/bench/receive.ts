// Incidents received a second, with sealed reason and audit line, durable, on an empty register and on a large one.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendEpoch, openRegister, rememberKey, write } from '@lykta/register'
import { makeEpoch } from '@lykta/seal'
import { fillRegister } from './fill-register.ts'
import { makeUpNetwork } from './made-up-network.ts'
import { commandLine, round, runFile, say } from './measure.ts'
import { postgresCpu } from './postgres-cpu.ts'
import type { Received } from './receive-clients.ts'

const seed = 64
const clients = [1, 8, 32]
const seconds = 6

export async function measureReceiving(folder: string): Promise<object> {
  return { seconds, empty: await receiveInto(folder, 0), filled: await receiveInto(folder, 100_000) }
}

async function receiveInto(folder: string, stored: number): Promise<object> {
  say(`receiving: ${stored} incidents stored`)
  const data = join(folder, `receive-${stored}`)
  const keys = await makeEpoch()
  const register = await openRegister({ dataFolder: data, create: true, programVersion: 'bench' })
  try {
    const { context } = await fillRegister(register, makeUpNetwork(seed, stored), stored, () => {})
    await write(register, context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
      appendEpoch(transaction, { epoch: 1, recipient: keys.recipient, madeOn: 'server', createdAt: new Date().toISOString() }, []))
    rememberKey(register, context.network, { epoch: 1, recipient: keys.recipient })
  } finally {
    await register.close()
  }
  const server = spawn(process.execPath, [commandLine, 'serve', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()))
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.setEncoding('utf8').on('data', (text: string) => text.includes('http') && resolve(text.trim()))
      server.on('close', () => reject(new Error('serve ended')))
    })
    const results: object[] = []
    for (const count of clients) {
      const [before, postgresBefore] = [serverCpu(server.pid!), postgresCpu(data)]
      const printed = await runFile(join(import.meta.dirname, 'receive-clients.ts'), [address, String(count), String(seconds), randomUUID()])
      const { all, ...received } = JSON.parse(printed) as Received
      const [cpu, postgres] = [serverCpu(server.pid!) - before, (postgresCpu(data) ?? Number.NaN) - (postgresBefore ?? Number.NaN)]
      // The clients' own warming up is part of `all`.
      results.push({ clients: count, ...received, serverCpuMsEach: round(cpu / all, 2), postgresCpuMsEach: round(postgres / all, 2) })
    }
    return { stored, results }
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

/** Milliseconds of processor time of one process so far. */
function serverCpu(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
