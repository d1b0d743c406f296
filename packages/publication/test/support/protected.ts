// Protected tables by hand, for tests of what publication makes of them: read back as the register would.
import { createHash } from 'node:crypto'
import { canonicalText } from '@lykta/incident'
import { defaultPolicies, type ProtectedCell, type ProtectedTable, readProtected, type TableBody } from '@lykta/disclosure'
import { yearPeriods } from '@lykta/statistics'
import type { EditionContext } from '../../src/index.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const collection = { from: '2017-11-01', to: '2020-03-01' }

export const shown = (count: number, atLeast = false): ProtectedCell => ({ state: 'shown', count, atLeast })
export const hidden: ProtectedCell = { state: 'hidden' }
export const band = (numerator: number, denominator: number): ProtectedCell => ({ state: 'band', numerator, denominator })

/** A table of the years 2017 to 2019 unless it says otherwise. */
export async function protectedTable(changes: Partial<TableBody> & Pick<TableBody, 'id'>): Promise<ProtectedTable> {
  const periods = changes.periods ?? yearPeriods(2017, 2019, collection)
  const body: TableBody = {
    audience: 'public', unit: 'incident', by: [], groups: [], periods, base: periods.map(() => hidden), rows: [], severalAnswers: false, asOf: 3, ...changes,
  }
  const text = canonicalText({ ...body, periods: body.periods.map((period) => ({ ...period, months: String(period.months) })) })
  return readProtected({ ...body, digest: sha256(text) }, [{ digest: sha256(text) }], sha256)
}

export function contextOf(changes: Partial<EditionContext> = {}): EditionContext {
  return {
    language: 'en',
    network: { name: 'Provstad', municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', sample: false },
    year: 2019,
    firstYear: 2017,
    asOf: { position: 3, time: '2020-03-01T12:00:00.000Z', head: 'ab'.repeat(32) },
    today: '2020-03-02',
    collectedTo: '2020-03-01',
    policy: defaultPolicies.public,
    version: '0.1.0',
    draft: true,
    ...changes,
  }
}
