// How far the cases of some years came: raw, for the coordinator alone. A case is of the year in which its first incident was reported.
import type { CivilDate } from '@lykta/incident'
import { inNetwork, readAllCaseIds, type ReadTransaction } from '@lykta/register'
import { chainFunnel } from '@lykta/statistics'
import type { ChainAnswer } from '../../api/case-types.ts'
import type { Desk } from '../desk.ts'
import { readChain } from '../network-settings.ts'
import { type ReadCase, readWholeCases } from './read-cases.ts'

/** Undefined for years that there are not. */
export async function readFunnel(desk: Desk, asked: { readonly from?: number | undefined; readonly to?: number | undefined }): Promise<ChainAnswer | undefined> {
  const [first, last] = [Number(desk.network.collectionStart.slice(0, 4)), Number(desk.today().slice(0, 4))]
  const [from, to] = [asked.from ?? first, asked.to ?? last]
  if (from > to) return undefined
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const all = await readWholeCases(transaction, desk.today(), await readAllCaseIds(transaction))
    const steps = await readChain(transaction)
    const inYears = all.filter((one) => { const year = yearOf(one); return year >= from && year <= to })
    const founded = inYears.filter(({ state, incidents }) => state.closed?.reason !== 'unfounded' && incidents.some(({ withdrawn }) => !withdrawn))
    return {
      steps, from, to,
      cases: founded.length,
      open: founded.filter(({ state }) => state.closed === null).length,
      unfounded: inYears.filter(({ state }) => state.closed?.reason === 'unfounded').length,
      withdrawn: inYears.length - founded.length - inYears.filter(({ state }) => state.closed?.reason === 'unfounded').length,
      beside: {
        unfounded: new Set(all.flatMap(({ state, incidents }) => (state.closed?.reason !== 'unfounded' ? [] : incidents.filter(({ withdrawn, answers: { occurred } }) =>
          !withdrawn && occurred.from >= `${from}-01-01` && occurred.to <= `${to}-12-31` && occurred.to >= desk.network.collectionStart).map(({ id }) => id)))).size,
        withdrawn: await countWithdrawn(transaction, desk.network.collectionStart, from, to),
      },
      funnel: chainFunnel(steps, founded.map(({ summary }) => summary.chain)),
    }
  })
}

async function countWithdrawn({ run, network }: ReadTransaction, start: CivilDate, from: number, to: number): Promise<number> {
  const rows = await run(`select count(*)::integer as n from lykta.incident_fact where network_id = $1 and from_position is not null and until_position is null and withdrawn
    and occurred_from >= $2::date and occurred_to <= $3::date and occurred_to >= $4::date`, [network, `${from}-01-01`, `${to}-12-31`, start])
  return Number(rows[0]!['n'])
}

function yearOf({ state, incidents }: ReadCase): number {
  const [first] = incidents.map(({ answers }) => answers.reportedOn).sort()
  return Number((first ?? state.openedAt).slice(0, 4))
}
