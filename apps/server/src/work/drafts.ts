// Drafts of editions for those who may see them, and the steps that are taken with one: asked, agreed to, refused, taken back.
import { defaultPlan, type Protocol } from '@lykta/disclosure'
import { type Id, type Organisation, type Problem, problem, ProblemError } from '@lykta/incident'
import {
  appendEditionStep, discardDraft, enterEdition, findDraftContent, findDraftProtocol, findLineAt, getNetwork, inNetwork, type Member, readDrafts, readEditionFiles, readLastChange, readLedger,
  readMembers, readOrganisations, readRegisterTime, type ReadTransaction, type StoredDraft, write,
} from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { DraftAnswer, DraftDecision, DraftStepRequest, DraftSummary, PlannedRelease, RefusalReason, Who } from '../api/edition-types.ts'
import { filesOf } from '../http/edition-files.ts'
import { worded } from '../http/failure.ts'
import { type Situation, type Standing, standingOf } from './agreement.ts'
import type { Desk } from './desk.ts'
import { warningsOf } from './edition.ts'
import { decisionsOf } from './edition-decisions.ts'
import { editionPolicy } from './edition-policy.ts'
import { findChanges } from './find-changes.ts'
import type { EditionContent } from './ledger.ts'
import { refuseReplaced } from './refuse-replaced.ts'

type People = { readonly members: readonly Member[]; readonly organisations: readonly Organisation[] }
type Seen = { readonly drafts: readonly StoredDraft[]; readonly people: People; readonly situation: Omit<Situation, 'over' | 'wordsAlone'>; readonly network: Id }

/** What the caller sees, and, asked by the program itself, who is who: a core member sees no other members' rows. */
async function look(desk: Desk): Promise<Seen> {
  const { register, context: { network, member, role = 'coordinator' } } = desk
  const people = await inNetwork(register, { network, member: 'operator' }, async (transaction) => ({
    members: await readMembers(transaction),
    organisations: (await readOrganisations(transaction, (await getNetwork(transaction)).position)).map(({ organisation }) => organisation),
    ledgerLength: await countLedger(transaction),
    lastChange: await readLastChange(transaction),
    now: await readRegisterTime(transaction),
  }))
  const { ledgerLength, lastChange, now, ...rest } = people
  const coordinators = people.members.filter((one) => one.active && one.role === 'coordinator').length
  return {
    drafts: await inNetwork(register, desk.context, readDrafts), people: rest, network, situation: { member, role, now, ledgerLength, lastChange, coordinators },
  }
}

/** Its tables are not read for it: they are large. */
async function countLedger({ run, network }: ReadTransaction): Promise<number> {
  const [row] = await run('select count(*)::integer as entries from lykta.ledger_entry where network_id = $1', [network])
  return row!['entries'] as number
}

export async function listDrafts(desk: Desk): Promise<readonly DraftSummary[]> {
  const seen = await look(desk)
  return seen.drafts.map((draft) => summaryOf(desk, draft, seen))
}

