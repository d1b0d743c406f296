// What the network did in the period, which makes a number readable, and what is still to be done.
import type { CivilDate } from '@lykta/incident'
import type { Block, Highlights } from '../document/document.ts'
import { plain } from '../document/inline.ts'
import { heading, paragraph, type Scene } from './situation-scene.ts'
import type { SituationActions } from './situation.ts'

export function effortChapter(scene: Scene): readonly Block[] {
  const { own, input: { effort }, period, month, count, words } = scene
  const item = (id: string, label: string, value: string, remarks: readonly string[] = []): Highlights['items'][number] =>
    ({ label, value: [{ kind: 'figure', binding: `effort.${id}`, text: value }], remarks })
  const entered = (amount: number | null): string => (amount === null ? own.effort.notCollected : count(amount))
  const trained = effort.peopleAreLeast && effort.peopleTrained !== null ? words.atLeast(count(effort.peopleTrained)) : effort.trainings !== null && effort.peopleTrained === null ? own.effort.notCounted : entered(effort.peopleTrained)
  const since = (from: string | null): readonly string[] => (from === null ? [] : [own.effort.since(month(from))])
  return [
    heading('effort', own.heading.effort),
    paragraph(own.effort.intro(period(effort.period))),
    {
      kind: 'highlights',
      items: [
        item('active', own.effort.active(count(effort.members)), count(effort.active), [own.effort.activeMeans]),
        item('trainings', own.effort.trainings, entered(effort.trainings), since(effort.trainingsFrom)),
        item('trained', own.effort.trained, trained, [...since(effort.trainingsFrom), ...(effort.peopleAreLeast ? [own.effort.uncounted] : [])]),
        item('passes', own.effort.passes, entered(effort.outreachPasses), since(effort.outreachFrom)),
      ],
    },
    paragraph(own.effort.why),
  ]
}

/** By the meeting's own day, where it is over. */
export function isOverdue({ due }: { readonly due: CivilDate | null }, { meeting, today }: { readonly meeting: CivilDate; readonly today: CivilDate }): boolean {
  return due !== null && due < (meeting < today ? meeting : today)
}

/** Those past their date first, then by date; what they are about is sealed, and never comes here. */
export function actionsChapter(scene: Scene, { open, settled }: SituationActions): readonly Block[] {
  const { own, input: { context }, day } = scene
  const ordered = open.toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : a.madeOn < b.madeOn ? -1 : 1))
  const overdue = open.filter((one) => isOverdue(one, context)).length
  return [
    heading('actions', own.heading.actions),
    paragraph(own.actions.counts(open.length, overdue, settled, context.since !== null)),
    ...(ordered.length === 0 ? [] : [{
      kind: 'list' as const, ordered: false,
      items: ordered.map((one) => [plain(own.actions.one(one.organisation, day(one.madeOn), one.due === null ? null : day(one.due)) + (isOverdue(one, context) ? own.actions.overdue : ''))]),
    }, paragraph(own.actions.sealed)]),
  ]
}
