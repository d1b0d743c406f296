// The network's own threshold makes the public's policy more careful, and never less.
import { defaultPolicies } from '@lykta/disclosure'
import { expect, test } from 'vitest'
import { choiceNamed, editionPolicy, publicPolicy } from '../../apps/server/src/work/edition-policy.ts'

test('five is the least, whatever is asked for', () => {
  for (const threshold of [0, 3, 5]) expect(publicPolicy(threshold)).toBe(defaultPolicies.public)
})

test.each([[7, 11], [11, 11], [20, 20]])('%i for any number, %i for what is sensitive, under a name of its own', (threshold, sensitiveThreshold) => {
  expect(publicPolicy(threshold)).toEqual({ ...defaultPolicies.public, id: `public-from-${threshold}-1`, threshold, sensitiveThreshold })
})

test('each audience has its own, and an edition of the ledger names what was chosen for it', () => {
  for (const audience of ['core', 'network', 'public'] as const) {
    for (const fewerOrganisations of [false, true]) {
      const policy = editionPolicy(7, { audience, fewerOrganisations })
      expect(policy).toMatchObject({ audience, organisations: fewerOrganisations ? 2 : 3, remaining: 2, threshold: audience === 'core' ? 3 : 7 })
      // Whatever the network decides afterwards.
      expect(editionPolicy(9, choiceNamed(policy.id, audience))).toEqual(policy)
    }
  }
})
