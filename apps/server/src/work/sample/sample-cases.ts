// The sample's year of follow-up, made from its incidents alone: the same incidents give the same cases, but for those that are open today.
import { type CaseAct, type CaseEvent, chainLine, type CivilDate, type CloseReason, defaultChain, foldCase, type Id, type Offence, type StoredIncident } from '@lykta/incident'
import { Temporal } from 'temporal-polyfill'

export type SampleEvent = { readonly act: CaseAct; readonly on: CivilDate; /** Of a note. */ readonly text?: string }
export type SampleCase = {
  /** What ids are made of. */
  readonly name: string
  readonly events: readonly SampleEvent[]
  /** Incidents whose reporters have been told how it went, and when. */
  readonly told: readonly { readonly incident: Id; readonly on: CivilDate }[]
}

/** Organisations by their codes. */
export type SampleOrganisations = Readonly<Record<'polis' | 'soc' | 'ljus' | 'jour', Id>>

const year = '2019'
/** Followed up together with the one before. */
const together = new Set([8, 20])
/** From here on they are open. */
const firstOpen = 26
const lastOpen = 29

const texts: Readonly<Record<number, string>> = {
  2: 'Påhittat: Kvinnan vill träffa stödverksamheten igen i nästa vecka, helst utan tolk på telefon.',
  12: 'Påhittat: Mobila teamet har varit på plats två gånger. Nästa försök görs på förmiddagen.',
  28: 'Påhittat: Polisen bad oss vänta med nästa kontakt tills förhöret är klart.',
}

/** Of cases that are open and have no next step: so many days ago. */
const recent: Readonly<Record<number, { readonly ago: number; readonly text: string }>> = {
  26: { ago: 18, text: 'Påhittat: Hon har fått erbjudandet och vill tänka. Hon hör av sig själv.' },
  27: { ago: 41, text: 'Påhittat: Ingen av dem vill ha kontakt nu. Frågan om den yngre tas upp med socialtjänsten.' },
}

/** `incidents`: all of the sample. Every fifth has led to no case: it was handled at once. */
export function sampleCases(incidents: readonly StoredIncident[], organisations: SampleOrganisations, today: CivilDate): readonly SampleCase[] {
  const ofYear = incidents.filter(({ externalRef }) => externalRef?.startsWith(`${year}-`)).toSorted((a, b) => (a.externalRef! < b.externalRef! ? -1 : 1))
  return ofYear.flatMap((incident, at) => {
    const number = at + 1
    if (number % 5 === 0 || together.has(number)) return []
    const second = together.has(number + 1) ? ofYear[at + 1] : undefined
    return [caseOf(number, [incident, ...(second ? [second] : [])], organisations, today)]
  })
}

function caseOf(number: number, incidents: readonly StoredIncident[], { polis, soc, ljus, jour }: SampleOrganisations, today: CivilDate): SampleCase {
  const [{ answers, externalRef }] = incidents as [StoredIncident]
  const day = (days: number): CivilDate => later(answers.reportedOn, days)
  const support = number % 2 === 0 ? ljus : jour
  // Written down when it was taken, and not before there was a case to write it into.
  const step = (id: string, days: number, organisation: Id, outcome: 'reached' | 'tried' = 'reached'): SampleEvent => ({ act: { kind: 'step', step: id, on: day(days), organisation, outcome }, on: day(Math.max(days, 1)) })
  const team = 1 + (number % 4)
  const contact = team + 3 + (number % 7)
  const meets = number % 3 !== 1
  const open = number >= firstOpen
  const events: SampleEvent[] = [
    { act: { kind: 'open' }, on: day(1) },
    ...incidents.map(({ id }): SampleEvent => ({ act: { kind: 'join', incident: id }, on: day(1) })),
    ...(answers.policeContacted === 'yes' ? [step('police', number % 3, polis)] : []),
    ...(number % 4 === 0 ? [] : [step('mobile-team', team, soc)]),
  ]
  if (number === 4) {
    events.push({ act: { kind: 'close', reason: 'unfounded' }, on: day(12) })
    return { name: externalRef!, events, told: told(incidents, day(13)) }
  }
  events.push(step('support-organisation', team + 1 + (number % 3), support))
  if (texts[number] !== undefined) events.push({ act: { kind: 'note', replaces: null }, on: day(team + 2), text: texts[number] })
  if (!open || number % 2 === 0) {
    if (!meets) events.push(step('contact', contact, support, 'tried'))
    else events.push(step('contact', contact, support), step('offered', contact + (number % 5), support))
  }
  const filed = answers.policeReports?.count ?? 0
  for (let report = 0; report < filed; report += 1) {
    const on = day(14 + report * 9 + (number % 6))
    events.push({ act: { kind: 'police-report', incident: incidents[0]!.id, filedOn: on, offence: offenceOf(answers.exploitation, report), counted: true }, on: later(on, 3) })
  }
  if (open) {
    const note = recent[number]
    if (note) events.push({ act: { kind: 'note', replaces: null }, on: later(today, -note.ago), text: note.text })
    events.push(...planOf(number, nextStep(events, incidents), support, today))
    return { name: externalRef!, events, told: [] }
  }
  const reason: CloseReason = !meets ? 'not-reached' : number % 2 === 0 ? 'support-declined' : 'support-accepted'
  const end = contact + 12 + number
  const endStep = reason === 'not-reached' ? 'not-reached' : reason === 'support-accepted' ? 'accepted' : 'declined'
  events.push(step(endStep, end, support), { act: { kind: 'close', reason }, on: day(end + 20) })
  return { name: externalRef!, events: inOrder(events), told: told(incidents, day(end + 21)) }
}

/** On the way, after where the case stands by what was written down and what its incidents say; undefined where it has come to the end of it. */
function nextStep(events: readonly SampleEvent[], incidents: readonly StoredIncident[]): string | undefined {
  const state = foldCase(events.map(({ act, on }, at): CaseEvent => ({ id: String(at), seq: at + 1, author: 'import', act, at: on })))
  const { stands } = chainLine(defaultChain, state, incidents.map(({ answers }) => answers))
  return defaultChain.slice(defaultChain.findIndex(({ id }) => id === stands) + 1).find(({ kind }) => kind === 'way')?.id
}

/** One overdue, one to come, and some that nobody has decided: by today's calendar, so that there is something to do in the sample. */
function planOf(number: number, step: string | undefined, support: Id, today: CivilDate): readonly SampleEvent[] {
  if (step === undefined) return []
  const due = later(today, (lastOpen - number) * 12 - 7)
  return [{ act: { kind: 'plan', step, organisation: support, due, remind: later(due, -2) }, on: later(due, -14) }]
}

const told = (incidents: readonly StoredIncident[], on: CivilDate): SampleCase['told'] => incidents.map(({ id }) => ({ incident: id, on }))
const later = (day: CivilDate, days: number): CivilDate => Temporal.PlainDate.from(day).add({ days }).toString()
/** As they would have been written down: the first day first. */
const inOrder = (events: readonly SampleEvent[]): readonly SampleEvent[] => events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

function offenceOf(exploitation: string, report: number): Offence {
  if (exploitation !== 'sexual') return exploitation === 'labour' ? 'human-exploitation' : 'other'
  return report % 2 === 0 ? 'purchase' : 'procuring'
}
