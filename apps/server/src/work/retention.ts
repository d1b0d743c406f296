// What texts fall due today by the clocks that are given, and erasing those that nothing holds.
import { decideClocks, type Due, fallsDue } from '@lykta/incident'
import { clearErased, type ErasableClass, eraseTexts, inNetwork, readKeptTexts, readLegalHolds, write } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from './desk.ts'

/** Months by class; of a class that is not named, the proposal's. */
export type Months = Readonly<Partial<Record<ErasableClass, number>>>

export type DueText = Omit<Due, 'class'> & { readonly class: ErasableClass; readonly name: string }

/** The earliest first; what is held among it. */
export async function listDueTexts(desk: Desk, months: Months): Promise<readonly DueText[]> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const { records, withText, names } = await readKeptTexts(transaction, (at) => Temporal.Instant.from(at).toZonedDateTimeISO(desk.network.timeZone).toPlainDate().toString())
    const due = fallsDue(desk.today(), records, decideClocks(months), await readLegalHolds(transaction))
    return due.flatMap((one): readonly DueText[] => (isErasable(one.class) && withText.has(one.id) ? [{ ...one, class: one.class, name: names.get(one.id) ?? one.id }] : []))
  })
}

function isErasable(of: Due['class']): of is ErasableClass {
  return of === 'narrative' || of === 'note' || of === 'situation'
}

/** Only of the classes whose months are given. `cleared`: whether nothing of it is left in the database's tables. */
export async function eraseDueTexts(desk: Desk, months: Months): Promise<{ readonly texts: number; readonly cleared: boolean }> {
  const due = (await listDueTexts(desk, months)).filter((one) => months[one.class] !== undefined && one.heldUntil === null)
  if (due.length === 0) return { texts: 0, cleared: true }
  const { value: texts } = await write(desk.register, desk.context, { action: 'retention.erase', object: `due:${due.length}` }, async (transaction) => {
    let erased = 0
    for (const one of due) erased += await eraseTexts(transaction, one.class, one.id, 'due')
    return erased
  })
  return { texts, cleared: await clearErased(desk.register, [...new Set(due.map((one) => one.class))]) }
}
