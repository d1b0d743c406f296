// One who asks slowly, or keeps too many connections, is let go; the others are answered.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { type Limits, listen, type Listening } from '../../apps/server/src/http/serve.ts'

const limits: Limits = { connections: 3, head: 200, request: 400, idle: 60_000, looking: 50 }
const sockets: Socket[] = []
let listening: Listening | undefined
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await listening?.stop(0)
})

async function start(own: Limits = limits): Promise<void> {
  const app = new Hono()
  app.onError((_, context) => context.text('broken off', 400))
  app.get('/', (context) => context.text('here'))
  app.post('/', async (context) => context.text(`read ${(await context.req.text()).length}`))
  listening = await listen(app, 0, '127.0.0.1', own)
}

async function connection(): Promise<Socket> {
  const socket = connect(Number(new URL(listening!.address).port), '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

async function heard(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (bytes: Buffer) => (text += bytes.toString()))
  await once(socket, 'close')
  return text
}

test.each([
  ['head', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '],
  ['body', 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n\r\na'],
])('a %s that does not come to its end is answered with 408, and the connection closed', async (_, begun) => {
  await start()
  const socket = await connection()
  socket.write(begun)
  expect(await heard(socket)).toMatch(/^HTTP\/1\.1 408 /)
})

test('one connection too many is closed, and there is room again when one ends', async () => {
  // On a slow machine the first would else be let go before the last has come.
  await start({ ...limits, head: 60_000, request: 60_000 })
  const kept = [await connection(), await connection(), await connection()]
  expect(await heard(await connection())).toBe('')
  kept[0]!.destroy()
  await once(kept[0]!, 'close')
  const ask = async (): Promise<number> => (await fetch(listening!.address, { headers: { connection: 'close' } }).catch(() => undefined))?.status ?? ask()
  expect(await ask()).toBe(200)
})
