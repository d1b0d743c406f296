// GET /api/network: what every page needs, asked once.
import { getNetwork, inNetwork, readOwnIndicators } from '@lykta/register'
import { catalogueOf, indicatorCategories } from '@lykta/incident'
import { Hono } from 'hono'
import type { NetworkAnswer } from '../api/types.ts'
import type { Env } from '../http/env.ts'
import { shownFrom } from '../work/edition-policy.ts'
import { momentOf, yearsOf } from '../work/count-network.ts'
import { defaultSettings, findSettings, type StoredSettings } from '../work/network-settings.ts'

export function networkRoutes(version: string): Hono<Env> {
  return new Hono<Env>().get('/network', async (context) => {
    const { desk, caller } = context.var
    const moment = await momentOf(desk)
    const { own, questions, authority, threshold, latest, incidents } = await inNetwork(desk.register, desk.context, async (transaction) => {
      const { position } = await getNetwork(transaction)
      const [row] = await transaction.run(
        `select count(*)::float8 as incidents, extract(year from max(occurred_to))::int as latest from lykta.incident_fact
         where network_id = $1 and not withdrawn and from_position <= $2 and (until_position is null or until_position > $2)`,
        [transaction.network, position],
      )
      const { ownQuestions: questions = [], authority, publicThreshold: threshold = defaultSettings.publicThreshold }: Partial<StoredSettings> = (await findSettings(transaction)) ?? {}
      return { own: await readOwnIndicators(transaction, position), questions, authority: authority?.on === true, threshold, latest: row?.['latest'] as number | null, incidents: Number(row?.['incidents'] ?? 0) }
    })
    const years = yearsOf(moment.collection)
    const answer: NetworkAnswer = {
      network: desk.network,
      asOf: caller.rights.includes('statistics.read') ? { position: moment.position, at: moment.at } : null,
      today: desk.today(),
      years,
      latestYear: years.includes(latest ?? 0) ? latest! : years.at(-1)!,
      incidents,
      organisations: moment.organisations,
      indicators: catalogueOf(own.map(({ indicator }) => indicator)).map(({ id, category, sv, en }) => ({ id, category, text: { sv, en } })),
      categories: indicatorCategories.map(({ id, sv, en }) => ({ id, text: { sv, en } })),
      ownQuestions: questions,
      shownFrom: shownFrom(threshold),
      authority,
      version,
    }
    return context.json(answer)
  })
}
