// The address to open in a browser on this machine: by name, since a passkey is bound to a name and an IP address is none.
import { lookup as lookUp } from 'node:dns/promises'

export type LookUp = (name: string) => Promise<readonly { readonly address: string }[]>

const inSystem: LookUp = (name) => lookUp(name, { all: true })

/** `address`: http://127.0.0.1:PORT. As it is where the name leads elsewhere, or nowhere. */
export async function nameOfMachine(address: string, look: LookUp = inSystem): Promise<string> {
  const url = new URL(address)
  if (url.protocol !== 'http:' || url.hostname !== '127.0.0.1') return address
  const found = await look('localhost').catch(() => [])
  const leadsHere = found.some((one) => one.address === '127.0.0.1') && found.every((one) => one.address === '::1' || one.address.startsWith('127.'))
  return leadsHere ? address.replace('127.0.0.1', 'localhost') : address
}
