// The newest lines of the audit as people copy them, and as they give them back: HASH@POSITION.
import type { Head, Register } from '@lykta/register'
import { listNetworks } from '@lykta/register'

/** One line a network: what `lykta verify --head` takes, and the name. */
export async function renderHeads(register: Register, heads: readonly Head[]): Promise<readonly string[]> {
  const names = new Map((await listNetworks(register)).map(({ id, name }) => [id, name]))
  return heads.map(({ network, position, hash }) => `${hash}@${position}  ${names.get(network) ?? network}`)
}

/** Undefined when it is none; the position may be left out. */
export function parseHead(text: string): { readonly hash: string; readonly position: number | undefined } | undefined {
  const [, hash, position] = /^([0-9a-f]{64})(?:@(\d{1,15}))?$/i.exec(text.trim()) ?? []
  return hash === undefined ? undefined : { hash: hash.toLowerCase(), position: position === undefined ? undefined : Number(position) }
}
