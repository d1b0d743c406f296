// Writes the network's public site: all released editions, at fixed addresses.
import { createHash } from 'node:crypto'
import { problem, ProblemError } from '@lykta/incident'
import { type LicenceId, licences, makeSite } from '@lykta/publication'
import { readWebFonts } from '../adapters/fonts.ts'
import type { Desk } from './desk.ts'
import { labelsOf, releasedEditions } from './released-editions.ts'
import { writeSite } from './write-site.ts'

export type SiteOptions = {
  /** Becomes a link to a folder beside it. */
  readonly out: string
  readonly licence?: string | undefined
  /** Where the site will be read: https://… */
  readonly address?: string | undefined
  readonly templates?: string | undefined
}

export type PublishedSite = { readonly editions: number; readonly files: number; readonly addresses: readonly string[] }

/** Refuses (`ProblemError`) a licence that it does not know, an address that is none, and a place that is somebody else's. */
export async function publishSite(desk: Desk, { out, licence = 'cc-by-4.0', address, templates }: SiteOptions): Promise<PublishedSite> {
  if (!isLicence(licence)) throw new ProblemError([problem('work.site-licence', { licences: Object.keys(licences).join(', ') })])
  const place = address === undefined ? null : placeOf(address)
  const editions = await releasedEditions(desk, { templates })
  const newest = Math.max(0, ...editions.map(({ context }) => context.asOf.position))
  const files = await makeSite(
    { network: desk.network, languages: ['sv', 'en'], editions, label: await labelsOf(desk, newest), licence, address: place },
    { digest: async (bytes) => createHash('sha256').update(bytes).digest('hex'), fonts: readWebFonts() },
  )
  await writeSite(out, files)
  return { editions: editions.length, files: files.size, addresses: editions.map(({ year, number }) => (number === 1 ? `${year}/` : `${year}/${number}/`)) }
}

const isLicence = (text: string): text is LicenceId => Object.hasOwn(licences, text)

/** With one slash at its end. */
function placeOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '') throw new ProblemError([problem('work.site-address')])
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
