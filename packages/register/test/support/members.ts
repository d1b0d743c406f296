// Everything that a network with members holds, written through the register's own functions.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Id } from '@lykta/incident'
import {
  appendBreach, appendCase, appendCaseEvents, appendDevice, appendExtractDecision, appendWeedingDecision, numberIncidents, appendDraft, appendEfforts, appendGlass, appendGlassStep, appendMeetingItem, appendMeetings, appendYearlyAnswers, appendExample, appendProse, decideExample, appendEditionStep, appendGrants, appendInvitation, appendLedgerEntry, answerHold, appendHoldRequest, appendWeedings, coarsenAnswers, appendLogLines, appendMember, appendMessage, appendQuietMonth, appendRefusals, appendRevisions, appendSame, appendSeries, appendSession, appendSessionStep, appendSettings, appendShare, appendShareStep, appendSituation, type Context, type Device, endInvitation, type NewDraft,
  type Member, type MemberRole, putPublicKeys, type Register, releaseSituation, replaceBundles, saveView, write, type WriteTransaction,
} from '@lykta/register'
import { answersOf, createdAt, newIncident, nextReference, type TestNetwork } from './network.ts'

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export function newMember(role: MemberRole, organisation: Id | null, changes: Partial<Member> = {}): Member {
  return { id: randomUUID(), role, organisation, login: `login-${randomUUID()}`, active: true, createdAt, ...changes }
}

export function newDevice(organisation: Id, changes: Partial<Device> = {}): Device {
  return {
    id: randomUUID(), organisation, name: 'Receptionens "telefon" \u2028', tokenHash: randomBytes(32).toString('hex'), verifyKey: 'ab'.repeat(32), proof: 'cd'.repeat(32),
    invitation: randomUUID(), active: true, createdAt, ...changes,
  }
}

const digestOf = (draft: Id): string => hashOf(draft)

export function newDraft(id: Id, changes: Partial<NewDraft> = {}): NewDraft {
  const files = (text: string): ReadonlyMap<string, Uint8Array> => new Map([['sv/index.html', Buffer.from(text)], ['sv/tables/years.csv', Buffer.from([0, 255, 10])]])
  return {
    id, year: 2018, audience: 'public', revises: null, asOf: 2, head: 'ab'.repeat(32), ledgerLength: 2, policy: 'default-public-1', digest: digestOf(id), prose: { sv: 0, en: 0 },
    content: { year: 2018, title: 'Utg\u2028åva "2018"' }, protocol: { cells: [{ count: 4, why: 'få' }] },
    overrides: [{ rule: 'organisations', subject: '', reason: 'Två "organisationer" räcker \u2028 här' }], files: { draft: files('Utkast'), final: files('Lägesbild') }, ...changes,
  }
}

export type TestPeople = {
  /** A situation report of which the network has its version, and one that only the core group has. */
  readonly situation: Id
  readonly unreleased: Id
  readonly breach: Id
  readonly coordinator: Member
  readonly core: Member
  readonly reporter: Member
  readonly reader: Member
  readonly operator: Member
  readonly device: Device
  readonly openInvitation: Id
  /** An entry of the ledger that has no protocol. */
  readonly unexplained: Id
  /** One that nobody has been asked about, one that somebody has, and one that stands in the ledger. */
  readonly drafts: Readonly<Record<'alone' | 'asked' | 'entered', Id>>
  /** Both by the coordinator; one approved by the core member. */
  readonly examples: Readonly<Record<'waiting' | 'approved', Id>>
  readonly meetings: Readonly<Record<'core' | 'network', Id>>
  /** Open actions of the network's meeting and situations before it, of the first organisation and of the second; and the second's before the core group's. */
  readonly items: Readonly<Record<'action' | 'theirAction' | 'situation' | 'theirSituation' | 'theirCoreSituation', Id>>
  /** Of the first organisation, in two revisions, and of the second in one. */
  readonly efforts: Readonly<Record<'own' | 'other', Id>>
  /** Unanswered: of the first organisation's incident, of the other's to the first, and one in which the first has no part. */
  readonly shares: Readonly<Record<'given' | 'received' | 'among', Id>>
  readonly sessions: Readonly<Record<'byCore' | 'byCoordinator', Id>>
  /** Out of time, and not ended or reviewed. */
  readonly glasses: Readonly<Record<'byCore' | 'byCoordinator', Id>>
  /** Of each organisation's incident, and of both organisations'; a note in each. */
  readonly cases: Readonly<Record<'own' | 'other' | 'both', Id>>
  /** Contexts in which each acts, by role. */
  readonly as: Readonly<Record<MemberRole | 'device', Context>>
  /** Sent by the device, by the reporter and by the other organisation; each with a sealed text and a question. */
  readonly incidents: { readonly ofDevice: Id; readonly ofReporter: Id; readonly ofOther: Id }
}

