// What an edition consists of, with hashes: enough to know later that nothing was changed, and how to count it again.
import type { Language } from '@lykta/incident'
import type { EditionContext } from '../binding/edition-context.ts'
import type { Digest } from '../ports.ts'
import { wordsIn } from '../words/words-in.ts'

export type Manifest = {
  readonly manifest: 1
  readonly network: string
  readonly municipality: string
  readonly sample: boolean
  readonly draft: boolean
  readonly year: number
  readonly period: { readonly from: string; readonly to: string }
  readonly asOf: { readonly position: number; readonly time: string }
  readonly made: string
  readonly policy: string
  readonly program: { readonly name: 'Lykta'; readonly version: string }
  readonly notice: Readonly<Record<Language, string>>
  /** Sorted by path. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

/** `files` of all languages, with paths as they are written ("sv/report.pdf"). */
export async function makeManifest(
  context: Omit<EditionContext, 'language'>,
  files: ReadonlyMap<string, Uint8Array>,
  digest: Digest,
): Promise<Manifest> {
  const listed = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const { network, collectedTo, firstYear, year } = context
  const from = network.collectionStart > `${firstYear}-01-01` ? network.collectionStart : `${firstYear}-01-01`
  const to = collectedTo < `${year}-12-31` ? collectedTo : `${year}-12-31`
  return {
    manifest: 1,
    network: network.name,
    municipality: network.municipality,
    sample: network.sample,
    draft: context.draft,
    year,
    period: { from, to },
    asOf: context.asOf,
    made: context.today,
    policy: context.policy.id,
    program: { name: 'Lykta', version: context.version },
    notice: { sv: wordsIn.sv.notice, en: wordsIn.en.notice },
    files: await Promise.all(listed.map(async ([path, bytes]) => ({ path, bytes: bytes.length, sha256: await digest(bytes) }))),
  }
}
