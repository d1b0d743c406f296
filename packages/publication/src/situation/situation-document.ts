// A situation report as a document tree: the chapters follow from the audience, and nothing of a narrower one can be asked for here.
import type { Period } from '@lykta/statistics'
import type { Block, Highlights, Mark, PublicationDocument } from '../document/document.ts'
import { shownCell } from '../binding/edition.ts'
import { renderMoment } from '../words/dates.ts'
import { renderQuantity } from '../words/quantity.ts'
import type { SituationInput, SituationWindows } from './situation.ts'
import { apartBlocks } from './apart-chapter.ts'
import { chainChapter } from './chain-chapter.ts'
import { collectedRemark, isComparable } from './comparable.ts'
import { heading, note, paragraph, type Scene, sceneOf } from './situation-scene.ts'
import { saysOf, standingChapter } from './standing-chapter.ts'
import { standingOut } from './standing-out.ts'
import { countsHeading, subtitleOf, uncountedWords } from './time-told.ts'
import { editionChapter, toldChapters } from './told-chapters.ts'
import { toldParts } from './told-parts.ts'
import { findTable, windowCells } from './window-cells.ts'
import { windowChapters } from './window-chapters.ts'
import { actionsChapter, effortChapter } from './work-chapters.ts'

/** Throws when one audience is handed what is another's: a defect, found before anything is written. */
export function situationDocument(input: SituationInput): PublicationDocument {
  checkAudience(input)
  const scene = sceneOf(input)
  const { own, day, words } = scene
  const { context } = input
  const meeting = day(context.meeting)
  const title = context.circle === null ? own.publicTitle(meeting) : own.title[context.circle](meeting)
  return {
    language: context.language,
    title,
    subtitle: subtitleOf(scene),
    publisher: context.network.name,
    marks: marksOf(scene),
    facts: [
      ...(input.windows ? factsOf(scene, input.windows) : []),
      ...(context.since === null ? [] : [{ name: own.facts.meeting, value: day(context.since) }]),
      { name: words.facts.asOf, value: renderMoment(context.asOf.time, context.network.timeZone, context.language) },
      { name: words.facts.policy, value: context.policy },
      { name: words.facts.version, value: `Lykta ${context.version}` },
      { name: words.facts.made, value: day(context.today) },
    ],
    blocks: blocksOf(scene),
  }
}

function factsOf({ own, period }: Scene, { before, now }: SituationWindows): PublicationDocument['facts'] {
  return [{ name: own.facts.period, value: period(now) }, ...(isComparable(before, now) ? [{ name: own.facts.compared, value: period(before) }] : [])]
}

export function checkAudience({ context: { audience }, windows, yearChain, told, edition, actions, apart }: SituationInput): void {
  const isFor = ({ audience: of }: { readonly audience: string }): boolean => of === audience || of === 'public' || (of === 'network' && audience !== 'public')
  const tables = [...told.map(({ table }) => table), ...(edition?.tables ?? []), ...apart.map(({ table }) => table)]
  if (audience !== 'core' && (windows ?? yearChain)) throw new Error('situation report: the windows are the core group’s')
  if (audience === 'public' && actions) throw new Error('situation report: actions are the group’s own')
  if (!tables.every(isFor)) throw new Error(`situation report: a table is not for ${audience}`)
}

function blocksOf(scene: Scene): readonly Block[] {
  const { input, own } = scene
  const standing = standingOut(input)
  const counts = input.context.audience !== 'core'
    ? toldChapters(scene)
    : input.windows ? windowChapters(scene, input.windows) : [heading('counts', countsHeading(scene)), note(uncountedWords(scene)), ...apartBlocks(scene), ...chainChapter(scene)]
  return [
    heading('short', own.heading.short),
    ...shortOf(scene),
    ...saysOf(scene, standing).map(paragraph),
    ...counts,
    ...standingChapter(scene, standing),
    ...(input.context.audience === 'core' ? [] : [...editionChapter(scene), ...chainChapter(scene)]),
    ...effortChapter(scene),
    ...(input.actions ? actionsChapter(scene, input.actions) : []),
    heading('how', own.heading.how),
    ...own.how[input.context.audience === 'core' ? 'core' : 'wider'].map(paragraph),
    ...(input.context.audience === 'public' ? [note(own.signs)] : []),
  ]
}

/** The one number that everybody asks for, with the one before it where that can be compared. */
export function headline(scene: Scene): Highlights['items'][number] | undefined {
  const { input, own, words, period } = scene
  const told = (cell: Parameters<typeof shownCell>[0]): string | undefined => {
    const shown = shownCell(cell)
    return shown && renderQuantity(words, shown.count, shown.atLeast)
  }
  const item = (label: string, text: string, remarks: readonly string[]): Highlights['items'][number] => ({ label, value: [{ kind: 'figure', binding: 'incidents.now', text }], remarks })
  const collected = (of: Period): readonly string[] => [collectedRemark(scene, of)].filter((remark) => remark !== null)
  if (input.windows) {
    const { windows } = input
    const table = findTable(windows, 'incidents')
    const found = table && windowCells(table, table.base)
    if (found?.kind === 'both') {
      const text = told(found.both)
      return text === undefined ? undefined : item(own.incidents(`${period(windows.before)} + ${period(windows.now)}`), text, collected(windows.before))
    }
    const [now, before] = [told(found?.now), told(found?.before)]
    const compared = before === undefined || !isComparable(windows.before, windows.now) ? [] : [own.before(before, period(windows.before))]
    return now === undefined ? undefined : item(own.incidents(period(windows.now)), now, [...collected(windows.now), ...compared])
  }
  const [before, now] = [toldParts(input.told).at(-2), toldParts(input.told).at(-1)]
  const text = told(now?.cell)
  if (!now || text === undefined) return undefined
  const earlier = told(before?.cell)
  return item(own.incidents(period(now.period)), text, before && earlier !== undefined && isComparable(before.period, now.period) ? [own.before(earlier, period(before.period))] : [])
}

function shortOf(scene: Scene): readonly Block[] {
  const found = headline(scene)
  if (found) return [{ kind: 'highlights', items: [found] }]
  const { input, own } = scene
  return [note(input.context.audience === 'core' ? uncountedWords(scene) : own.noneTold)]
}

function marksOf({ input: { context }, own, words }: Scene): readonly Mark[] {
  return [
    ...(context.audience === 'public' ? [] : [{ id: 'audience' as const, text: own.audience[context.audience] }]),
    ...(context.network.sample ? [{ id: 'sample' as const, text: words.marks.sample }] : []),
  ]
}

