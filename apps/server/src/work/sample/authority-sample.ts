// The sample as a network that an authority runs: register numbers, a decision on weeding, two extracts that were asked for, and two breaches. All invented.
// By today's calendar: an incident is numbered in the year in which the register gets it, and the sample gets them when it is made.
import { type BreachContent, canonicalText, type CivilDate, type ExtractDecision, type Id, joinBreachText } from '@lykta/incident'
import {
  appendBreach, appendExtractDecision, appendSettings, appendWeedingDecision, findCurrentEpoch, inNetwork, type NewBreachText, numberIncidents, readState, write,
} from '@lykta/register'
import { codedHash, sealText } from '@lykta/seal'
import { Temporal } from 'temporal-polyfill'
import type { AuthoritySetting } from '../../api/authority-types.ts'
import { breachFormVersion } from '../authority/breaches.ts'
import type { Desk } from '../desk.ts'
import { defaultSettings, findSettings } from '../network-settings.ts'
import { sampleId } from './sample-id.ts'

const settingSince = (since: CivilDate): AuthoritySetting => ({
  on: true, since, name: 'Socialnämnden i Exempelstad', address: 'Box 1, 123 45 Exempelstad', court: 'Kammarrätten i Exempelstad', pattern: 'LYK YYYY-####',
})

export async function addSampleAuthority(desk: Desk): Promise<void> {
  const { register, context } = desk
  const today = Temporal.PlainDate.from(desk.today())
  const ago = (days: number): CivilDate => today.subtract({ days }).toString()
  const wrongRecipient = sentWrong(ago)
  const { incidents, epoch, before } = await inNetwork(register, context, async (transaction) => ({
    incidents: (await readState(transaction)).incidents.filter(({ externalRef, withdrawn }) => externalRef?.startsWith('2019-') === true && !withdrawn), epoch: await findCurrentEpoch(transaction), before: await findSettings(transaction),
  }))
  if (!epoch) throw new Error('the sample has no key')
  const breaches = [
    { id: sampleId('breach 1'), content: wrongRecipient, text: await textOf(desk, epoch, sampleId('breach 1'), wrongRecipient.discoveredAt) },
    { id: sampleId('breach 2'), content: lostPhone(ago), text: null },
  ]
  await write(register, context, { action: 'authority.sample', object: `network:${desk.network.id}` }, async (transaction) => {
    await appendSettings(transaction, { ...(before ?? defaultSettings), authority: settingSince(ago(280)) })
    await appendWeedingDecision(transaction, { id: sampleId('weeding'), revision: 1, reference: `SN ${ago(265).slice(0, 4)}/0107`, decidedOn: ago(265), classes: ['narrative', 'note', 'situation', 'person', 'coded', 'member', 'reading', 'audit'], withdrawn: false })
    for (const [at, { id, revision }] of incidents.slice(0, 2).entries()) await appendExtractDecision(transaction, id, { ...extracts(ago)[at]!, revision })
    for (const { id, content, text } of breaches) await appendBreach(transaction, { id, revision: 1, content }, text)
  })
  await write(register, context, { action: 'diary.number', object: `network:${desk.network.id}` }, numberIncidents)
}

/** The day so many days before today. */
type Ago = (days: number) => CivilDate

const child = { code: 'osl-26-1', words: null } as const
const extracts = (ago: Ago): readonly Omit<ExtractDecision, 'revision'>[] => [
  {
    id: sampleId('extract 1'), outcome: 'partly', decider: 'officer', decidedOn: ago(1), recipient: 'press', grounds: [], passages: [],
    fields: [{ field: 'area', ground: child }, { field: 'persons.1.nationalities', ground: { code: 'osl-21-5', words: null } }, { field: 'text-1', ground: child }],
  },
  { id: sampleId('extract 2'), outcome: 'refused', decider: 'manager', decidedOn: ago(0), recipient: 'unknown', grounds: [child, { code: 'osl-18-1', words: null }], fields: [], passages: [] },
]

const sentWrong = (ago: Ago): BreachContent => ({
  discoveredAt: `${ago(230)}T14:20:00.000Z`, beganAt: `${ago(230)}T09:05:00.000Z`, endedAt: `${ago(230)}T15:10:00.000Z`, kinds: ['confidentiality'], causes: ['sent-wrong'], persons: ['possibly-exploited', 'reporters'],
  personsAbout: 2, recordsAbout: 1, data: ['reasons', 'sex-life'], consequences: ['loss-of-control'], measures: ['recalled', 'deleted-by-recipient', 'routine-changed'], risk: 'risk',
  notifiedAt: `${ago(228)}T10:00:00.000Z`, delay: null, toldAt: null, untold: 'risk-not-high', closed: true,
})
const lostPhone = (ago: Ago): BreachContent => ({
  discoveredAt: `${ago(40)}T06:30:00.000Z`, beganAt: `${ago(41)}T20:00:00.000Z`, endedAt: `${ago(40)}T07:15:00.000Z`, kinds: ['confidentiality'], causes: ['lost-device'], persons: ['reporters'],
  personsAbout: null, recordsAbout: 0, data: ['sign-in'], consequences: ['none-likely'], measures: ['access-ended'], risk: 'unlikely', notifiedAt: null, delay: null, toldAt: null, untold: 'unreadable', closed: true,
})

async function textOf({ context: { network, member } }: Desk, { epoch, recipient }: { readonly epoch: number; readonly recipient: string }, breach: Id, createdAt: string): Promise<NewBreachText> {
  const text = joinBreachText({
    happened: 'Påhittat: En utskrift av en anledning lades i fel internpostfack och lästes av en handläggare utanför nätverket.',
    consequences: 'Påhittat: Handläggaren har tystnadsplikt. Inget tyder på att uppgifterna har spridits vidare.',
    measures: 'Påhittat: Utskriften hämtades samma dag och förstördes. Anledningar skrivs inte längre ut.', delay: '',
  })
  const hash = codedHash(canonicalText({ breach }))
  const sealed = await sealText({ text, recipient, context: { network, incident: breach, revision: 1, previous: null, epoch, author: member, formVersion: breachFormVersion, codedHash: hash, createdAt } })
  return { id: sampleId('breach text'), ...sealed, epoch, position: null, previous: null, createdAt }
}
