// What a long proof found, kept where the next reader finds it: prove-results, which is not part of the project.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const proving = process.env['LYKTA_PROVE'] === '1'

/** Written only under `npm run prove`; a proof of the same name is replaced. */
export function recordProof(name: string, found: object): void {
  if (!proving) return
  const folder = join(import.meta.dirname, '..', '..', 'prove-results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ proved: new Date().toISOString(), node: process.version, ...found }, null, 2)}\n`)
}
