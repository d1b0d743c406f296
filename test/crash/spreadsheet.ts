// The sample's spreadsheet with every incident changed, so that an import is seen to be there whole or not at all.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../journey/lykta.ts'

const sample = join(root, 'samples/exempelstad')

/** Every row's area names the round. Returns the folder. */
export function writeSpreadsheet(folder: string, round: number): string {
  mkdirSync(folder, { recursive: true })
  for (const name of ['organisationer.csv', 'personer.csv']) copyFileSync(join(sample, name), join(folder, name))
  const [header, ...rows] = readFileSync(join(sample, 'incidenter.csv'), 'utf8').trimEnd().split('\n')
  const area = header!.split(';').indexOf('område')
  const changed = rows.map((row) => row.split(';').map((cell, index) => (index === area ? `Omgång ${round}` : cell)).join(';'))
  writeFileSync(join(folder, 'incidenter.csv'), [header, ...changed, ''].join('\n'))
  return folder
}
