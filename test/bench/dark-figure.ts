// The dark figure's bootstrap on the British five lists: a thousand replicates, the choice of the model made anew in each.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaptureHistories } from '@lykta/statistics'
import { bootstrapStepwise } from '../../packages/statistics/src/dark-figure/stepwise-bootstrap.ts'
import { measured, root, say } from './measure.ts'
import { seededRandom } from './random.ts'

type Case = { readonly id: string; readonly lists: number; readonly cells: readonly (readonly [signs: string, count: number])[] }

export async function measureDarkFigure(): Promise<object> {
  say('dark figure')
  const { cases } = JSON.parse(readFileSync(join(root, 'packages/statistics/test/reference/dark-figure.json'), 'utf8')) as { readonly cases: readonly Case[] }
  const { lists, cells } = cases.find(({ id }) => id === 'UKdat_5')!
  const histories: CaptureHistories = { lists, cells: cells.map(([signs, count]) => ({ on: signs.split('').reduce((on, sign, list) => on | (Number(sign) << list), 0), count })) }
  const { value, ms, cpuMs } = await measured(async () => bootstrapStepwise(histories, { random: seededRandom(1234).share, replicates: 1000 }))
  return { replicates: value.replicates, percentile: value.percentile, ms, cpuMs, barMs: 5000 }
}
