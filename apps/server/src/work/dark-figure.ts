// Whether the number of those whom nobody reported can be told: persons by the sectors that reported them, and every gate before a number.
import { beforeReference, betweenPersons, readPerson } from '@lykta/incident'
import { inNetwork } from '@lykta/register'
import { type CaptureHistories, darkFigureOf, type Period, sayDarkFigure } from '@lykta/statistics'
import type { DarkFigureAnswer } from '../api/crossing-types.ts'
import type { Moment } from './count-network.ts'
import type { Desk } from './desk.ts'
import { seededRandom } from './seeded-random.ts'

/** The same persons give the same interval, whoever asks and whenever. */
const seed = 20_261_126

/** `linkageErrorKnown`: the coordinator says that she knows how often one person was taken for two, or two for one. */
export async function estimateDarkFigure(desk: Desk, { position, organisations }: Moment, { from, to }: Period, linkageErrorKnown: boolean): Promise<DarkFigureAnswer> {
  const sectorOf = new Map(organisations.map(({ id, sector }) => [id, sector as string]))
  const seen = new Map<string, Set<string>>()
  await inNetwork(desk.register, desk.context, async ({ run, network }) => {
    const rows = await run(
      `select organisation_id::text as organisation, persons from lykta.incident_fact
       where network_id = $1 and not withdrawn and from_position <= $2 and (until_position is null or until_position > $2)
         and occurred_from >= $3 and occurred_to <= $4 and strpos(persons, $5) > 0`,
      [network, position, from, to, beforeReference],
    )
    for (const row of rows) {
      const sector = sectorOf.get(row['organisation'] as string)
      if (sector === undefined) continue
      for (const part of (row['persons'] as string).split(betweenPersons)) {
        const { personRef } = readPerson(part)
        if (personRef !== null) seen.set(personRef, (seen.get(personRef) ?? new Set()).add(sector))
      }
    }
  })
  const sectors = [...new Set([...seen.values()].flatMap((one) => [...one]))].sort()
  const cells = new Map<number, number>()
  for (const one of seen.values()) {
    const on = sectors.reduce((bits, sector, list) => bits + (one.has(sector) ? 2 ** list : 0), 0)
    cells.set(on, (cells.get(on) ?? 0) + 1)
  }
  const histories: CaptureHistories = { lists: sectors.length, cells: [...cells].map(([on, count]) => ({ on, count })) }
  const found = darkFigureOf(histories, { apart: sectors.length, linkageErrorKnown, random: seededRandom(seed) })
  return {
    lists: sectors.map((sector) => ({ sector, persons: [...seen.values()].filter((one) => one.has(sector)).length })),
    found,
    said: { sv: sayDarkFigure(found, 'sv'), en: sayDarkFigure(found, 'en') },
  }
}
