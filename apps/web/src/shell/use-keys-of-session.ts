// Ties the keys to who is signed in, and locks them when nothing happens or nobody looks.
import { useEffect } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import { watchPage } from '../keys/lock-clock.ts'
import { keys } from '../keys/keys.ts'
import { useKeys } from '../keys/use-keys.ts'

export function useKeysOfSession(session: SessionAnswer | undefined): void {
  const { state } = useKeys()
  const network = session?.network.id
  const member = session?.state === 'signed-in' && !session.network.sample ? (session.caller?.id ?? null) : null
  useEffect(() => {
    if (network !== undefined) keys.setOwner(member === null ? null : { network, member })
  }, [network, member])
  // While a network is being founded its keys are nowhere else: they stay until it stands or the page is left.
  const locksItself = state === 'unlocked' && !keys.isFounding
  useEffect(() => (locksItself ? watchPage((reason) => keys.lock(reason)) : undefined), [locksItself])
}
