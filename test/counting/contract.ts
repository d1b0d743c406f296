// What `lykta count --json` promises to scripts: these keys, these ids, whole numbers. More keys may stand beside them.
import { z } from 'zod'

const whole = z.int().nonnegative()
const value = z.object({ period: z.string(), count: whole, atLeast: z.boolean() })

const measureIds = [
  'incidents', 'persons', 'personsInContact', 'incidentsAccepting', 'personsAccepting', 'perpetrators', 'buyers', 'procurers', 'otherPerpetrators',
  'policeContacted', 'policeReports', 'participants',
] as const
const breakdownIds = ['exploitation', 'sexAge', 'nationalityIncidents', 'nationalityPersons', 'indicators', 'placeType', 'sector'] as const

export const contract = z.object({
  network: z.object({ name: z.string() }),
  asOf: z.object({ position: whole, at: z.iso.datetime({ precision: 6 }) }),
  periods: z.array(z.object({ id: z.string(), from: z.iso.date(), to: z.iso.date(), months: z.number().nonnegative() })),
  measures: z.array(z.object({
    id: z.string(),
    unit: z.string(),
    values: z.array(value.extend({
      unknown: whole.optional(), notAsked: whole.optional(), occurrences: whole.optional(), incidentsUnknown: whole.optional(),
    })),
  })),
  breakdowns: z.array(z.object({
    id: z.string(),
    unit: z.string(),
    base: z.array(value),
    rows: z.array(z.object({ code: z.string().regex(/^[A-Za-z.-]+(\/[a-z]+)?$/), values: z.array(value) })),
  })),
}).superRefine(({ periods, measures, breakdowns }, context) => {
  const ids = periods.map(({ id }) => id)
  const refuse = (message: string): void => {
    context.addIssue({ code: 'custom', message })
  }
  const everyPeriod = (what: string, values: readonly { period: string }[]): void => {
    if (values.map(({ period }) => period).join() !== ids.join()) refuse(`${what} has not one value for each period`)
  }
  if (ids.at(-1) !== 'all' || ids.slice(0, -1).some((id) => !/^\d{4}$/.test(id))) refuse('periods are the years and all')
  for (const id of measureIds) if (!measures.some((measure) => measure.id === id)) refuse(`no measure ${id}`)
  for (const id of breakdownIds) if (!breakdowns.some((breakdown) => breakdown.id === id)) refuse(`no breakdown ${id}`)
  for (const { id, values } of measures) everyPeriod(id, values)
  for (const { id, base, rows } of breakdowns) {
    everyPeriod(id, base)
    for (const { code, values } of rows) everyPeriod(`${id} ${code}`, values)
  }
  const beside = (id: string, key: 'occurrences' | 'incidentsUnknown' | 'unknown'): void => {
    if (measures.find((measure) => measure.id === id)?.values.some((one) => one[key] === undefined)) refuse(`${id} lacks ${key}`)
  }
  beside('persons', 'occurrences')
  beside('persons', 'incidentsUnknown')
  beside('policeContacted', 'unknown')
})

export type CountedFigures = z.infer<typeof contract>
