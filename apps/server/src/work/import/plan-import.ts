// What an import would write, all of it, as of one position of the register: nothing is written here.
import { randomUUID } from 'node:crypto'
import {
  canonicalText, type Id, type ImportBundle, type ImportedOrganisation, type Organisation, type OwnIndicator, type OwnQuestion, type Place, type Problem,
} from '@lykta/incident'
import { findCurrentEpoch, getNetwork, inNetwork, readOrganisations, readOwnIndicators, type StoredOrganisation, type StoredOwnIndicator } from '@lykta/register'
import type { Desk } from '../desk.ts'
import { findCorrections } from '../find-corrections.ts'
import { findSettings } from '../network-settings.ts'
import { type GivenIds, type PlannedRow, planRows, type RowsToPlan } from './plan-rows.ts'

export type ImportBasis = {
  readonly position: number
  readonly organisations: readonly StoredOrganisation[]
  readonly ownIndicators: readonly StoredOwnIndicator[]
  readonly epoch: Awaited<ReturnType<typeof findCurrentEpoch>>
  readonly ownQuestions: readonly OwnQuestion[]
}

export type PlannedImport = {
  readonly basis: ImportBasis
  readonly organisations: readonly StoredOrganisation[]
  readonly ownIndicators: readonly StoredOwnIndicator[]
  readonly rows: readonly PlannedRow[]
  /** Rows over what was changed in the form since: errors, or warnings when they may overwrite it. */
  readonly corrections: readonly Problem[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Incidents that were imported once and stand in none of the files: they stay as they are, for an import takes nothing away. */
  readonly absent: number
  /** Organisations and own indicators, new or changed. */
  readonly others: number
  /** False when unchanged rows have reasons that nobody unlocked. */
  readonly reasonsCompared: boolean
}

export type ImportToPlan = Pick<RowsToPlan, 'hasReason' | 'findOtherReasons' | 'submissions' | 'given'> & {
  readonly bundle: ImportBundle
  readonly placeOf: ReadonlyMap<string, Place>
  /** Rows take the place of what was changed in the form since; without it they are refused. */
  readonly overwriteCorrections: boolean
}

export function readImportBasis(desk: Desk): Promise<ImportBasis> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const { position } = await getNetwork(transaction)
    return {
      position,
      organisations: await readOrganisations(transaction, position),
      ownIndicators: await readOwnIndicators(transaction, position),
      epoch: await findCurrentEpoch(transaction),
      ownQuestions: (await findSettings(transaction))?.ownQuestions ?? [],
    }
  })
}

export async function planImport(desk: Desk, basis: ImportBasis, { bundle, placeOf, overwriteCorrections, ...how }: ImportToPlan): Promise<PlannedImport> {
  const organisations = planOrganisations(basis.organisations, bundle.organisations, how.given)
  const ownIndicators = planIndicators(basis.ownIndicators, bundle)
  const { rows, overwriting, absent, reasonsCompared } = await planRows(desk, { ...how, incidents: bundle.incidents, position: basis.position, idOf: organisations.idOf })
  const added = rows.filter(({ current }) => !current).length
  return {
    basis, organisations: organisations.append, ownIndicators, rows, absent, reasonsCompared, added,
    corrections: await findCorrections(desk, overwriting, placeOf, overwriteCorrections),
    changed: rows.length - added,
    unchanged: bundle.incidents.length - rows.length,
    others: organisations.append.length + ownIndicators.length,
  }
}

type PlannedOrganisations = { readonly append: readonly StoredOrganisation[]; readonly idOf: (code: string) => Id }

function planOrganisations(current: readonly StoredOrganisation[], imported: readonly ImportedOrganisation[], given: GivenIds | undefined): PlannedOrganisations {
  const byCode = new Map(current.map((stored) => [stored.organisation.code, stored]))
  const append = imported.flatMap((row): readonly StoredOrganisation[] => {
    const stored = byCode.get(row.code)
    const organisation: Organisation = { id: stored?.organisation.id ?? given?.organisations.get(row.code) ?? randomUUID(), ...row }
    return stored && canonicalText(organisation) === canonicalText(stored.organisation) ? [] : [{ organisation, revision: (stored?.revision ?? 0) + 1 }]
  })
  const ids = new Map([...current, ...append].map(({ organisation }) => [organisation.code, organisation.id]))
  return {
    append,
    idOf: (code) => {
      const id = ids.get(code)
      if (id === undefined) throw new Error('an imported row names an organisation that was not parsed')
      return id
    },
  }
}

function planIndicators(current: readonly StoredOwnIndicator[], { ownIndicators }: ImportBundle): readonly StoredOwnIndicator[] {
  const byId = new Map(current.map((stored) => [stored.indicator.id, stored]))
  return ownIndicators.flatMap(({ id, swedish, english, validFrom, validTo }): readonly StoredOwnIndicator[] => {
    const stored = byId.get(id)
    const indicator: OwnIndicator = { id, sv: swedish, en: english, observers: stored?.indicator.observers ?? ['anyone'], validFrom, validTo }
    return stored && canonicalText(indicator) === canonicalText(stored.indicator) ? [] : [{ indicator, revision: (stored?.revision ?? 0) + 1 }]
  })
}
