// A search in sealed text from asking to its last page: what it hands out to her, and how many it said that it would.
import { randomUUID } from 'node:crypto'
import type { SessionsAnswer, SessionTextsAnswer } from '../../apps/server/src/api/sharing-types.ts'
import type { TestApp } from './app.ts'
import { wereDaysAgo } from './days-ago.ts'
import type { Person, TestNetwork } from './member-network.ts'

type Found = { readonly id: string; readonly counted: number | null; readonly texts: SessionTextsAnswer['texts'] }

/** `approver` agrees to it, days after both were let in. It is left ended. */
export async function searchTexts({ desk }: TestApp, network: TestNetwork, who: Person, approver: Person): Promise<Found> {
  const id = randomUUID()
  await who.send('POST', '/api/reading-sessions', { id, purpose: 'search' })
  const putBack = await wereDaysAgo(desk.register, network.id)
  await approver.send('POST', `/api/reading-sessions/${id}/steps`, { act: 'approve' })
  await putBack()
  const { sessions } = (await who.send<SessionsAnswer>('POST', `/api/reading-sessions/${id}/steps`, { act: 'begin' })).body
  const texts: SessionTextsAnswer['texts'][number][] = []
  let at: SessionTextsAnswer['next'] = { part: 'reasons', after: null }
  while (at !== null) {
    const page: SessionTextsAnswer = await who.get<SessionTextsAnswer>(`/api/reading-sessions/${id}/texts?part=${at.part}${at.after === null ? '' : `&after=${at.after}`}`)
    texts.push(...page.texts)
    at = page.next
  }
  await who.send('POST', `/api/reading-sessions/${id}/steps`, { act: 'end' })
  return { id, counted: sessions.find((session) => session.id === id)!.texts, texts }
}
