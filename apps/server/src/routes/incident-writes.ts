// POST /api/incidents, …/:ref/revisions and …/:ref/withdrawal: what the form sends, stored once however often it arrives.
import { problem, ProblemError } from '@lykta/incident'
import { maxSealedBytes } from '@lykta/seal'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { ReceiptAnswer } from '../api/types.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import { correctIncident, enterIncident, withdrawIncident } from '../work/enter-incident.ts'
import { correctionReasons, withdrawalReasons } from '../work/revision-act.ts'
import type { Receipt } from '../work/store-revision.ts'

// In the one spelling that the envelope and the database have.
const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/).refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text)
const base64url = z.string().max(Math.ceil((maxSealedBytes * 4) / 3)).regex(/^[A-Za-z0-9_-]+$/)
const formVersion = z.string().max(40)
const revision = z.int().min(1).max(1_000_000)
const sealed = z.strictObject({
  sealedId: uuid, epoch: z.int().min(1).max(1_000_000), body: base64url, key: base64url, codedHash: z.string().regex(/^[0-9a-f]{64}$/),
})

const newIncident = z.strictObject({ id: uuid, formVersion, answers: z.unknown(), sealed: sealed.nullable(), createdAt: instant })
const correction = z.strictObject({
  base: revision, reason: z.enum(correctionReasons), formVersion, answers: z.unknown(), sealed: z.union([sealed, z.literal('kept')]), createdAt: instant,
})
const withdrawal = z.strictObject({ base: revision, reason: z.enum(withdrawalReasons) })

export function incidentWriteRoutes(): Hono<Env> {
  return new Hono<Env>()
    .post('/incidents', async (context) => receive(context, newIncident, (sent) => enterIncident(context.var.desk, sent)))
    .post('/incidents/:ref/revisions', async (context) => receive(context, correction, (sent) => correctIncident(context.var.desk, context.req.param('ref'), sent)))
    .post('/incidents/:ref/withdrawal', async (context) => receive(context, withdrawal, (sent) => withdrawIncident(context.var.desk, context.req.param('ref'), sent)))
}

/** Another content under the same id or number, and what somebody else changed first: to be looked at, not sent again. */
const conflicts = new Set(['incident.id-taken', 'incident.revised-meanwhile', 'incident.withdrawn'])

async function receive<Sent>(context: Context, shape: z.ZodType<Sent>, work: (sent: Sent) => Promise<Receipt | undefined>): Promise<Response> {
  const sent = shape.safeParse(await context.req.json().catch(() => null))
  if (!sent.success) return refuse(context, 400, [problem('incident.body', { fields: fieldsOf(sent.error) })])
  try {
    const receipt = await work(sent.data)
    if (!receipt) return notFound(context)
    const answer: ReceiptAnswer = { ref: receipt.ref, revision: receipt.revision }
    return context.json(answer, receipt.stored ? 201 : 200)
  } catch (error) {
    if (error instanceof ProblemError && error.problems.some(({ code }) => conflicts.has(code))) return refuse(context, 409, error.problems)
    throw error
  }
}

/** Names of the shape's own fields; what else stood there is not repeated. */
function fieldsOf({ issues }: z.ZodError): string {
  return [...new Set(issues.map(({ path }) => path.join('.')))].filter((name) => name !== '').join(', ')
}
