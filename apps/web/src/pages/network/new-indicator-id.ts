// The id of a new sign of the network's own: made of its category and first wording, and kept whatever the wording becomes.
import { slug, untaken } from './slug.ts'

/** As `isOwnIndicatorId` of packages/incident wants it. */
export function newIndicatorId(category: string, swedish: string, taken: readonly string[]): string {
  return untaken(`${category}.x-${slug(swedish, { between: '-', fallback: 'sign' })}`, '-', (id) => taken.includes(id))
}
