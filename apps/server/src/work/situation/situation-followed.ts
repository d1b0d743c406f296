// What a version tells of follow-up: times between steps by its rule, and what was withdrawn or unfounded, told once for each year.
import type { Policy } from '@lykta/disclosure'
import type { Apart, SituationTimes } from '@lykta/publication'
import { stepTimes, type TimeRule, unfoundedCode } from '@lykta/statistics'
import { protectApart } from './protect-apart.ts'
import type { Protecting } from './protecting.ts'
import type { SituationTask } from './situation-task.ts'

/** Of the last twelve months for the core group; of the edition's last three years for others, and in weeks alone. */
export function timesFor({ followed: { steps, cases }, day, editions, threshold }: SituationTask, { audience, ...policy }: Policy): SituationTimes | null {
  const year = audience === 'core' ? null : (editions[audience]?.year ?? null)
  if (audience !== 'core' && year === null) return null
  const [from, to] = year === null ? [`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`, day] : [`${year - 2}-01-01`, `${year}-12-31`]
  const rule: TimeRule = {
    cases: audience === 'core' ? fewestInCore : Math.max(policy.sensitiveThreshold, threshold), organisations: policy.organisations, remaining: policy.remaining, days: audience === 'core',
  }
  return { from, to, steps, told: stepTimes(steps, cases.filter(({ since }) => since >= from && since <= to), rule) }
}

/** A median of three is one case's own time. */
const fewestInCore = 5

export type ApartTelling = { /** In the order in which they stand. */ readonly all: readonly Apart[]; /** Told for the first time. */ readonly fresh: readonly Apart[] }

/** Years that were told to anybody are told to nobody anew: the difference would be of those that came since. */
export async function apartFor(task: SituationTask, policy: Policy, means: Omit<Protecting, 'count'>): Promise<ApartTelling> {
  const { followed, collection, today, apartTold } = task
  const isCore = policy.audience === 'core'
  const last = policy.audience === 'core' ? Number(collection.to.slice(0, 4)) : (task.editions[policy.audience]?.year ?? 0)
  const mayRead = ({ table }: Apart): boolean => table.audience === policy.audience
  const all: Apart[] = []
  const fresh: Apart[] = []
  for (const id of ['withdrawn', 'unfounded'] as const) {
    const told = isCore ? [] : apartTold.filter(({ table }) => table.id === id)
    const first = Math.max(Number(collection.from.slice(0, 4)), ...told.flatMap(({ table }) => table.periods.map(({ to }) => Number(to.slice(0, 4)) + 1)))
    const chained = id === 'withdrawn' ? followed.withdrawn : followed.standing.filter(({ code }) => code === unfoundedCode)
    const table = await protectApart({ ...means, id, chained, policy, years: [first, last], collection: { ...collection, from: first > Number(collection.from.slice(0, 4)) ? `${first}-01-01` : collection.from } })
    const own = table ? [{ table, on: today }] : []
    all.push(...told.filter(mayRead), ...own)
    fresh.push(...own)
  }
  return { all, fresh: isCore ? [] : fresh }
}
