// Where the data lies: --data, LYKTA_DATA, else the platform's own place for application data.
import { resolve } from 'node:path'
import envPaths from 'env-paths'
import type { Context } from './command.ts'

export function dataFolderOf({ given, environment }: Context): string {
  return resolve(given.text('data') ?? environment.variables['LYKTA_DATA'] ?? envPaths('lykta', { suffix: '' }).data)
}
