// What the form is filled in for: a new report, or an incident that is added to or corrected.
import { type FormAnswers, type FormVersion, withoutHidden } from '@lykta/incident'
import type { CorrectionReason, CorrectionRequest, IncidentFormAnswer, ReceiptAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { answersOfDraft, type Entries } from '../draft.ts'
import { sealReason } from '../seal-reason.ts'
import { type Message, prepareNew, type ToSend } from '../send.ts'
import type { changedAnswers } from './change-answers.ts'

export type Change = {
  readonly ref: string
  readonly base: IncidentFormAnswer
  /** Its answers as entries. */
  readonly before: Entries
  /** Comes with the change: a new report does not need it. */
  readonly merge: typeof changedAnswers
}

/** Throws a FailureError when there is no such incident, or not for whoever asks. */
export async function loadChange(form: FormVersion, ref: string): Promise<Change> {
  const [base, { changedAnswers, draftOfAnswers }] = await Promise.all([ask<IncidentFormAnswer>(`incidents/${ref}/form`), import('./change-answers.ts')])
  return { ref, base, before: draftOfAnswers(form, base.answers), merge: changedAnswers }
}

export function answersOfTask(form: FormVersion, change: Change | null, draft: Entries): FormAnswers {
  return withoutHidden(form, change ? change.merge(form, change.base.answers, change.before, draft) : answersOfDraft(form, draft))
}

export async function prepareTask(change: Change | null, reason: CorrectionReason, report: ToSend): Promise<Message> {
  if (!change) return prepareNew(report)
  const { base, ref } = change
  const { form, open, answers, incident, createdAt } = report
  const context = { incident: base.id, revision: base.revision + 1, previous: base.previous, formVersion: form.id, createdAt }
  const sealed = report.reason.trim() === '' ? 'kept' : ((await sealReason(open, { text: report.reason, incident, context })) ?? 'kept')
  const request: CorrectionRequest = { base: base.revision, reason, formVersion: form.id, answers, sealed, createdAt }
  return { send: () => ask<ReceiptAnswer>(`incidents/${ref}/revisions`, { method: 'POST', body: request }), keep: null }
}
