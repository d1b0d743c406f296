// To whose key a reason is sealed: never to one that a server elsewhere names by its own word.
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { LogError, sealReason } from '../src/report/seal-reason.ts'
import type { Open } from '../src/report/standing.ts'

const work = vi.hoisted(() => vi.fn())
vi.mock('../src/report/sealing.ts', () => ({ work }))
afterEach(() => {
  vi.unstubAllGlobals()
  work.mockReset()
})

/** As a server tells it that would have everybody believe that nobody is a member here. */
const open = { session: { state: 'local' }, context: { network: { id: randomUUID() }, author: 'operator', epoch: { epoch: 1, recipient: 'age1pq1theservers' } }, device: null, kept: false } as unknown as Open
const reason = { text: 'Två kvinnor.', incident: {} as never, context: { incident: randomUUID(), revision: 1, previous: null, formVersion: 'lykta-1', createdAt: '2026-02-03T04:05:06.007Z' } }

test.each(['lykta.example.org', '192.0.2.7', 'localhost.example.org', '127.0.0.1.example.org'])('at %s nothing is sealed to the server’s word', async (hostname) => {
  vi.stubGlobal('location', { hostname })
  await expect(sealReason(open, reason)).rejects.toThrow(LogError)
  expect(work).not.toHaveBeenCalled()
})

test.each(['localhost', '127.0.0.1', '[::1]'])('at %s, where nobody is a member, it is', async (hostname) => {
  vi.stubGlobal('location', { hostname })
  work.mockResolvedValue({ body: '', key: '', codedHash: '', epoch: 1, position: null })
  expect(await sealReason(open, reason)).toMatchObject({ epoch: 1 })
  expect(work).toHaveBeenCalledWith('sealUnsigned', expect.anything(), { epoch: 1, recipient: 'age1pq1theservers' })
})
