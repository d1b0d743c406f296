// What the indicator guide says around the signs, in one language. The signs themselves come from the catalogue.
import type { Observer } from '@lykta/incident'

export type GuideWords = {
  readonly title: string
  readonly subtitle: string
  readonly danger: { readonly title: string; readonly texts: readonly string[] }
  readonly reading: { readonly title: string; readonly texts: readonly string[] }
  readonly signs: (category: string) => string
  readonly anyone: string
  readonly closer: (observers: string) => string
  readonly observers: Readonly<Record<Exclude<Observer, 'anyone'>, string>>
  readonly doing: { readonly title: string; readonly steps: readonly string[] }
  readonly leaving: { readonly title: string; readonly rules: readonly (readonly [rule: string, why: string])[] }
  readonly children: { readonly title: string; readonly texts: readonly string[] }
  readonly calling: { readonly title: string; readonly numbers: readonly (readonly [who: string, what: string])[]; readonly reporting: string }
  readonly about: string
  readonly facts: { readonly from: string; readonly day: string; readonly sources: string; readonly sourcesText: string }
  readonly notice: string
  readonly sample: string
  readonly ways: { readonly pdf: string; readonly other: string }
}
