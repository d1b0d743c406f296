// GET and POST /api/outbox: what has waited on a device, sealed to the server's own key; opened here, and entered like any other.
import { problem, ProblemError } from '@lykta/incident'
import { maxParcelBytes, openParcel } from '@lykta/seal'
import { Hono } from 'hono'
import { z } from 'zod'
import type { OutboxAnswer } from '../api/member-types.ts'
import type { ReceiptAnswer } from '../api/types.ts'
import type { Env } from '../http/env.ts'
import { base64url, uuid } from '../http/shapes.ts'
import { withBody } from '../http/with-body.ts'
import { numberStored } from '../work/authority/diary.ts'
import { enterIncident } from '../work/enter-incident.ts'
import type { Notify } from '../work/notify.ts'
import { getParcelKeys } from '../work/parcel-keys.ts'
import { newIncident } from './incident-writes.ts'

const parcel = z.strictObject({ id: uuid, file: base64url(maxParcelBytes), position: z.int().min(1).max(1_000_000).nullish() })

/** The organisation that it was written for; parcels made before name none. */
const packed = newIncident.extend({ organisation: uuid.nullable().optional() })

export function outboxRoutes(notify: Notify): Hono<Env> {
  return new Hono<Env>()
    .get('/outbox', async (context) => {
      const { recipient } = await getParcelKeys(context.var.desk.register.dataFolder)
      return context.json({ recipient } satisfies OutboxAnswer)
    })
    .post('/outbox', async (context) => withBody(context, parcel, async ({ id, file, position }) => {
      const { desk, caller } = context.var
      const { identity } = await getParcelKeys(desk.register.dataFolder)
      const text = await openParcel(new Uint8Array(Buffer.from(file, 'base64url')), identity)
      const request = packed.safeParse(findJson(text))
      // Nothing of what stood inside is told: it was sealed so that nobody would read it on the way.
      if (!request.success || request.data.id !== id) throw new ProblemError([problem('outbox.malformed')])
      const { sealed, organisation, ...rest } = request.data
      // The server opens it for whoever sends it: a parcel from another house's disk would else be read as one's own organisation's, and taken from that house.
      if (organisation !== undefined && organisation !== caller.organisation) throw new ProblemError([problem('outbox.other-organisation')])
      const receipt = await enterIncident(desk, caller, { ...rest, sealed: sealed && { ...sealed, position: sealed.position ?? position ?? null } })
      if (receipt.stored) {
        notify(desk, { for: 'coordinators' })
        await numberStored(desk)
      }
      return context.json({ ref: receipt.ref, revision: receipt.revision } satisfies ReceiptAnswer, receipt.stored ? 201 : 200)
    }))
}

function findJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
