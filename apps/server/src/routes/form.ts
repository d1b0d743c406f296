// GET /api/form and GET /api/incidents/:ref/form: what a new form, or a correction, is filled in with.
import { answersOf, formVersionOn, type Incident } from '@lykta/incident'
import { findRevision, inNetwork, readLatestSealedHashes, standingOfKey } from '@lykta/register'
import { Hono } from 'hono'
import type { FormAnswer, IncidentFormAnswer } from '../api/types.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { findOwnIncident } from '../work/find-own-incident.ts'
import { readFormBasis } from '../work/form-context.ts'

export function formRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/form', async (context) => {
      const { desk } = context.var
      const form = formVersionOn(desk.today())
      const read = await inNetwork(desk.register, desk.context, readFormBasis)
      const { id, name, collectionStart, timeZone, sample } = desk.network
      // A key that somebody put into the database, to read what is written from now on, is handed to nobody.
      const epoch = read.epochs.at(-1)
      const trusted = epoch && standingOfKey(desk.register, id, epoch) !== 'other' ? epoch : undefined
      const answer: FormAnswer = {
        formVersion: form.id,
        today: desk.today(),
        network: { id, name, collectionStart, timeZone, sample },
        author: desk.context.member,
        reporterOrganisation: desk.context.organisation ?? null,
        epoch: trusted ? { epoch: trusted.epoch, recipient: trusted.recipient } : null,
        ownIndicators: read.ownIndicators,
        ownQuestions: read.ownQuestions,
        organisations: read.organisations,
        authority: read.authority,
      }
      return context.json(answer)
    })
    .get('/incidents/:ref/form', async (context) => {
      const { desk, caller } = context.var
      const answer = await inNetwork(desk.register, desk.context, async (transaction): Promise<IncidentFormAnswer | undefined> => {
        const own = await findOwnIncident(transaction, caller, context.req.param('ref'))
        const revision = own && (await findRevision(transaction, own.id))
        if (!revision) return undefined
        return {
          revision: revision.number,
          formVersion: revision.formVersion,
          answers: answersOf(JSON.parse(revision.answers) as Incident, desk.network),
          id: own.id,
          previous: (await readLatestSealedHashes(transaction, [own.id])).get(own.id) ?? null,
        }
      })
      return answer ? context.json(answer) : notFound(context)
    })
}
