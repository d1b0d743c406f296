// From what was entered to the message: sealed once, and the same message for as long as nobody has answered.
import type { FormAnswers, FormVersion, Incident } from '@lykta/incident'
import type { NewIncidentRequest, ReceiptAnswer } from '../../../server/src/api/types.ts'
import { ask, FailureError, unreachable } from '../api/ask.ts'
import { fateOf } from './outbox/fate.ts'
import { sealReason } from './seal-reason.ts'
import type { Open } from './standing.ts'

export type ToSend = {
  readonly id: string
  readonly form: FormVersion
  readonly open: Open
  readonly answers: FormAnswers
  readonly incident: Incident
  readonly reason: string
  /** UTC with milliseconds; the incident was read as of its day. */
  readonly createdAt: string
}

export type ToKeep = {
  readonly request: NewIncidentRequest
  /** For which it was written: whoever else comes by the parcel does not send it as hers. */
  readonly organisation: string | null
  /** See `Waiting` of kept/store.ts. */
  readonly unlisted: number | null
}

/** Made once: sent again it is the same, and arrives once. */
export type Message = {
  readonly send: () => Promise<ReceiptAnswer>
  /** What the outbox takes; null where nothing may wait here. */
  readonly keep: ToKeep | null
}

/** Nothing in clear but the coded answers. */
export async function prepareNew({ id, form, open, answers, incident, reason, createdAt }: ToSend): Promise<Message> {
  const sealed = reason.trim() === '' ? null
    : await sealReason(open, { text: reason, incident, context: { incident: id, revision: 1, previous: null, formVersion: form.id, createdAt } })
  const request: NewIncidentRequest = { id, formVersion: form.id, answers, sealed, createdAt }
  const unlisted = findUnlisted(open, request)
  return {
    send: async () => {
      // The server takes no text that nobody could check: it waits until the coordinator has confirmed the device.
      if (unlisted !== null) throw new FailureError(unreachable)
      return ask<ReceiptAnswer>('incidents', { method: 'POST', body: request })
    },
    keep: open.session.state === 'local' ? null : { request, organisation: open.session.caller?.organisation ?? null, unlisted },
  }
}

/** The epoch of a text that a device sealed before the log listed it. */
function findUnlisted({ device }: Open, { sealed }: NewIncidentRequest): number | null {
  return device && sealed && (sealed.position ?? null) === null ? sealed.epoch : null
}

/** To be tried again as it is. What was refused has not arrived. */
export function mayHaveArrived(error: unknown): boolean {
  return !(error instanceof FailureError) || fateOf(error.failure) === 'silent'
}
