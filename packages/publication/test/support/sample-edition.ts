// The sample network's figures, protected by the real room, as an edition in either language.
import { catalogueOf, findLabel, hierarchiesOn, type Language } from '@lykta/incident'
import { defaultPlan, defaultPolicies, protect, type ProtectedTable } from '@lykta/disclosure'
import { countInMemory } from '@lykta/statistics'
import { readFileSync } from 'node:fs'
import { requestFor } from '../../../disclosure/test/support/request.ts'
import { sampleNetwork } from '../../../statistics/test/support/sample-network.ts'
import type { EditionContext, EditionInput } from '../../src/index.ts'
import { collection, contextOf } from './protected.ts'

export async function protectSample(): Promise<readonly ProtectedTable[]> {
  const input = sampleNetwork()
  const policy = defaultPolicies.public
  const request = requestFor(input, {
    policy,
    plan: defaultPlan(policy),
    collection,
    hierarchies: hierarchiesOn(collection.to),
    count: (specs, periods) => Promise.resolve(countInMemory(input, specs, periods, { collection, basis: 'occurred' })),
  })
  return (await protect(request)).tables
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
