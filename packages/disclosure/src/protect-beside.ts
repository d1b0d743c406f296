// An edition beside earlier ones of which a printed year was printed anew: those stay in their readers' hands, so what entered and what left are registers that they can work out.
import { attackStates, type StatesAttack } from './attack-states.ts'
import { prepareAudit, type Prepared, type Target, type Verdict } from './audit.ts'
import type { CellKey } from './cell-key.ts'
import type { Frame } from './frame.ts'
import { certifyStates } from './certify-states.ts'
import type { Step } from './join-registers.ts'
import type { Kept } from './kept-witnesses.ts'
import { type Known, knownToReaders } from './known.ts'
import { type Count, countGroups, layOut, ownGroups } from './lay-out.ts'
import { withoutLate } from './late.ts'
import type { LedgerEntry } from './ledger.ts'
import { concealed, hideAll, pruned } from './other-state.ts'
import type { OwnCounts } from './own-counts.ts'
import { prepareFrame } from './prepare-frame.ts'
import { protect, type Protection, type ProtectRequest } from './protect.ts'
import type { TableBody } from './protected-table.ts'
import { rememberCounts } from './remember-counts.ts'
import { withholdMore } from './withhold.ts'

/** The printed years before one of them was printed anew. */
export type EarlierState = {
  /** That calendar year. */
  readonly year: number
  /** Counts of that state: all other years as they are now, but for those that were printed anew later. */
  readonly before: Count
  /** Counts of what entered the year alone, with the answers that it entered with; a corrected incident enters and leaves. */
  readonly entering: Count
  /** Counts of what left it alone, with the answers that it left with. */
  readonly leaving: Count
  /** What was printed of that state. */
  readonly ledger: readonly LedgerEntry[]
}

/** `count`: the register as it is counted now. `earlier`: what was printed of that, after the last of the states. */
export type BesideRequest = ProtectRequest & { readonly states: readonly EarlierState[] }

/** Whose counts: as printed before a year was printed anew, as they are now, and what makes the difference. */
export type State = 'before' | 'revised' | 'entering' | 'leaving'

/** What the edition would tell too well; to everybody, or to one organisation, which knows its own reports in every state. */
export type Missing = Pick<Verdict, 'kind' | 'rules' | 'interval' | 'demand'> & { readonly in: State; readonly key: CellKey; readonly organisation: string | null }

export type Beside =
  | { readonly allowed: true; readonly protection: Protection; readonly attacked: number }
  | { readonly allowed: false; readonly missing: readonly Missing[] }

type Register = { readonly name: string; readonly state: State; readonly count: Count; readonly ledger: readonly LedgerEntry[] }

/**
 * Makes the edition, and lets the readers of all earlier ones attack the old and the new together: after = before + entering −
 * leaving in every count. What tells too well is hidden, and more beside it, until all that was protected stays so, and what entered
 * and what left obey the policy as if they were tables of their own; refused when that cannot be. Each member attacks them too, with
 * what it reported itself in every state: it knows which of the reports that entered or left were its own. When no time is left, more is
 * kept back at a time than need be, which the certificate says; what is returned is as safe. Throws as `protect` does when the edition
 * alone cannot be made.
 */
