// The name of a figure or a row by the id under which it is looked at: "incidents", "indicators/many-phones".
import type { ProtectedTable } from '@lykta/disclosure'
import type { Edition } from '../binding/edition.ts'
import { renderRowLabel } from '../binding/edition.ts'
import type { Scene } from './situation-scene.ts'

export function rowLabel({ input, words }: Scene, table: ProtectedTable, row: ProtectedTable['rows'][number]): string {
  // A label looks at words and labels alone.
  return renderRowLabel({ words, label: input.label } as Edition, table, row)
}

export function nameOf(scene: Scene, id: string): string {
  const { input, words, own } = scene
  const [table, ...code] = id.split('/')
  if (code.length === 0) return id === 'incidents' ? own.stands.total : (words.tables[id] ?? id)
  const found = input.windows?.tables.find((one) => one.id === table)
  const row = found?.rows.find(({ codes }) => codes.join('/') === code.join('/'))
  return found && row ? `${words.tables[found.id] ?? found.id}: ${rowLabel(scene, found, row)}` : id
}
