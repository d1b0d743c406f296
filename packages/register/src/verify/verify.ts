// Recomputes everything that can be recomputed without opening a sealed text.
import type { Id, Problem } from '@lykta/incident'
import { findBrokenPosition } from '../audit/chain.ts'
import { readHead } from '../audit/heads.ts'
import { listNetworks } from '../record/networks.ts'
import type { Register } from '../register.ts'
import { inNetwork, type ReadTransaction } from '../transaction.ts'
import { findCaseFaults } from './cases.ts'
import { findSuccessionFaults } from './succession.ts'
import { findRevisionFaults, findStrays } from './revisions.ts'

const MOST = 1000

export type Verification = {
  readonly network: Id
  readonly position: number
  /** Of the newest line, in hexadecimal; whether it holds is among the findings. */
  readonly head: string
  readonly revisions: number
  /** At most a thousand; of the audit chain the first break only, since everything after it hangs on it. */
  readonly findings: readonly Problem[]
}

export async function verifyNetwork(transaction: ReadTransaction): Promise<Verification> {
  const { position, hash: head } = await readHead(transaction)
  let revisions = 0
  const findings: Problem[] = []
  const broken = await findBrokenPosition(transaction)
  if (broken) findings.push(broken)
  for (const faults of [
    findSuccessionFaults(transaction),
    findRevisionFaults(transaction, () => void (revisions += 1)),
    findCaseFaults(transaction),
    findStrays(transaction),
  ]) {
    for await (const finding of faults) if (findings.length < MOST) findings.push(finding)
  }
  return { network: transaction.network, position, head, revisions, findings }
}

/** Every network of the installation. */
export async function verifyRegister(register: Register): Promise<readonly Verification[]> {
  const verifications: Verification[] = []
  for (const { id } of await listNetworks(register)) {
    verifications.push(await inNetwork(register, { network: id, member: 'operator' }, verifyNetwork))
  }
  return verifications
}