/** Undefined for one that is not there, and for whoever may not see it. */
export async function findDraft(desk: Desk, id: Id): Promise<DraftAnswer | undefined> {
  const seen = await look(desk)
  const draft = seen.drafts.find((one) => one.id === id)
  if (!draft) return undefined
  const { content, protocol, paths, line } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    content: (await findDraftContent(transaction, id)) as EditionContent,
    protocol: (await findDraftProtocol(transaction, id)) as StoredProtocol | undefined,
    paths: await readEditionFiles(transaction, id, 'draft'),
    line: await findLineAt(transaction, draft.asOf),
  }))
  const standing = standingIn(desk, draft, seen)
  // Whoever is asked reads what the checker asked of the words; the rest of the protocol, with the counts, is the coordinator's.
  const asked = await inNetwork(desk.register, { network: desk.context.network, member: 'operator' }, (transaction) => findDraftProtocol(transaction, id)) as StoredProtocol | undefined
  return {
    draft: summaryOf(desk, draft, seen),
    digest: draft.digest,
    asOf: { position: draft.asOf, at: line?.at ?? draft.createdAt },
    policy: draft.policy,
    audit: protocol ? { passed: true, solved: 2 * protocol.certificate.audited, protectedCells: protocol.certificate.audited } : null,
    // A cell that several members could tell, or that is also hidden for another's sake, is one.
    exposedBefore: new Set(asked?.exposedBefore.map(({ key }) => key)).size,
    steps: draft.steps.flatMap(({ act, author, at, reason }) => (act === 'discard' ? [] : [{ act, who: whoOf(desk, author, seen.people), at, reason: reason as RefusalReason | null }])),
    may: standing.may,
    mayDiscard: draft.steps.length === 0 && seen.situation.role === 'coordinator',
    aloneFrom: standing.aloneFrom,
    mayBeAlone: draft.overrides.length === 0 && seen.situation.coordinators <= 1,
    overrides: draft.overrides.map(({ rule, subject, reason }) => (rule === 'merge' ? { rule, table: subject, reason } : { rule, reason })),
    changed: content.changed ?? null,
    changes: content.anew ? await findChanges(desk, content) : null,
    warnings: (asked?.warnings ?? warningsOf(draft.year, dayOf(desk, draft.createdAt))).map(worded),
    lateWaiting: protocol?.lateWaiting ?? 0,
    plan: planOf(desk, draft, content),
    files: filesOf(`/draft-files/${id}`, paths),
    decisions: protocol ? draftDecisionsOf(protocol) : null,
  }
}

type StoredProtocol = Protocol & { readonly certificate: { readonly audited: number }; readonly warnings: readonly Problem[]; readonly lateWaiting: number }

/** Refuses what cannot be done now; undefined for a draft that the caller does not see. */
export async function takeStep(desk: Desk, id: Id, { act, digest, releaseOn = null, reason }: DraftStepRequest): Promise<DraftAnswer | undefined> {
  const seen = await look(desk)
  const draft = seen.drafts.find((one) => one.id === id)
  if (!draft) return undefined
  const { may, outdated } = standingIn(desk, draft, seen)
  if (digest !== draft.digest) throw new ProblemError([problem('editions.other-digest')])
  const ended = draft.steps.at(-1)
  if (act === 'approve' && ended?.act === 'approve') throw new ProblemError([alreadyApproved(desk, draft.year, ended.at, whoOf(desk, ended.author, seen.people))])
  if (!may.includes(act)) throw new ProblemError([outdated === 'ledger' ? problem('editions.outdated', { year: draft.year }) : problem('editions.not-now')])
  const releaseAt = act === 'ask' ? await releaseOf(desk, draft, releaseOn) : (draft.steps[0]?.releaseAt ?? null)
  try {
    await write(desk.register, desk.context, { action: `edition.${act}`, object: `draft:${id}` }, async (transaction) => {
      await appendEditionStep(transaction, id, { act, digest, releaseAt, reason: act === 'refuse' ? (reason ?? 'other') : null })
      if (act !== 'approve') return
      // The entry's place in the ledger is the draft's own: no other can come between this look and the commit.
      if (draft.revises !== null) refuseReplaced(await readLedger(transaction), draft.revises, draft.year)
      await enterEdition(transaction, id)
    })
  } catch (error) {
    // The database asks once more: something has changed since it was looked at.
    if (error instanceof Error && 'code' in error && error.code === notAgreed) throw new ProblemError([problem('editions.not-now')], { cause: error })
    throw error
  }
  return findDraft(desk, id)
}

