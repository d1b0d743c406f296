// What is said to be shown outside is what the network's policies show; and the typed threshold has the server's range.
import { expect, test } from 'vitest'
import { settings } from '../../server/src/http/network-shapes.ts'
import { shownFrom } from '../../server/src/work/edition-policy.ts'
import { isPublicThreshold } from '../src/format/public-threshold.ts'
import { messagesIn } from '../src/messages/messages.ts'
import { shownWords } from '../src/messages/shown-words.ts'
import { en } from '../src/pages/workshop/messages/en.ts'
import { sv } from '../src/pages/workshop/messages/sv.ts'

test('a network with a threshold of its own reads that one, and the core group’s beside it', () => {
  const shown = shownFrom(12)
  for (const [language, own] of [['sv', sv], ['en', en]] as const) {
    const [outside, network, core] = [shown.public, shown.network, shown.core].map((one) => shownWords(one, language)) as [ReturnType<typeof shownWords>, ReturnType<typeof shownWords>, ReturnType<typeof shownWords>]
    const { facts, method } = messagesIn[language]
    for (const text of [facts.ruleOutside(outside, core), method.outsideText(outside, core).join(' '), own.freeze.audienceHint.public(outside), own.freeze.audienceHint.network(network)]) {
      expect(text).toContain('12')
    }
    expect(method.outsideText(outside, core)[1]).toMatch(/12.*3/)
    expect(facts.ruleOutside(outside, core)).toMatch(/12 .*5 .*3 .*3 .*3 .*3 /)
    expect(own.freeze.audienceHint.core(core)).toMatch(/3 .*3 .*3 /)
  }
  expect(shownFrom(5).public).toEqual({ threshold: 5, incidents: 5, organisations: 3, sensitive: 11 })
})

test('the typed threshold is taken where the server takes it', () => {
  const taken = (publicThreshold: number): boolean => settings.safeParse({ emergencyNumbers: [], publicThreshold, recoveryTestedAt: null }).success
  for (const number of [0, 4, 5, 50, 51, 100, 101, 999]) expect([number, isPublicThreshold(` ${number} `)]).toEqual([number, taken(number)])
  for (const text of ['', '5.5', '-7', 'fem', '1e1', '0x10']) expect(isPublicThreshold(text)).toBe(false)
})
