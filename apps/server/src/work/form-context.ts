// What a form is filled in with and read by: the network's organisations, its own indicators and its keys.
import type { FormContext, FormVersion, Organisation, OwnIndicator } from '@lykta/incident'
import { type Epoch, getNetwork, readEpochs, type ReadTransaction, readOrganisations, readOwnIndicators } from '@lykta/register'
import type { Desk } from './desk.ts'
import { findSettings } from './network-settings.ts'

export type FormBasis = {
  /** The network's `basis`, as of which all of it stands. */
  readonly basis: number
  readonly organisations: readonly Organisation[]
  readonly ownIndicators: readonly OwnIndicator[]
  readonly ownQuestions: NonNullable<FormContext['ownQuestions']>
  /** An authority runs the network. */
  readonly authority: boolean
  /** Oldest first. */
  readonly epochs: readonly Epoch[]
}

/** As they stand. */
export async function readFormBasis(transaction: ReadTransaction): Promise<FormBasis> {
  const { position, basis } = await getNetwork(transaction)
  // Sent together: they do not wait for one another.
  const [organisations, own, epochs, settings] = await Promise.all([
    readOrganisations(transaction, position), readOwnIndicators(transaction, position), readEpochs(transaction), findSettings(transaction),
  ])
  return {
    basis,
    organisations: organisations.map(({ organisation }) => organisation),
    ownIndicators: own.map(({ indicator }) => indicator),
    ownQuestions: settings?.ownQuestions ?? [],
    authority: settings?.authority?.on === true,
    epochs,
  }
}

/** The reporter's organisation is the caller's; locally there is none. */
export function formContextOf(desk: Desk, form: FormVersion, { organisations, ownIndicators, ownQuestions }: FormBasis): FormContext {
  const reporterOrganisation = desk.context.organisation ?? null
  return { form, today: desk.today(), network: desk.network, organisations, reporterOrganisation, ownIndicators, ownQuestions }
}
