// What a page or a script does before it sends: parse the answers, seal the reason with them, and make the ids.
import { randomUUID } from 'node:crypto'
import { canonicalText, findFormVersion, type FormAnswers, type FormContext, parseFormAnswers } from '@lykta/incident'
import { codedHash, type SealContext, sealText } from '@lykta/seal'
import type { CorrectionRequest, FormAnswer, IncidentFormAnswer, NewIncidentRequest, SealedBody } from '../../apps/server/src/api/types.ts'

export const now = (): string => new Date().toISOString()

/** As the server will read them. */
export function contextOf(form: FormAnswer, more: Partial<FormContext> = {}): FormContext {
  return { ...form, form: findFormVersion(form.formVersion)!, ...more }
}

export async function newIncident(form: FormAnswer, answers: FormAnswers, reason?: string): Promise<NewIncidentRequest> {
  const sent = { id: randomUUID(), formVersion: form.formVersion, answers: { reportedOn: form.today, ...answers }, createdAt: now() }
  const place = { incident: sent.id, revision: 1, previous: null, createdAt: sent.createdAt }
  return { ...sent, sealed: reason === undefined ? null : await sealed(form, sent.answers, reason, place) }
}

export async function correction(form: FormAnswer, { id, revision, previous }: IncidentFormAnswer, answers: FormAnswers, reason?: string): Promise<CorrectionRequest> {
  const sent = { base: revision, reason: 'addition' as const, formVersion: form.formVersion, answers, createdAt: now() }
  const place = { incident: id, revision: revision + 1, previous, createdAt: sent.createdAt }
  return { ...sent, sealed: reason === undefined ? 'kept' : await sealed(form, answers, reason, place) }
}

type Place = Pick<SealContext, 'incident' | 'revision' | 'previous' | 'createdAt'>

export async function sealed(form: FormAnswer, answers: FormAnswers, text: string, place: Place): Promise<SealedBody> {
  const parsed = parseFormAnswers(answers, contextOf(form))
  if ('problems' in parsed || !form.epoch) throw new Error('sender: answers that cannot be sent, or no key')
  const { epoch, recipient } = form.epoch
  const hash = codedHash(canonicalText(parsed.incident))
  const context: SealContext = { ...place, network: form.network.id, epoch, author: form.author, formVersion: form.formVersion, codedHash: hash }
  const { body, key } = await sealText({ text, context, recipient })
  return { sealedId: randomUUID(), epoch, body: Buffer.from(body).toString('base64url'), key: Buffer.from(key).toString('base64url'), codedHash: hash }
}