/** By whom and when, as the answer to whoever comes second: in the network's time zone. */
export function alreadyApproved({ network }: Pick<Desk, 'network'>, year: number, at: string, { self, role, organisation }: Who): Problem {
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO(network.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
  return problem('editions.already-approved', { year, at: moment, who: self ? 'self' : role, organisation: organisation ?? '' })
}

/** Throws a frozen draft away that nobody was asked about: what it holds is erased. False for one that the caller does not see. */
export async function discardFrozen(desk: Desk, id: Id): Promise<boolean> {
  const draft = (await inNetwork(desk.register, desk.context, readDrafts)).find((one) => one.id === id)
  if (!draft) return false
  if (draft.steps.length > 0) throw new ProblemError([problem('editions.asked-about')])
  await write(desk.register, desk.context, { action: 'draft.discard', object: `draft:${id}` }, (transaction) => discardDraft(transaction, id))
  return true
}

/** What lykta.enter_edition refuses with. */
const notAgreed = '42501'

/** Eight in the morning in the network's time zone; never before the edition that it replaces. */
async function releaseOf(desk: Desk, { revises }: StoredDraft, day: string | null): Promise<string | null> {
  if (day !== null && day < desk.today()) throw new ProblemError([problem('editions.release-past')])
  const chosen = day === null ? null : morningOf(desk, day)
  if (revises === null) return chosen
  const replaced = (await inNetwork(desk.register, desk.context, readLedger)).find(({ id }) => id === revises)?.releaseAt ?? null
  return replaced !== null && (chosen ?? new Date().toISOString()) < replaced ? replaced : chosen
}

function morningOf({ network }: Desk, day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: network.timeZone, plainTime: '08:00' }).toInstant().toString({ smallestUnit: 'millisecond' })
}

const dayOf = ({ network }: Desk, at: string): string => Temporal.Instant.from(at).toZonedDateTimeISO(network.timeZone).toPlainDate().toString()

function standingIn(desk: Desk, draft: StoredDraft, { situation, drafts }: Seen): Standing {
  const replaced = drafts.find(({ id }) => id === draft.revises)
  const wordsAlone = draft.revises !== null && (replaced === undefined || replaced.asOf === draft.asOf)
  return standingOf(draft, { ...situation, wordsAlone, over: dayOf(desk, draft.createdAt) > `${draft.year}-12-31` })
}

function summaryOf(desk: Desk, draft: StoredDraft, seen: Seen): DraftSummary {
  const { id, year, audience, revises, author, createdAt, steps } = draft
  const { state, outdated, waitsForYou } = standingIn(desk, draft, seen)
  return { id, year, audience, revises, madeAt: createdAt, who: whoOf(desk, author, seen.people), state, outdated, releaseAt: steps[0]?.releaseAt ?? null, waitsForYou }
}

function whoOf({ context }: Desk, author: string, { members, organisations }: People): Who {
  const member = members.find(({ id }) => id === author)
  const self = author === context.member
  if (!member) return { self, role: 'program', organisation: null }
  const role = member.active && (member.role === 'coordinator' || member.role === 'core-member') ? member.role : 'gone'
  return { self, role, organisation: organisations.find(({ id }) => id === member.organisation)?.name ?? null }
}

function draftDecisionsOf(protocol: Protocol): readonly DraftDecision[] {
  return protocol.cells.flatMap((cell) => decisionsOf({ ...protocol, cells: [cell] })
    .map((decision) => ({ ...decision, low: cell.interval?.low ?? null, high: cell.interval?.high ?? null })))
}

/** What the plan prints now, and what is still to come of it. */
function planOf({ network }: Desk, { year, audience }: StoredDraft, { tables }: EditionContent): readonly PlannedRelease[] {
  const first = Number(network.collectionStart.slice(0, 4))
  const plan = defaultPlan(editionPolicy(0, { audience }))
  return plan.tables.map(({ id, release, parts }) => {
    const ids = new Set([id, ...parts.flatMap(({ figures }) => (figures === 'rows' ? [] : figures.map((figure) => figure.id)))])
    const periods = tables.find((table) => ids.has(table.id))?.periods ?? []
    const printedTo = Number((periods.at(-1)?.to ?? `${first - 1}-12-31`).slice(0, 4))
    const waiting = release === 'year' ? Array.from({ length: Math.max(0, year - printedTo) }, (_, index) => printedTo + 1 + index) : []
    const blocks = Math.floor((year - first + 1) / plan.blockYears)
    return { table: id, release, printed: periods.map((period) => period.id), waiting, next: release === 'block' ? first + (blocks + 1) * plan.blockYears - 1 : null }
  })
}
