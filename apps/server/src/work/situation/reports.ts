// Situation reports for whoever may read them, as row-level security has it, and the step by which a version goes to its readers.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { findSituationFile, inNetwork, readLedger, readMembers, readRegisterTime, readSituations, readSituationVersions, releaseSituation, type StoredSituationVersion, write } from '@lykta/register'
import type { SituationVersion } from '../../api/situation-types.ts'
import { waitHours } from '../agreement.ts'
import type { Desk } from '../desk.ts'

/** The newest first. */
export async function listReports(desk: Desk): Promise<readonly SituationVersion[]> {
  const { register, context } = desk
  const { versions, reports } = await inNetwork(register, context, async (transaction) => ({ versions: await readSituationVersions(transaction), reports: await readSituations(transaction) }))
  // Asked by the program itself: who else is there a core member does not see.
  const { entries, members, now } = await inNetwork(register, { network: context.network, member: 'operator' }, async (transaction) => ({
    entries: (await readLedger(transaction)).length, members: (await readMembers(transaction)).filter(({ active }) => active), now: await readRegisterTime(transaction),
  }))
  const role = context.role ?? 'coordinator'
  const inCoreGroup = role === 'coordinator' || role === 'core-member'
  const coordinators = members.filter((one) => one.role === 'coordinator').length
  return versions.toReversed().map((version): SituationVersion => {
    const { report, audience, digest, createdAt, author, released, tells } = version
    const made = reports.find(({ id }) => id === report)
    const own = versions.filter((other) => other.report === report && other.released !== null && other.tells).length
    const waits = inCoreGroup && audience !== 'core' && released === null
    const outdated = waits && tells && made !== undefined && entries - own !== made.ledgerLength
    const aloneFrom = waits && author === context.member && members.length > 0 && coordinators <= 1 ? addHours(createdAt, waitHours) : null
    const mayAlone = members.length === 0 || (aloneFrom !== null && aloneFrom <= now)
    return {
      report, meeting: made?.meeting ?? null, audience, madeAt: createdAt, digest, releasedAt: audience === 'core' ? createdAt : (released?.at ?? null),
      mayRelease: waits && !outdated && (author !== context.member || mayAlone), aloneFrom, outdated, files: filesOf(version),
    }
  })
}

function addHours(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString()
}

function filesOf({ report, audience }: Pick<StoredSituationVersion, 'report' | 'audience'>): SituationVersion['files'] {
  const kinds = [['page', 'index.html'], ['pdf', 'report.pdf'], ['data', 'report.json']] as const
  return (['sv', 'en'] as const).flatMap((language) => kinds.map(([kind, file]) => ({ language, kind, href: `/situation-files/${report}/${audience}/${language}/${file}` })))
}

/** False for what the caller does not see. Refuses what another has to agree to, and what was overtaken. */
export async function releaseReport(desk: Desk, report: Id, audience: 'network' | 'public', digest: string): Promise<boolean> {
  const version = (await listReports(desk)).find((one) => one.report === report && one.audience === audience)
  if (!version) return false
  if (digest !== version.digest || !version.mayRelease) throw new ProblemError([problem(version.outdated ? 'situation.outdated' : 'editions.not-now')])
  try {
    await write(desk.register, desk.context, { action: 'situation.release', object: `${audience}:${report}` }, (transaction) => releaseSituation(transaction, report, audience, digest))
  } catch (error) {
    // The database asks once more: something has changed since it was looked at.
    if (error instanceof Error && 'code' in error && error.code === '42501') throw new ProblemError([problem('editions.not-now')], { cause: error })
    throw error
  }
  return true
}

export async function findReportFile(desk: Desk, report: Id, audience: string, path: string): Promise<Buffer | undefined> {
  return inNetwork(desk.register, desk.context, (transaction) => findSituationFile(transaction, report, audience, path))
}
