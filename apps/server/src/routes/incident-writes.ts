// POST /api/incidents, …/:ref/revisions and …/:ref/withdrawal: what the form sends, stored once however often it arrives.
import { maxSealedBytes } from '@lykta/seal'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { ReceiptAnswer } from '../api/types.ts'
import type { CallerOf } from '../access/caller.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/failure.ts'
import { base64url, hash, instant, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import type { Desk } from '../work/desk.ts'
import { numberStored } from '../work/authority/diary.ts'
import { correctIncident, enterIncident, withdrawIncident } from '../work/enter-incident.ts'
import type { Notify } from '../work/notify.ts'
import { correctionReasons, withdrawalReasons } from '../work/revision-act.ts'
import type { Receipt } from '../work/store-revision.ts'

const file = base64url(maxSealedBytes)
const formVersion = z.string().max(40)
const revision = z.int().min(1).max(1_000_000)
const sealed = z.strictObject({
  sealedId: uuid, epoch: z.int().min(1).max(1_000_000), body: file, key: file, codedHash: hash, position: revision.nullish(),
})

export const newIncident = z.strictObject({ id: uuid, formVersion, answers: z.unknown(), sealed: sealed.nullable(), createdAt: instant })
const correction = z.strictObject({
  base: revision, reason: z.enum(correctionReasons), formVersion, answers: z.unknown(), sealed: z.union([sealed, z.literal('kept')]), createdAt: instant,
})
const withdrawal = z.strictObject({ base: revision, reason: z.enum(withdrawalReasons) })

export function incidentWriteRoutes(notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .post('/incidents', async (context) => receive(context, newIncident, async (desk, caller, sent) => {
      const receipt = await enterIncident(desk, caller, sent)
      if (receipt.stored) {
        notify(desk, { for: 'coordinators' })
        await numberStored(desk)
      }
      return receipt
    }))
    .post('/incidents/:ref/revisions', async (context) => receive(context, correction, async (desk, caller, sent) => {
      const receipt = await correctIncident(desk, caller, context.req.param('ref'), sent)
      if (receipt?.stored) notify(desk, { for: 'coordinators' })
      return receipt
    }))
    .post('/incidents/:ref/withdrawal', async (context) => receive(context, withdrawal, async (desk, caller, sent) => {
      const receipt = await withdrawIncident(desk, caller, context.req.param('ref'), sent)
      // Whoever has come by a device's key takes nothing back unseen.
      if (receipt?.stored) notify(desk, { for: 'coordinators' })
      return receipt
    }))
}

async function receive<Shape extends z.ZodType>(context: Context<Env>, shape: Shape, work: (desk: Desk, caller: CallerOf, sent: z.output<Shape>) => Promise<Receipt | undefined>): Promise<Response> {
  return withBody(context, shape, async (sent) => {
    const receipt = await work(context.var.desk, context.var.caller, sent)
    if (!receipt) return notFound(context)
    const answer: ReceiptAnswer = { ref: receipt.ref, revision: receipt.revision }
    return context.json(answer, receipt.stored ? 201 : 200)
  }, 'incident.body')
}
