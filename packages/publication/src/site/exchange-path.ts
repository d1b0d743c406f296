// Where an edition's figures in the categories of others lie on the site.
import type { SchemeId } from '../open-data/exchange-schemes.ts'
import { editionFolder, type SiteEdition } from './site-input.ts'

/** From the root: "2019/exchange/htcds-2.0.csv". */
export function exchangePath(edition: Pick<SiteEdition, 'year' | 'number'>, scheme: SchemeId): string {
  return `${editionFolder(edition)}exchange/${scheme}.csv`
}
