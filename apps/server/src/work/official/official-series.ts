// The series of others in the register: entered from a file, told with what is known of them, and shown no more.
import { createHash } from 'node:crypto'
import { type ImportFile, problem, ProblemError } from '@lykta/incident'
import { appendSeries, inNetwork, readSeries, type StoredSeries, write } from '@lykta/register'
import type { OfficialOutcome, OfficialSeries, SeriesAnswer } from '../../api/official-types.ts'
import type { Desk } from '../desk.ts'
import { inOrder, seriesKey } from './gather-series.ts'
import { knownBreaksOf } from './known-breaks.ts'
import { readSeriesFile, type SeriesDefaults } from './read-series.ts'

export async function listSeries({ register, context }: Desk): Promise<readonly SeriesAnswer[]> {
  return (await inNetwork(register, context, readSeries)).map(answerOf)
}

function answerOf({ id, revision, content, createdAt }: StoredSeries): SeriesAnswer {
  const series = content as OfficialSeries
  return { id, revision, enteredAt: createdAt, knownBreaks: knownBreaksOf(series), ...series }
}

/**
 * A series that is there already keeps the periods that the file does not tell of, and takes its values for the others: publishers
 * revise. All or nothing; refuses (`ProblemError`) a file with any fault, and one that tells nothing new.
 */
export async function importSeries(desk: Desk, file: ImportFile, defaults: SeriesDefaults = {}): Promise<OfficialOutcome> {
  const read = await readSeriesFile(file, defaults)
  const known = new Map((await listSeries(desk)).map((one) => [seriesKey(one), one]))
  const merged = read.map((series) => merge(series, known.get(seriesKey(series)), file.name))
  const changed = merged.filter(({ added, changed: others }) => added + others > 0)
  if (changed.length === 0) throw new ProblemError([problem('official.known', {}, { file: file.name })])
  const object = `file:${createHash('sha256').update(file.bytes).digest('hex')}`
  await write(desk.register, desk.context, { action: 'series.import', object }, (transaction) =>
    appendSeries(transaction, changed.map(({ before, content }) => ({ id: before?.id ?? crypto.randomUUID(), revision: (before?.revision ?? 0) + 1, content, withdrawn: false }))))
  return { series: changed.length, added: sum(changed.map(({ added }) => added)), changed: sum(changed.map(({ changed: others }) => others)) }
}

type Merged = { readonly before: SeriesAnswer | undefined; readonly content: OfficialSeries; readonly added: number; readonly changed: number }

function merge(series: OfficialSeries, before: SeriesAnswer | undefined, file: string): Merged {
  if (before && (before.unit !== series.unit || before.datedBy !== series.datedBy)) {
    throw new ProblemError([problem('official.other-unit', { series: series.name.slice(0, 60), unit: before.unit }, { file })])
  }
  const old = new Map((before?.values ?? []).map((value) => [value.period, value]))
  const added = series.values.filter(({ period }) => !old.has(period)).length
  const changed = series.values.filter((value) => old.has(value.period) && JSON.stringify(old.get(value.period)) !== JSON.stringify(value)).length
  for (const value of series.values) old.set(value.period, value)
  return { before, content: { ...series, values: inOrder([...old.values()]) }, added, changed }
}

/** False when there is no such series. What it was stays in the register's history. */
export async function withdrawSeries(desk: Desk, id: string): Promise<boolean> {
  const found = (await inNetwork(desk.register, desk.context, readSeries)).find((one) => one.id === id)
  if (!found) return false
  await write(desk.register, desk.context, { action: 'series.withdraw', object: `series:${found.id}` }, (transaction) =>
    appendSeries(transaction, [{ id: found.id, revision: found.revision + 1, content: found.content, withdrawn: true }]))
  return true
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
