// Where the page of a table lies on the site.
import type { Language } from '@lykta/incident'
import { editionFolder, type SiteEdition } from '../site-input.ts'

/** From the root: "2019/explore/sv/incidents.html"; without a table the list of them. */
export function explorePath(edition: Pick<SiteEdition, 'year' | 'number'>, language: Language, table = 'index'): string {
  return `${editionFolder(edition)}explore/${language}/${table}.html`
}
