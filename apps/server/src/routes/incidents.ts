// POST /api/incidents/search and GET /api/incidents/:ref: the coordinator's list; what is searched for is in no address.
import { exploitations, findCodes, placeTypes } from '@lykta/incident'
import { findIncident, inNetwork, listIncidents, type PageKey, readActions, readCasesOfIncidents, readDiaryNumbers, readHistory, readSealedIncidents, readShares } from '@lykta/register'
import { problem } from '@lykta/incident'
import { Hono } from 'hono'
import { z } from 'zod'
import type { CallerOf } from '../access/caller.ts'
import { coversText, readingScope } from '../access/scope.ts'
import { waitings } from '../api/inbox-types.ts'
import type { IncidentAnswer, IncidentSearchAnswer } from '../api/types.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import { numberNow } from '../work/authority/diary.ts'
import { findOwnIncident } from '../work/find-own-incident.ts'
import { summaryOf } from '../work/incident-summary.ts'
import { reasonOf } from '../work/revision-act.ts'

const pageSize = 200

const search = z.strictObject({
  year: z.int().min(1900).max(2200).optional(),
  exploitation: z.enum(exploitations).optional(),
  organisation: z.uuid().optional(),
  placeType: z.enum(placeTypes).optional(),
  // PostgreSQL's text holds no NUL.
  text: z.string().max(100).regex(/^[^\0]*$/).optional(),
  after: z.string().max(200).optional(),
  order: z.enum(['occurred', 'arrived']).optional(),
  waiting: z.enum(waitings).optional(),
})

const pageKey = z.union([z.strictObject({ occurredFrom: z.iso.date(), id: z.uuid() }), z.strictObject({ arrived: z.int().min(0).max(Number.MAX_SAFE_INTEGER), id: z.uuid() })])

export function incidentRoutes(): Hono<Env> {
  return new Hono<Env>()
    .post('/incidents/search', async (context) => {
      const { desk } = context.var
      const asked = search.safeParse(await context.req.json().catch(() => null))
      const after = asked.data?.after === undefined ? undefined : findPageKey(asked.data.after)
      const isFit = after === undefined || ('arrived' in after) === (asked.data?.order === 'arrived')
      if (!asked.success || (asked.data.after !== undefined && !after) || !isFit) return refuse(context, 400, [problem('server.search')])
      const { year, exploitation, organisation, placeType, text, order, waiting } = asked.data
      await numberNow(desk)
      const answer = await inNetwork(desk.register, desk.context, async (transaction): Promise<IncidentSearchAnswer> => {
        const page = await listIncidents(
          transaction,
          {
            from: year === undefined ? undefined : `${year}-01-01`,
            to: year === undefined ? undefined : `${year}-12-31`,
            exploitation,
            placeType,
            waiting,
            reportedBy: organisation,
            text: text?.trim() || undefined,
            textNames: text === undefined ? undefined : findCodes(text),
          },
          { after, limit: pageSize, order },
        )
        const ids = page.incidents.map(({ id }) => id)
        const [sealed, numbers] = [await readSealedIncidents(transaction, ids, page.position), await readDiaryNumbers(transaction, ids)]
        return {
          total: page.total,
          incidents: page.incidents.map((incident) => summaryOf(incident, { sealed: sealed.has(incident.id), diary: numbers.get(incident.id) ?? null })),
          next: page.next && Buffer.from(JSON.stringify(page.next)).toString('base64url'),
        }
      })
      return context.json(answer)
    })
    .get('/incidents/:ref', async (context) => {
      const { desk, caller } = context.var
      await numberNow(desk)
      const answer = await inNetwork(desk.register, desk.context, async (transaction): Promise<IncidentAnswer | undefined> => {
        const own = await findOwnIncident(transaction, caller, context.req.param('ref'), readingScope(caller))
        const incident = own && (await findIncident(transaction, { id: own.id }))
        if (!incident) return undefined
        const history = await readHistory(transaction, incident.id)
        const actions = await readActions(transaction, history.map(({ from }) => from))
        const belonging = { reportedBy: own.organisation, shares: await readShares(transaction, { incident: incident.id }) }
        const cases = await readCasesOfIncidents(transaction, [incident.id])
        return {
          ref: incident.ref,
          diary: (await readDiaryNumbers(transaction, [incident.id])).get(incident.id) ?? null,
          externalRef: incident.externalRef,
          revision: incident.revision,
          withdrawn: incident.withdrawn,
          // Told to those too who may not read it: there is a reason.
          sealed: history.at(-1)!.sealedId !== null,
          answers: incident.answers,
          case: cases.get(incident.id)?.ref ?? null,
          revisions: history.map(({ revision, createdAt, author, withdrawn, from, sealedId }, index) => ({
            number: revision, createdAt, author: authorFor(caller, author), withdrawn, reason: reasonOf(actions.get(from)),
            text: sealedId !== null && sealedId !== history[index - 1]?.sealedId, mayOpen: coversText(caller, belonging, revision),
          })).reverse(),
        }
      })
      return answer ? context.json(answer) : notFound(context)
    })
}

/** The organisation is told to whoever reads, the person to the coordinator: an id that comes back says that it is one and the same. */
function authorFor({ id, role }: CallerOf, author: string): string | null {
  return role === 'coordinator' || author === id || author === 'import' || author === 'operator' ? author : null
}

function findPageKey(text: string): PageKey | undefined {
  try {
    return pageKey.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}
