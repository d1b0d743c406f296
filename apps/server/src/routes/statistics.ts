// GET /api/overview and /api/statistics: raw counts with their base and exposure, for the coordinator alone.
import { problem } from '@lykta/incident'
import { type CountTable, type Period, partsOfYear, reportTables, type TableSpec, wholePeriod, yearPeriod, yearPeriods } from '@lykta/statistics'
import { Hono } from 'hono'
import { z } from 'zod'
import type { OverviewAnswer, StatisticsAnswer } from '../api/types.ts'
import type { Env } from '../http/env.ts'
import { refuse } from '../http/failure.ts'
import { compareAll, compareYears, rateOf } from '../work/compare-years.ts'
import { countAt, type Moment, momentOf, notesAt, yearOf, yearsOf } from '../work/count-network.ts'
import type { Desk } from '../work/desk.ts'
import { effortIn } from '../work/efforts/efforts.ts'
import { sayYears } from '../work/say-years.ts'

const incidents: TableSpec = { id: 'incidents', unit: 'incident', by: [], base: 'all' }
const yearText = z.string().regex(/^\d{4}$/).transform(Number)
const overviewQuery = z.object({ year: yearText })
const statisticsQuery = z.object({ from: yearText, to: yearText })

export function statisticsRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/overview', async (context) => {
      const { desk } = context.var
      const query = overviewQuery.safeParse(context.req.query())
      const moment = await momentOf(desk)
      if (!query.success || !collected(moment, query.data.year)) return refuse(context, 400, [problem('server.year')])
      return context.json(await overview(desk, moment, query.data.year))
    })
    .get('/statistics', async (context) => {
      const { desk } = context.var
      const query = statisticsQuery.safeParse(context.req.query())
      const moment = await momentOf(desk)
      if (!query.success || query.data.from > query.data.to || !collected(moment, query.data.from, query.data.to)) {
        return refuse(context, 400, [problem('server.year')])
      }
      return context.json(await statistics(desk, moment, query.data.from, query.data.to))
    })
}

function collected({ collection }: Moment, ...years: readonly number[]): boolean {
  const [first, last] = [yearOf(collection.from), yearOf(collection.to)]
  return years.every((year) => year >= first && year <= last)
}

async function overview(desk: Desk, moment: Moment, year: number): Promise<OverviewAnswer> {
  const { collection } = moment
  const first = yearOf(collection.from)
  const [before, own] = [yearPeriod(year - 1, collection), yearPeriod(year, collection)]
  const months = partsOfYear(year, 1, collection)
  const [tables, ofMonths, ofYears, ofAll] = await countAt(desk, moment, [
    { specs: reportTables, periods: year > first ? [before, own] : [own] },
    { specs: [incidents], periods: months },
    { specs: [incidents], periods: yearsOf(collection).map((each) => yearPeriod(each, collection)) },
    { specs: [incidents], periods: [wholePeriod(first, yearOf(collection.to), collection)] },
  ])
  const [monthTable, yearTable] = [ofMonths![0]!, ofYears![0]!]
  const index = year - first
  const total = yearTable.base[index]!
  return {
    year,
    asOf: { position: moment.position, at: moment.at },
    tables: tables!,
    months: monthTable,
    years: yearTable,
    inNoMonth: total.count - sum(monthTable),
    inNoYear: sum(ofAll![0]!) - sum(yearTable),
    comparison: index > 0 ? compareYears(before, yearTable.base[index - 1]!, own, total, collection) : null,
    efforts: await effortIn(desk, year > first ? [before, own] : [own]),
    notes: await notesAt(desk, moment),
  }
}

async function statistics(desk: Desk, moment: Moment, from: number, to: number): Promise<StatisticsAnswer> {
  const { collection } = moment
  const years = yearPeriods(from, to, collection)
  const periods: readonly Period[] = years.length > 1 ? [...years, wholePeriod(from, to, collection)] : years
  const counted = await countAt(desk, moment, [
    { specs: reportTables, periods },
    ...years.map((_, index) => ({ specs: [incidents], periods: partsOfYear(from + index, 1, collection) })),
  ])
  const [tables, ...months] = counted
  const total = tables!.find(({ spec }) => spec.id === incidents.id)!
  return {
    asOf: { position: moment.position, at: moment.at },
    periods,
    tables: tables!,
    months: months.map(([table], index) => ({ year: from + index, table: table!, inNoMonth: total.base[index]!.count - sum(table!) })),
    rates: periods.map((period, index) => rateOf(total.base[index]!.count, period.months)),
    comparisons: compareAll(years, total, collection),
    efforts: await effortIn(desk, years),
    ...sayYears(years, total, months.map(([table]) => table!), collection),
    notes: await notesAt(desk, moment),
  }
}

function sum(table: CountTable): number {
  return table.base.reduce((all, cell) => all + cell.count, 0)
}
