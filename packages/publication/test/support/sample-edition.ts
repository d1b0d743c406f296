// An edition of the sample network from tables that were protected once and kept: data/sample-tables.json.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { catalogueOf, findLabel, type Language } from '@lykta/incident'
import { type ProtectedTable, readProtected } from '@lykta/disclosure'
import type { EditionContext, EditionInput } from '../../src/index.ts'
import { contextOf } from './protected.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export async function sampleTables(): Promise<readonly ProtectedTable[]> {
  const kept = JSON.parse(readFileSync(new URL('../data/sample-tables.json', import.meta.url), 'utf8')) as readonly { readonly digest: string }[]
  return Promise.all(kept.map((table) => readProtected(table, kept, sha256)))
}

export const ownTemplate = (language: Language): string => readFileSync(new URL(`../../templates/annual/${language}.md`, import.meta.url), 'utf8')

export function editionInput(tables: readonly ProtectedTable[], language: Language, changes: Partial<EditionContext> = {}, template = ownTemplate(language)): EditionInput {
  const catalogue = catalogueOf([])
  return {
    context: contextOf({ language, ...changes }),
    tables,
    label: (dimension, code) => findLabel(dimension, code, language, catalogue),
    template: { file: `${language}.md`, text: template },
  }
}