/** The network's epoch 1 is there. Everybody is of the first organisation. */
export async function fillPeople(register: Register, { network, organisations: [first, second] }: TestNetwork): Promise<TestPeople> {
  const own = { core: newMember('core-member', first.id), reporter: newMember('reporter', first.id), reader: newMember('reader', null), operator: newMember('operator', null) }
  const coordinator = newMember('coordinator', first.id)
  const device = newDevice(first.id)
  const [openInvitation, usedInvitation] = [randomUUID(), device.invitation]
  const unexplained = randomUUID()
  const drafts = { alone: randomUUID(), asked: randomUUID(), entered: randomUUID() }
  const contextOf = ({ id, role, organisation }: Member): Context => ({ network: network.id, member: id, role, organisation })
  const as = {
    coordinator: contextOf(coordinator),
    'core-member': contextOf(own.core),
    reporter: contextOf(own.reporter),
    reader: contextOf(own.reader),
    operator: contextOf(own.operator),
    device: { network: network.id, member: device.id, role: 'device', organisation: first.id },
  } as const
  const act = (context: Context, action: string, work: (transaction: WriteTransaction) => Promise<void>) => write(register, context, { action, object: 'test' }, work)
  await act(as.coordinator, 'member.add', async (transaction) => {
    await appendSettings(transaction, { publicThreshold: 5, emergencyNumbers: [{ name: 'Jour "natt"', number: '020', hours: '' }] })
    for (const member of [coordinator, ...Object.values(own)]) await appendMember(transaction, member)
    await appendLogLines(transaction, 0, ['{"entry":"genesis"}', '{"entry":"å"}'])
    await appendGrants(transaction, [coordinator, own.core].map(({ id }) => ({ epoch: 1, holder: id, file: Buffer.from('GRANT') })))
    const invitation = { role: 'reporter', organisation: first.id, createdAt, expiresAt: '2999-01-01T00:00:00.000Z' } as const
    await appendInvitation(transaction, { ...invitation, id: openInvitation, kind: 'member', tokenHash: hashOf('open') })
    await appendInvitation(transaction, { ...invitation, id: usedInvitation, kind: 'device', role: 'device', tokenHash: hashOf('used') })
  })
  await act(as.coordinator, 'device.enrol', async (transaction) => {
    await endInvitation(transaction, usedInvitation, 'used')
    await appendDevice(transaction, device)
  })
  for (const { id, role } of [coordinator, own.core, own.reporter]) {
    await act(as[role], 'keys.make', async (transaction) => {
      await putPublicKeys(transaction, id, { recipient: role === 'reporter' ? null : `age1pq${id}`, verifyKey: 'ef'.repeat(32) })
      await replaceBundles(transaction, id, ['passphrase'], [{ id: randomUUID(), way: 'passphrase', credential: null, file: Buffer.from('BUNDLE') }])
    })
  }
  const send = async (context: Context, organisation: Id): Promise<Id> => {
    const sealed = { sealedId: randomUUID(), body: randomBytes(300), key: randomBytes(200), epoch: 1, position: 2 }
    const revision = newIncident(answersOf(organisation), { sealed })
    await act(context, 'incident.enter', (transaction) => appendRevisions(transaction, [revision]))
    return revision.incident
  }
  const incidents = { ofDevice: await send(as.device, first.id), ofReporter: await send(as.reporter, first.id), ofOther: await send(as.coordinator, second.id) }
  const question = randomUUID()
  await act(as.coordinator, 'message.ask', async (transaction) => {
    await appendMessage(transaction, { id: question, incident: incidents.ofDevice, kind: 'question', code: 'when', to: null, at: createdAt })
    for (const incident of [incidents.ofReporter, incidents.ofOther]) {
      await appendMessage(transaction, { id: randomUUID(), incident, kind: 'question', code: 'where', to: null, at: createdAt })
    }
    await appendQuietMonth(transaction, { organisation: second.id, month: '2026-09', withdrawn: false })
  })
  await act(as.device, 'message.answer', async (transaction) => {
    await appendMessage(transaction, { id: randomUUID(), incident: incidents.ofDevice, kind: 'answer', code: 'not-known', to: question, at: createdAt })
    await appendQuietMonth(transaction, { organisation: first.id, month: '2026-10', withdrawn: false })
  })
  await act(as.reporter, 'quiet-month.withdraw', (transaction) => appendQuietMonth(transaction, { organisation: first.id, month: '2026-10', withdrawn: true }))
  await act(as.coordinator, 'member.change', async (transaction) => {
    await appendSettings(transaction, { publicThreshold: 6, emergencyNumbers: [] })
    await appendMember(transaction, { ...own.reader, active: false, login: null })
    await appendDevice(transaction, { ...device, name: 'Nattens telefon' })
  })
  await act(as.coordinator, 'ledger.add', async (transaction) => {
    await appendLedgerEntry(transaction, 0, { id: unexplained, kind: 'outside', audience: 'public', content: { source: 'En "rapport" \u2028', figures: [] } })
    await appendLedgerEntry(transaction, 1, { id: randomUUID(), kind: 'edition', audience: 'core', content: { year: 2018, months: 1.5 }, protocol: { cells: ['å'] }, releaseAt: '2999-01-01T07:00:00.000Z' })
    await appendLedgerEntry(transaction, 2, { id: drafts.entered, kind: 'edition', audience: 'public', content: { year: 2018 }, protocol: { cells: [] } })
  })
  await act(as.coordinator, 'draft.make', async (transaction) => {
    for (const draft of Object.values(drafts)) await appendDraft(transaction, newDraft(draft, { revises: draft === drafts.asked ? drafts.entered : null }))
  })
  await act(as.coordinator, 'edition.ask', async (transaction) => {
    for (const draft of [drafts.asked, drafts.entered]) await appendEditionStep(transaction, draft, { act: 'ask', digest: digestOf(draft), releaseAt: '2019-03-01T07:00:00.000Z' })
  })
  await act(as['core-member'], 'edition.approve', (transaction) =>
    appendEditionStep(transaction, drafts.entered, { act: 'approve', digest: digestOf(drafts.entered), releaseAt: '2019-03-01T07:00:00.000Z' }))
  const examples = { waiting: randomUUID(), approved: randomUUID() }
  await act(as.coordinator, 'prose.save', async (transaction) => {
    await appendProse(transaction, 0, { language: 'sv', text: '# Årsrapport\n', figures: {} })
    await appendProse(transaction, 0, { language: 'en', text: '# Report\n', figures: {} })
    for (const id of Object.values(examples)) await appendExample(transaction, { id, sv: 'En dörr som "aldrig" öppnas', en: 'A door that is never opened' })
  })
  await act(as.coordinator, 'prose.save', (transaction) => appendProse(transaction, 1, { language: 'sv', text: '# Årsrapport\n\nMer.\n', figures: { 2018: { 'incidents.year': '23', 'sex[girl].block': null } } }))
  await act(as['core-member'], 'example.approve', (transaction) => decideExample(transaction, examples.approved, 'approved'))
  const series = randomUUID()
  await act(as.coordinator, 'series.import', (transaction) => appendSeries(transaction, [{ id: series, revision: 1, content: { name: 'Anmälda "brott"' }, withdrawn: false }]))
  await act(as.coordinator, 'series.import', (transaction) => appendSeries(transaction, [{ id: series, revision: 2, content: { name: 'Anmälda brott' }, withdrawn: false }]))
  const meetings = { core: randomUUID(), network: randomUUID() }
  const items = { action: randomUUID(), theirAction: randomUUID(), situation: randomUUID(), theirSituation: randomUUID(), theirCoreSituation: randomUUID() }
  const meeting = { revision: 1, date: '2026-03-12', begins: '13:00', ends: '15:00', state: 'planned', agenda: ['Läget i "staden" \u2028'], attendance: null } as const
  const text = () => ({ id: randomUUID(), body: randomBytes(300), key: randomBytes(200), epoch: 1, position: 2, previous: null, createdAt })
  await act(as.coordinator, 'meeting.plan', async (transaction) => {
    await appendMeetings(transaction, [{ ...meeting, id: meetings.core, circle: 'core' }, { ...meeting, id: meetings.network, circle: 'network', date: '2026-04-09' }])
  })
  await act(as.coordinator, 'meeting.change', async (transaction) => {
    await appendMeetings(transaction, [{ ...meeting, id: meetings.network, circle: 'network', revision: 2, date: '2026-04-10', state: 'held', attendance: [second.id] }])
    const item = { revision: 1, settled: null, line: 0, due: null } as const
    for (const circle of ['core', 'network'] as const) {
      const of = { ...item, meeting: meetings[circle], circle }
      await appendMeetingItem(transaction, { ...of, id: randomUUID(), kind: 'decision', organisation: null, state: 'stands' }, text())
      await appendMeetingItem(transaction, { ...of, id: circle === 'network' ? items.theirAction : randomUUID(), kind: 'action', organisation: second.id, state: 'open', due: '2026-05-01' }, text())
      await appendMeetingItem(transaction, { ...of, id: circle === 'network' ? items.theirSituation : items.theirCoreSituation, kind: 'situation', organisation: second.id, state: 'nothing', line: null }, null)
    }
    const said = text()
    const own = { ...item, id: items.action, meeting: meetings.network, circle: 'network', kind: 'action', organisation: first.id, due: '2026-05-02' } as const
    await appendMeetingItem(transaction, { ...own, state: 'open' }, said)
  })
  await act(as.reporter, 'meeting.situation', async (transaction) => {
    await appendMeetingItem(transaction, { id: items.situation, revision: 1, meeting: meetings.network, circle: 'network', kind: 'situation', organisation: first.id, state: 'told', due: null, settled: null, line: null }, text())
    await appendYearlyAnswers(transaction, [{ organisation: first.id, year: 2026, subject: 'labour', answer: 'not-looked' }])
  })
  await act(as.coordinator, 'yearly.answer', async (transaction) => {
    await appendYearlyAnswers(transaction, [{ organisation: second.id, year: 2026, subject: 'begging', answer: 'seen' }])
    await appendYearlyAnswers(transaction, [{ organisation: first.id, year: 2026, subject: 'labour', answer: 'not-seen' }])
  })
  const efforts = { own: randomUUID(), other: randomUUID() }
  const training = { organisation: first.id, kind: 'training', month: '2026-02', times: 2, people: 31 } as const
  await act(as['core-member'], 'effort.enter', (transaction) => appendEfforts(transaction, [{ ...training, id: efforts.own, revision: 1, withdrawn: false }]))
  await act(as.coordinator, 'effort.change', (transaction) => appendEfforts(transaction, [
    { ...training, id: efforts.own, revision: 2, people: 32, withdrawn: false }, { ...training, id: efforts.other, revision: 1, organisation: second.id, kind: 'outreach', people: null, withdrawn: false },
  ]))
  const shares = { given: randomUUID(), received: randomUUID(), among: randomUUID() }
  const ended = randomUUID()
  await act(as.coordinator, 'share.open', async (transaction) => {
    await appendShare(transaction, { id: shares.given, incident: incidents.ofReporter, organisation: second.id, way: 'opened', what: 'reasons', upTo: 1, ground: 'consent', expiresAt: null })
    await appendShare(transaction, { id: ended, incident: incidents.ofReporter, organisation: second.id, way: 'opened', what: 'written', upTo: 1, ground: 'consent', expiresAt: '2999-01-01T00:00:00.000Z' })
    await appendShare(transaction, { id: shares.received, incident: incidents.ofOther, organisation: first.id, way: 'opened', what: 'reasons', upTo: 1, ground: 'consent', expiresAt: null })
    await appendShare(transaction, { id: shares.among, incident: incidents.ofOther, organisation: second.id, way: 'opened', what: 'reasons', upTo: 1, ground: 'consent', expiresAt: null })
  })
  await act(as['core-member'], 'share.end', (transaction) => appendShareStep(transaction, ended, 'end'))
  await act(as.coordinator, 'share.open', async (transaction) => {
    const told = randomUUID()
    await appendShare(transaction, { id: told, incident: incidents.ofOther, organisation: second.id, way: 'told', what: 'reasons', upTo: 1, ground: 'consent', expiresAt: null })
    await appendShareStep(transaction, told, 'end')
  })
  const sessions = { byCore: randomUUID(), byCoordinator: randomUUID() }
  const refusedSession = randomUUID()
  await act(as['core-member'], 'session.ask', async (transaction) => {
    await appendSession(transaction, { id: sessions.byCore, purpose: 'search' })
    await appendSession(transaction, { id: refusedSession, purpose: 'export' })
  })
  await act(as.coordinator, 'session.ask', (transaction) => appendSession(transaction, { id: sessions.byCoordinator, purpose: 'annual-report' }))
  await act(as.coordinator, 'session.approve', (transaction) => appendSessionStep(transaction, refusedSession, { act: 'approve' }))
  await act(as['core-member'], 'session.begin', (transaction) => appendSessionStep(transaction, refusedSession, { act: 'begin', texts: 3, extent: { [first.id]: 3 } }))
  const glasses = { byCore: randomUUID(), byCoordinator: randomUUID() }
  const reviewed = randomUUID()
  const expiresAt = '2020-01-01T00:00:00.000Z'
  await act(as['core-member'], 'glass.break:child', async (transaction) => {
    await appendGlass(transaction, { id: glasses.byCore, reason: 'child', share: null, expiresAt })
    await appendGlass(transaction, { id: reviewed, reason: 'child', share: null, expiresAt })
  })
  await act(as.coordinator, 'glass.break:missing', (transaction) => appendGlass(transaction, { id: glasses.byCoordinator, reason: 'missing', share: null, expiresAt }))
  await act(as.coordinator, 'glass.review:justified', (transaction) => appendGlassStep(transaction, reviewed, 'justified'))
  const cases = { own: randomUUID(), other: randomUUID(), both: randomUUID() }
  const third = newIncident(answersOf(first.id))
  const fourth = newIncident(answersOf(second.id))
  await act(as.coordinator, 'incident.enter', (transaction) => appendRevisions(transaction, [third, fourth]))
  const members = { own: [incidents.ofReporter], other: [incidents.ofOther], both: [third.incident, fourth.incident] }
  for (const [name, id] of Object.entries(cases)) {
    const note = { epoch: 1, body: Buffer.from('BODY'), key: Buffer.from('KEY'), position: 2 }
    await act(as.coordinator, 'case.open', async (transaction) => {
      await appendCase(transaction, { id, ref: nextReference(), at: createdAt })
      await appendCaseEvents(transaction, id, [{ kind: 'open' } as const, ...members[name as keyof typeof members].map((incident) => ({ kind: 'join', incident }) as const)].map((one) => ({ id: randomUUID(), act: one, at: createdAt })))
      await appendCaseEvents(transaction, id, [{ id: randomUUID(), act: { kind: 'note', replaces: null }, note, at: createdAt }])
    })
  }
  await act(as['core-member'], 'case.step', (transaction) => appendCaseEvents(transaction, cases.own, [
    { id: randomUUID(), act: { kind: 'step', step: 'contact', on: '2019-05-01', organisation: first.id, outcome: 'reached' }, at: createdAt }]))
  const cluster = randomUUID()
  const same = { revision: 1, cluster, degree: 'certain', groups: null } as const
  await act(as.coordinator, 'incident.link', (transaction) => appendSame(transaction, [{ ...same, incident: incidents.ofReporter, entry: null }, { ...same, incident: incidents.ofOther, entry: null }]))
  await act(as.coordinator, 'incident.unlink', (transaction) => appendSame(transaction, [{ ...same, incident: incidents.ofReporter, entry: null, revision: 2, cluster: null, degree: null }]))
  const [one, another] = [{ incident: incidents.ofReporter, entry: 0 }, { incident: incidents.ofOther, entry: 1 }]
  await act(as.coordinator, 'incident.differ', (transaction) => appendRefusals(transaction, [{ first: one, second: another, revision: 1, withdrawn: false }]))
  await act(as.coordinator, 'incident.differ', (transaction) => appendRefusals(transaction, [{ first: another, second: one, revision: 2, withdrawn: true }]))
  for (const who of [as.coordinator, as['core-member']]) await saveView(register, who, { id: randomUUID(), content: { waiting: true } })
  const held = { act: 'place', subject: incidents.ofOther, kind: 'incident', reason: 'investigation', until: '2090-03-31' } as const
  const holdRequests = { own: randomUUID(), answered: randomUUID() }
  // Another coordinator, who agrees to one of them and leaves.
  const leaving = newMember('coordinator', first.id)
  await act(as.coordinator, 'member.add', (transaction) => appendMember(transaction, leaving))
  for (const id of Object.values(holdRequests)) await act(as.coordinator, 'hold.ask', (transaction) => appendHoldRequest(transaction, { id, ...held }))
  await act(contextOf(leaving), 'hold.agree', (transaction) => answerHold(transaction, holdRequests.answered, 'agree'))
  await act(as.coordinator, 'member.remove', (transaction) => appendMember(transaction, { ...leaving, active: false, login: null }))
  await act(as.coordinator, 'retention.weed', (transaction) => appendWeedings(transaction, [{ id: randomUUID(), class: 'member', cause: 'due', subjects: 1, parts: 1, decision: null }]))
  await act(as.coordinator, 'retention.weed', async (transaction) => void (await coarsenAnswers(transaction, fourth.incident, ['person', 'coded'])))
  await act(as.coordinator, 'settings.change', (transaction) => appendSettings(transaction, { publicThreshold: 6, emergencyNumbers: [], authority: { on: true, pattern: 'LYK "Å" YYYY-####' } }))
  await act(as.coordinator, 'diary.number', async (transaction) => void (await numberIncidents(transaction)))
  const ground = { code: 'own', words: 'OSL 26 kap. "1" §' } as const
  await act(as.coordinator, 'extract.decide', (transaction) => appendExtractDecision(transaction, incidents.ofOther, {
    id: randomUUID(), revision: 1, outcome: 'partly', decider: 'officer', decidedOn: '2026-05-04', recipient: 'press', grounds: [], fields: [{ field: 'area', ground }], passages: [],
  }))
  const [weeding, breach] = [{ id: randomUUID(), reference: 'KS "2026"/17', decidedOn: '2026-01-15', classes: ['narrative'] } as const, randomUUID()]
  await act(as.coordinator, 'weeding.decide', (transaction) => appendWeedingDecision(transaction, { ...weeding, revision: 1, withdrawn: false }))
  await act(as.coordinator, 'weeding.decide', (transaction) => appendWeedingDecision(transaction, { ...weeding, revision: 2, withdrawn: true }))
  await act(as.coordinator, 'weeding.decide', (transaction) => appendWeedingDecision(transaction, { ...weeding, id: randomUUID(), classes: ['narrative', 'note', 'situation', 'person', 'coded', 'member', 'reading', 'audit'], revision: 1, withdrawn: false }))
  const breachContent = {
    discoveredAt: '2026-05-04T08:00:00.000Z', beganAt: null, endedAt: null, kinds: ['confidentiality'], causes: ['sent-wrong'], persons: ['possibly-exploited'], personsAbout: 3, recordsAbout: 1,
    data: ['reasons'], consequences: ['loss-of-control'], measures: ['recalled'], risk: 'risk', notifiedAt: null, delay: null, toldAt: null, untold: null, closed: false,
  } as const
  await act(as.coordinator, 'breach.note', (transaction) => appendBreach(transaction, { id: breach, revision: 1, content: breachContent }, text()))
  await act(as.coordinator, 'breach.note', (transaction) => appendBreach(transaction, { id: breach, revision: 2, content: { ...breachContent, notifiedAt: '2026-05-05T08:00:00.000Z' } }, null))
  const [situation, unreleased] = [randomUUID(), randomUUID()]
  const version = (audience: 'core' | 'network') => ({ audience, digest: hashOf(audience), content: {}, told: null, files: new Map([['sv/report.json', Buffer.from(audience)]]) })
  await act(as.coordinator, 'situation.make', async (transaction) => {
    await appendSituation(transaction, { id: situation, meeting: meetings.network, asOf: 2, ledgerLength: 0, versions: [version('core'), version('network')] })
    await appendSituation(transaction, { id: unreleased, meeting: meetings.core, asOf: 2, ledgerLength: 0, versions: [version('core')] })
  })
  await act(as['core-member'], 'situation.release', (transaction) => releaseSituation(transaction, situation, 'network', hashOf('network')))
  return { coordinator, ...own, device, breach, situation, unreleased, meetings, items, efforts, shares, sessions, glasses, openInvitation, unexplained, drafts, examples, cases, as, incidents }
}
