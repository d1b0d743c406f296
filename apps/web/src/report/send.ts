// From what was entered to the receipt: checked, sealed, sent; the same message again for as long as nobody has answered.
import type { FormAnswers, FormVersion, Incident } from '@lykta/incident'
import type { FormAnswer, NewIncidentRequest, ReceiptAnswer, SealedBody } from '../../../server/src/api/types.ts'
import { ask, FailureError } from '../api/ask.ts'
import { seal } from './sealing.ts'

export type ToSend = {
  readonly id: string
  readonly form: FormVersion
  readonly context: FormAnswer
  readonly answers: FormAnswers
  readonly incident: Incident
  readonly reason: string
  /** UTC with milliseconds; the incident was read as of its day. */
  readonly createdAt: string
}

/** Nothing in clear but the coded answers. Made once: sent again it is the same, and arrives once. */
export async function makeRequest({ id, form, context, answers, incident, reason, createdAt }: ToSend): Promise<NewIncidentRequest> {
  return { id, formVersion: form.id, answers, sealed: await sealReason(), createdAt }

  async function sealReason(): Promise<SealedBody | null> {
    const { epoch, network, author } = context
    if (reason.trim() === '' || epoch === null) return null
    const sealed = await seal({
      text: reason,
      incident,
      recipient: epoch.recipient,
      context: { network: network.id, incident: id, revision: 1, previous: null, epoch: epoch.epoch, author, formVersion: form.id, createdAt },
    })
    return { sealedId: crypto.randomUUID(), epoch: epoch.epoch, ...sealed }
  }
}

export async function sendRequest(request: NewIncidentRequest): Promise<ReceiptAnswer> {
  return ask<ReceiptAnswer>('incidents', { method: 'POST', body: request })
}

/** No answer, or the server's own failure: it may have arrived all the same. What was refused has not. */
export function mayHaveArrived(error: unknown): boolean {
  return !(error instanceof FailureError) || error.failure.status === 0 || error.failure.status >= 500
}
