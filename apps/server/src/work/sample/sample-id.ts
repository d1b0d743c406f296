// Ids of what the sample invents: a random UUID's form, of what is not random.
import { createHash } from 'node:crypto'
import type { Id } from '@lykta/incident'

export const sampleBytes = (name: string): Buffer => createHash('sha256').update(`exempelstad ${name}`).digest()

export function sampleId(name: string): Id {
  const hex = sampleBytes(name).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
