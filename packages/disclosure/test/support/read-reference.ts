// The reference instances of data/sdc, by id.
import { readFileSync } from 'node:fs'
import { type Instance, parseInstance } from '../../src/index.ts'

export type ReferencePattern = {
  readonly audit?: { readonly primaryCellsAudited: number; readonly exactlyDisclosed: number; readonly minWidth: number }
  readonly secondaryCells?: readonly number[]
  readonly suppressedCells?: readonly number[]
  readonly exactlyDisclosed?: readonly number[]
}

const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`../data/sdc/${name}`, import.meta.url))

export async function readReference(id: string): Promise<Instance> {
  const { instance, problems } = await parseInstance(
    { name: `${id}.cells.csv`, bytes: bytesOf(`${id}.cells.csv`) }, { name: `${id}.equations.csv`, bytes: bytesOf(`${id}.equations.csv`) },
  )
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
  return instance
}

export function patternsOf(id: string): Readonly<Record<string, ReferencePattern>> {
  return (JSON.parse(new TextDecoder().decode(bytesOf(`${id}.json`))) as { expected: Record<string, ReferencePattern> }).expected
}