export async function protectBeside({ states: asked, ...plain }: BesideRequest): Promise<Beside> {
  const request: ProtectRequest = { ...plain, count: rememberCounts(plain.count) }
  const states = asked.map((state): EarlierState => ({ ...state, before: rememberCounts(state.before), entering: rememberCounts(state.entering), leaving: rememberCounts(state.leaving) }))
  const { left = () => 1e9 } = request
  const own = withoutLate(request.earlier)
  const ledgers = [...states.map(({ ledger }) => withoutLate(ledger)), own]
  const registers = states.flatMap(({ before, entering, leaving }, index): readonly Register[] => [
    { name: `before ${index}`, state: 'before', count: before, ledger: ledgers[index]! },
    { name: `entering ${index}`, state: 'entering', count: entering, ledger: [] },
    { name: `leaving ${index}`, state: 'leaving', count: leaving, ledger: [] },
  ]).concat({ name: 'now', state: 'revised', count: request.count, ledger: own })
  const steps = states.map(({ year }, index): Step =>
    ({ year, before: `before ${index}`, after: index + 1 < states.length ? `before ${index + 1}` : 'now', entering: `entering ${index}`, leaving: `leaving ${index}` }))
  // What is of other years is true of the register now as well.
  const still = ledgers.flatMap((ledger, index) => ledger.map((entry) => pruned(entry, states.slice(index).map(({ year }) => year), request.collection)))
  const attackers = await attackersOf(request, registers, ledgers)
  const laid = await attackers.layOutNow()
  const rule = request.rule ?? 'zero-to-threshold'
  const stateOf = (register: string): State => registers.find(({ name }) => name === register)!.state
  let withheld: ReadonlySet<CellKey> = new Set()
  let first: (target: Target, register: string) => boolean = () => false
  let inTime = true
  const kept = new Map<number, Kept>()
  for (;;) {
    const protection = await protect({ ...request, earlier: still, withheld })
    const published = protection.tables.filter((table) => table.id !== 'reportedLate')
    const attacks: StatesAttack[] = []
    const missing: Missing[] = []
    for (let reader = 0; reader < attackers.readers && missing.length === 0; reader += 1) {
      const prepared = await attackers.prepare(published, reader)
      const attack = await attackStates(prepared, steps, (register) => attackers.ownOf(register, reader), { ...request, rule }, { first, kept: kept.get(reader) ?? { names: [], witnesses: [] } })
      kept.set(reader, attack.kept)
      attacks.push(attack)
      for (const { register, verdict: { key, kind, rules, interval, demand }, organisation } of attack.told) missing.push({ in: stateOf(register), key, kind, rules, interval, demand, organisation })
    }
    if (missing.length === 0) {
      const beside = certifyStates(attacks, registers.length, withheld.size, inTime)
      return { allowed: true, protection: { ...protection, certificate: { ...protection.certificate, beside } }, attacked: beside.audited + beside.members.audited }
    }
    inTime &&= left() > 0
    const more = withholdMore(missing, laid, withheld, request.collection, !inTime)
    if (!more) return { allowed: false, missing }
    withheld = more
    const short = new Set(missing.map(({ in: state, kind, key }) => `${state} ${kind} ${key}`))
    first = ({ kind, key }, register) => short.has(`${stateOf(register)} ${kind} ${key}`)
  }
}

type Attackers = {
  readonly readers: number
  readonly layOutNow: () => ReturnType<typeof layOut>
  /** The attack on each register, by its name. */
  readonly prepare: (published: readonly TableBody[], reader: number) => Promise<ReadonlyMap<string, Prepared>>
  /** What each organisation reported itself, in the register of that name. */
  readonly ownOf: (register: string, reader: number) => readonly OwnCounts[]
}

/** All registers are thought of alike: every table, period, merged row and category of any. */
async function attackersOf(request: ProtectRequest, registers: readonly Register[], ledgers: readonly (readonly LedgerEntry[])[]): Promise<Attackers> {
  const { collection } = request
  const all = ledgers.flat()
  const frames = new Map<string, Frame>()
  for (const { name, count } of registers) frames.set(name, await prepareFrame({ ...request, earlier: all.map(concealed) }, count))
  const codes: Frame['recorded']['codes'] = (spec) => [...new Set(registers.flatMap(({ name }) => frames.get(name)!.recorded.codes(spec)))].sort()
  const frameOf = (name: string): Frame => ({ ...frames.get(name)!, recorded: { ...frames.get(name)!.recorded, codes } })
  const known = new Map<string, readonly Known[]>()
  for (const { name, count, ledger } of registers) known.set(name, await knownToReaders(frameOf(name), all.map((entry) => (ledger.includes(entry) ? entry : concealed(entry))), collection, count))
  const laid = await layOut(frames.get('now')!, collection, request.count)
  const groups = new Map<string, Awaited<ReturnType<typeof countGroups>>>()
  const ownMerged = new Map<string, OwnCounts>()
  for (const { name, count } of registers) {
    groups.set(name, await countGroups(laid, count))
    ownMerged.set(name, await ownGroups(laid, count))
  }
  return {
    readers: known.get('now')!.length,
    layOutNow: async () => laid,
    ownOf: (register, reader) => [frames.get(register)!.ownCounts, ownMerged.get(register)!, known.get(register)![reader]!.ownGroups],
    prepare: async (published, reader) => new Map(registers.map(({ name, state, ledger }) => {
      const input = { ...frameOf(name), known: known.get(name)![reader]!, groupCells: groups.get(name)!, ownGroups: new Map<never, never>() }
      const prepared = prepareAudit({ ...input, published: state === 'revised' ? published : published.map(hideAll) })
      // Only what was hidden in print must not be exact; what is concealed here was printed of another register.
      const printed = ledger.flatMap((entry) => (entry.kind === 'edition' ? entry.tables : []))
      const alone = prepareAudit({ ...input, known: { ...input.known, tables: input.known.tables.filter(({ body }) => printed.includes(body)) }, published: state === 'revised' ? published : [] })
      const hidden = new Set(alone.targets.flatMap(({ kind, key }) => (kind === 'hidden' ? [key] : [])))
      return [name, { ...prepared, targets: prepared.targets.filter(({ kind, key }) => kind !== 'hidden' || hidden.has(key)) }] as const
    })),
  }
}
