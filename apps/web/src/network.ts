// The network that the session is about, for every page; the shell asks for it before it shows one.
import { createContext, use } from 'react'
import type { NetworkAnswer } from '../../server/src/api/types.ts'

export const NetworkContext = createContext<NetworkAnswer | null>(null)

/** Throws outside the shell. */
export function useNetwork(): NetworkAnswer {
  const network = use(NetworkContext)
  if (!network) throw new Error('useNetwork: outside the shell')
  return network
}
