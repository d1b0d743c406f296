// The key that imported reasons are sealed to: what the verified log lists; on the server's own machine, before there are members, what it says.
import { problem, ProblemError } from '@lykta/incident'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import type { FormAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { keys } from '../../keys/keys.ts'

export type SealingKey = { readonly epoch: number; readonly recipient: string }

/** Throws a `ProblemError` where nothing can be sealed. */
export async function findSealingKey({ state }: SessionAnswer): Promise<SealingKey> {
  const refuse = (codes: readonly string[]): never => {
    throw new ProblemError(codes.map((code) => problem(code)))
  }
  if (state === 'signed-in') {
    const { log, findings } = await keys.refreshLog()
    return log?.epoch ?? refuse(findings.map(({ code }) => code))
  }
  // Anywhere else a server that says nobody need sign in wants to read along.
  if (!['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)) return refuse(['membership.other-genesis'])
  return (await ask<FormAnswer>('form')).epoch ?? refuse(['work.no-epoch'])
}
