// What a report's text is read beside while it is written: the draft's own tables where there is one, else the edition's frame alone.
import { inNetwork, readOwnIndicators, readPrintedExamples } from '@lykta/register'
import type { EditionFiguresAnswer } from '../api/prose-types.ts'
import type { Moment } from './count-network.ts'
import type { Desk } from './desk.ts'
import { contextOf, type MadeEdition } from './edition.ts'
import { defaultSettings, findSettings } from './network-settings.ts'

export async function readEditionFigures(desk: Desk, year: number, moment: Moment, made: Pick<MadeEdition, 'context' | 'tables' | 'ownIndicators'> | undefined): Promise<EditionFiguresAnswer> {
  const { own, settings, examples } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    own: await readOwnIndicators(transaction, moment.position), settings: await findSettings(transaction), examples: await readPrintedExamples(transaction),
  }))
  return {
    context: made?.context ?? contextOf(desk, { year, moment, threshold: (settings ?? defaultSettings).publicThreshold, draft: true }),
    tables: made?.tables ?? [],
    ownIndicators: made?.ownIndicators ?? own.map(({ indicator }) => indicator),
    examples: examples.map(({ sv, en }) => ({ sv, en })),
  }
}
