// What a poster says around the signs, in one language.
import type { PosterId } from './poster-signs.ts'

export type PosterWords = {
  readonly title: string
  /** "For you who work at a hotel"; and as an entry of a list. */
  readonly of: Readonly<Record<PosterId, readonly [whom: string, name: string]>>
  readonly danger: readonly [first: string, more: string]
  readonly signs: string
  readonly reading: string
  readonly doing: { readonly title: string; readonly first: string; readonly own: Readonly<Record<PosterId, string>>; readonly rest: readonly string[] }
  readonly leaving: { readonly title: string; readonly rules: readonly string[] }
  readonly child: string
  readonly calling: { readonly title: string; readonly numbers: readonly (readonly [number: string, what: string])[] }
  readonly code: string
  readonly about: string
  readonly facts: { readonly from: string; readonly day: string }
  readonly notice: string
  readonly sample: string
  readonly list: { readonly title: string; readonly text: string }
  readonly ways: { readonly pdf: string; readonly guide: string; readonly other: string }
}
