// Many reasons sealed in workers: each comes back as its own, by the platform's cryptography; one that cannot be sealed ends it all.
import { makeEpoch, openText } from '@lykta/seal'
import { expect, test } from 'vitest'
import { type SealAnswer, sealReasons } from '../../apps/server/src/work/seal-reasons.ts'

const epoch = await makeEpoch()
const texts = Array.from({ length: 104 }, (_, number) => ({
  text: `Text ${number}`,
  context: {
    network: '00000000-0000-4000-8000-000000000001', incident: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, revision: 1, previous: null, epoch: 1, author: 'import', formVersion: 'import-1',
    codedHash: 'ab'.repeat(32), createdAt: '2024-05-06T07:08:09.012Z',
  },
}))

test('each text comes back in its place, sealed by the platform and opened by age', async () => {
  const told: number[] = []
  const answers: SealAnswer[] = []
  const sealed = await sealReasons(texts, epoch.recipient, (done) => void told.push(done), (answer) => void answers.push(answer))
  expect([sealed.length, told, answers.length]).toEqual([texts.length, [50, 100, 104], texts.length])
  // The Node that the project brings has what it takes, and no worker fell back.
  expect(answers.filter((answer) => !('byPlatform' in answer && answer.byPlatform))).toEqual([])
  for (const place of [0, 1, 7, 8, 50, 77, 102, 103]) {
    const { text, context } = texts[place]!
    expect(await openText({ ...sealed[place]!, identity: epoch.identity, expected: context })).toMatchObject({ text, findings: [] })
  }
})

test('what cannot be sealed to ends the work with its error', async () => {
  await expect(sealReasons(texts, 'age1nobody')).rejects.toThrow()
})

test('few are sealed here, to the same files', async () => {
  const [only] = await sealReasons(texts.slice(0, 1), epoch.recipient)
  expect(await openText({ ...only!, identity: epoch.identity, expected: texts[0]!.context })).toMatchObject({ text: 'Text 0', findings: [] })
})
