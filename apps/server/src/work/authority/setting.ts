// Whether an authority runs the network: read with what follows from it, and changed, on a day, with a line in the log.
import { canonicalText, type CivilDate, findPattern, problem, ProblemError } from '@lykta/incident'
import { appendSettings, inNetwork, readExtractDecisions, readMembers, readWeedingDecisions, type ReadTransaction, write } from '@lykta/register'
import type { AuthorityAnswer, AuthorityRequest, AuthoritySetting, DutiesAnswer, RecoveryDuty } from '../../api/authority-types.ts'
import type { Desk } from '../desk.ts'
import { findSettings, settingsToChange } from '../network-settings.ts'
import { listBreaches } from './breaches.ts'
import { numberNow } from './diary.ts'
import { findAuthority } from './find-authority.ts'
import { extractEntries } from './extracts.ts'
import { recoveryDuty, testedUntil } from './recovery-duty.ts'

export async function readAuthority(desk: Desk): Promise<AuthorityAnswer> {
  await numberNow(desk)
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const setting = (await findSettings(transaction))?.authority ?? null
    return {
      setting, ...(await readRecovery(desk, transaction)), today: desk.today(), weeding: await readWeedingDecisions(transaction),
      extracts: await extractEntries(transaction, await readExtractDecisions(transaction)),
    }
  })
}

/** Refuses (`authority.recovery`) to turn it on while the keys could not be brought back, and a pattern that is none. */
export async function changeAuthority(desk: Desk, sent: AuthorityRequest): Promise<void> {
  const pattern = findPattern(sent.pattern)
  if (pattern === undefined) throw new ProblemError([problem('authority.pattern')])
  await write(desk.register, desk.context, { action: sent.on ? 'authority.set' : 'authority.end', object: `network:${desk.network.id}` }, async (transaction) => {
    const before = await settingsToChange(transaction)
    const turnedOn = sent.on && before.authority?.on !== true
    const { recovery } = await readRecovery(desk, transaction)
    if (turnedOn && recovery !== null) throw new ProblemError([problem('authority.recovery', { missing: recovery })])
    const since = before.authority && before.authority.on === sent.on ? before.authority.since : desk.today()
    const authority: AuthoritySetting = { ...sent, pattern, since }
    if (!before.authority || canonicalText(authority) !== canonicalText(before.authority)) await appendSettings(transaction, { ...before, authority })
  })
  await numberNow(desk)
}

/** What the desk reminds the coordinator of. */
export async function readDuties(desk: Desk): Promise<DutiesAnswer> {
  const { breaches, now } = await listBreaches(desk)
  const waiting = breaches.filter(({ content: { closed }, clock: { state } }) => !closed && (state === 'running' || state === 'over'))
  const asked = await inNetwork(desk.register, desk.context, async (transaction) => ((await findAuthority(transaction)) ? readRecovery(desk, transaction) : undefined))
  const soon = asked?.testedUntil != null && asked.recovery === null && daysBetween(desk.today(), asked.testedUntil) < remindBefore
  return {
    now, recovery: asked?.recovery ?? null, testedUntil: soon ? asked.testedUntil : null,
    breaches: waiting.map(({ id, number, clock }) => ({ id, number, clock })).sort((a, b) => a.clock.minutesLeft - b.clock.minutesLeft),
  }
}

const remindBefore = 30

function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

async function readRecovery(desk: Desk, transaction: ReadTransaction): Promise<{ readonly recovery: RecoveryDuty | null; readonly recoveryTestedAt: string | null; readonly testedUntil: CivilDate | null }> {
  const recoveryTestedAt = (await findSettings(transaction))?.recoveryTestedAt ?? null
  const members = (await readMembers(transaction)).some(({ active }) => active)
  const { timeZone } = desk.network
  return { recovery: recoveryDuty({ members, testedAt: recoveryTestedAt, today: desk.today(), timeZone }), recoveryTestedAt, testedUntil: testedUntil(recoveryTestedAt, timeZone) }
}
