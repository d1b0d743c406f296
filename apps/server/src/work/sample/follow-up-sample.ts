// Writes the sample's year of follow-up into its register, as one act.
import { type Id, noteContent, noteForm } from '@lykta/incident'
import {
  appendCase, appendCaseEvents, appendMessage, findCurrentEpoch, getNetwork, inNetwork, makeReference, type NewCaseEvent, readOrganisations, readState, REFERENCE_BYTES, write,
} from '@lykta/register'
import { codedHash, sealText } from '@lykta/seal'
import type { Desk } from '../desk.ts'
import { type SampleCase, sampleCases, type SampleOrganisations } from './sample-cases.ts'
import { sampleBytes as bytesOf, sampleId as idOf } from './sample-id.ts'

export async function followUpSample(desk: Desk): Promise<void> {
  const { register, context } = desk
  const { cases, epoch } = await inNetwork(register, context, async (transaction) => {
    const { position } = await getNetwork(transaction)
    const byCode = Object.fromEntries((await readOrganisations(transaction, position)).map(({ organisation: { code, id } }) => [code, id])) as unknown as SampleOrganisations
    return { cases: sampleCases((await readState(transaction)).incidents, byCode, desk.today()), epoch: await findCurrentEpoch(transaction) }
  })
  if (!epoch) throw new Error('the sample has no key')
  const stored = await Promise.all(cases.map((one) => eventsOf(desk, one, epoch)))
  await write(register, context, { action: 'case.sample', object: `cases:${stored.length}` }, async (transaction) => {
    for (const { id, name, events } of stored) {
      await appendCase(transaction, { id, ref: makeReference(bytesOf(`${name} ref`).subarray(0, REFERENCE_BYTES)), at: events[0]!.at })
      await appendCaseEvents(transaction, id, events)
    }
    for (const [at, { incident, on }] of cases.flatMap(({ told }) => told).entries()) {
      await appendMessage(transaction, { id: idOf(`told ${at}`), incident, kind: 'outcome', code: at % 3 === 0 ? 'passed-on' : 'handled', to: null, at: moment(on) })
    }
  })
}

/** Unsigned, as all that is sealed where nobody is a member. */
async function eventsOf({ context: { network, member } }: Desk, { name, events }: SampleCase, { epoch, recipient }: { readonly epoch: number; readonly recipient: string }): Promise<{ readonly id: Id; readonly name: string; readonly events: readonly NewCaseEvent[] }> {
  const of = idOf(name)
  return {
    id: of,
    name,
    events: await Promise.all(events.map(async ({ act, on, text }, index): Promise<NewCaseEvent> => {
      const [id, at] = [idOf(`${name} ${index}`), moment(on)]
      if (text === undefined) return { id, act, at }
      const hash = codedHash(noteContent({ case: of, note: id, replaces: null }))
      const sealed = await sealText({ text, recipient, context: { network, incident: id, revision: 1, previous: null, epoch, author: member, formVersion: noteForm, codedHash: hash, createdAt: at } })
      return { id, act, at, note: { ...sealed, epoch, position: null } }
    })),
  }
}

const moment = (day: string): string => `${day}T12:00:00.000Z`
