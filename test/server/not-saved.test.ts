// What the server could not save, or does not know whether it did, is its own matter: whoever sent it keeps it.
import { problem, ProblemError } from '@lykta/incident'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { fateOf } from '../../apps/web/src/report/outbox/fate.ts'
import type { Failure } from '../../apps/server/src/api/types.ts'
import { onError } from '../../apps/server/src/http/failure.ts'
import { withBody } from '../../apps/server/src/http/with-body.ts'
import { z } from 'zod'

async function ask(code: string): Promise<{ readonly status: number; readonly failure: Failure; readonly log: readonly string[] }> {
  const log: string[] = []
  const app = new Hono().post('/', (context) => withBody(context, z.strictObject({}), () => Promise.reject(new ProblemError([problem(code, { file: 'x', field: 'x' })])))).onError(onError((line) => void log.push(line)))
  const answer = await app.request('/', { method: 'POST', body: '{}' })
  return { status: answer.status, failure: (await answer.json()) as Failure, log }
}

test.each(['register.disk-full', 'register.outcome-unknown', 'work.disk-full', 'work.file-not-written'])('%s is 503, worded, and no report is given up for it', async (code) => {
  const { status, failure, log } = await ask(code)
  expect([status, failure.status, failure.problems.map((one) => one.code)]).toEqual([503, 503, [code]])
  expect([failure.problems[0]!.text.sv, failure.problems[0]!.text.en].every((text) => text.length > 20)).toBe(true)
  expect(fateOf(failure)).toBe('silent')
  expect(log).toEqual([])
})

test('what is wrong with the report itself stays 422, and what another changed first 409', async () => {
  expect([(await ask('incident.not-sealed')).status, (await ask('register.changed-meanwhile')).status]).toEqual([422, 409])
})
