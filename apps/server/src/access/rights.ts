// Who may do what: the one table, by role, of what the server answers to.
import type { Role } from '../api/member-types.ts'

/** What a route asks of its caller (route-table.ts). Whose incidents a right covers is in scope.ts. */
export type Right =
  /** The network's name, organisations, years and indicators. */
  | 'network.read'
  | 'statistics.read'
  /** Enter series of other publishers, and take them away; whoever reads the counts reads them beside. */
  | 'series.manage'
  /** Cross any two coded answers of the raw counts: never published. */
  | 'statistics.cross'
  /** The tables of approved editions, each audience its own. */
  | 'tables.explore'
  /** Search all incidents and read their coded answers. */
  | 'incident.search'
  | 'incident.read'
  /** What one's organisation, or the device, has sent, and how it went. */
  | 'incident.own'
  | 'incident.enter'
  /** For another organisation, or for a source that is no member. */
  | 'incident.enter-for-others'
  /** Many at once, from a spreadsheet. */
  | 'incident.import'
  /** Add to or correct it; needs the answers that stand. */
  | 'incident.correct'
  | 'incident.withdraw'
  /** Cases with an incident that she follows: see them, write down what was done, plan, write notes. */
  | 'case.follow'
  /** Open cases, and the figures of all of them, unprotected. */
  | 'case.manage'
  /** Say which incidents are of one event, and which persons are the same. */
  | 'incident.link'
  /** The sealed text; who can open it is another matter. */
  | 'text.read'
  /** Open an incident's sealed part to other organisations, answer what is opened to one's own, and see the log of it. */
  | 'incident.share'
  /** Who has read texts of one's organisation's incidents. */
  | 'reading.see'
  /** Ask to read many texts, and answer those who ask. */
  | 'reading.many'
  /** Questions, answers and outcomes; which of them is the route's own matter. */
  | 'message.write'
  | 'quiet-month.tell'
  /** Dates, agenda and actions of the circles that one belongs to; which of them row-level security tells. */
  | 'meeting.read'
  /** What the organisation says before a meeting, and to what is asked once a year. */
  | 'situation.give'
  /** The sealed texts of meetings; settle actions of one's own organisation. */
  | 'meeting.follow'
  | 'meeting.manage'
  /** Trainings and outreach passes: of one's own organisation, and a coordinator of any. */
  | 'effort.enter'
  /** Approved editions, each audience its own. */
  | 'edition.read'
  | 'edition.make'
  /** Read drafts that one is asked about, agree to them or refuse. */
  | 'edition.approve'
  /** The reports' text, and the examples that stand in it. */
  | 'prose.write'
  /** See the examples of reasons, and approve what another has worded. */
  | 'example.approve'
  | 'settings.manage'
  /** Whether an authority runs the network, its decisions on weeding, and handing out an incident as a public document. */
  | 'authority.manage'
  /** The log of personal data breaches. */
  | 'breach.manage'
  /** How long what is kept, weeding, and asking for a legal hold or its end. */
  | 'retention.manage'
  /** Agree to a hold that another asks for, or refuse; a core member when she is named as a second person. */
  | 'hold.answer'
  /** Add, name, end and correct organisations, and sources outside the network. */
  | 'organisations.manage'
  | 'sample.manage'
  /** Take everything along that the network has; with members in an approved session. */
  | 'network.export'
  /** Members, devices and invitations, with their names. */
  | 'members.manage'
  | 'log.append'
  /** One's own public keys, bundle files and grants. */
  | 'keys.own'
  /** Say that two recovery sheets are not to be used: whoever hears that they are. */
  | 'recovery.stop'
  | 'keys.recover'
  /** The keys that `lykta init` made, under the passphrase that it showed: for whoever founds, and her colleagues. */
  | 'keys.take-over'
  /** Put sealed texts' keys in the place of those of an epoch that is over. */
  | 'keys.renew'

const reporter = ['network.read', 'tables.explore', 'incident.own', 'incident.enter', 'incident.read', 'incident.correct', 'incident.withdraw', 'message.write', 'quiet-month.tell', 'meeting.read', 'situation.give', 'edition.read', 'keys.own', 'recovery.stop', 'reading.see'] as const satisfies readonly Right[]
const coreMember = [...reporter, 'incident.search', 'incident.enter-for-others', 'statistics.read', 'text.read', 'incident.share', 'reading.many', 'case.follow', 'example.approve', 'edition.approve', 'meeting.follow', 'effort.enter', 'hold.answer'] as const satisfies readonly Right[]
/** What a coordinator does with incidents, statistics and editions: also whoever sits at a machine of which no network has members yet. */
const desk = [...coreMember, 'incident.import', 'case.manage', 'series.manage', 'meeting.manage', 'statistics.cross', 'incident.link', 'edition.make', 'prose.write', 'settings.manage', 'authority.manage', 'breach.manage', 'retention.manage', 'organisations.manage', 'sample.manage', 'network.export', 'keys.take-over'] as const satisfies readonly Right[]

export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  reporter,
  'core-member': coreMember,
  coordinator: [...desk, 'members.manage', 'log.append', 'keys.recover', 'keys.renew'],
  reader: ['network.read', 'tables.explore', 'meeting.read', 'edition.read'],
  // Keeps the server running, and learns nothing of the register.
  operator: [],
  // Writes, and reads nothing of what was written but how it went.
  device: ['incident.own', 'incident.enter', 'incident.withdraw', 'message.write', 'quiet-month.tell'],
}

/** Invited to read, and nobody has heard her eight words: she makes her keys, and waits. */
export const rightsOfWaiting: readonly Right[] = ['keys.own']

/** The same of a reporter, who need not wait to report: she changes nothing that others of her house have told, and stops nothing. */
export const rightsOfUnheardReporter: readonly Right[] = ['network.read', 'incident.own', 'incident.enter', 'message.write', 'quiet-month.tell', 'tables.explore', 'edition.read', 'keys.own']

/** Without members there are no keys of members, and nobody to invite. */
const ofMembers: readonly Right[] = ['keys.own', 'recovery.stop', 'incident.share', 'reading.see', 'reading.many']
export const rightsOfLocal: readonly Right[] = desk.filter((right) => !ofMembers.includes(right))
