// What a form is filled in with and read by: the network's organisations, its own indicators and its key.
import type { FormContext, FormVersion } from '@lykta/incident'
import { type Epoch, findCurrentEpoch, getNetwork, type ReadTransaction, readOrganisations, readOwnIndicators } from '@lykta/register'
import type { Desk } from './desk.ts'
import { findSettings } from './network-settings.ts'

/** As they stand. The reporter's organisation is the caller's; locally there is none. */
export async function readFormContext(transaction: ReadTransaction, desk: Desk, form: FormVersion): Promise<FormContext & { readonly epoch: Epoch | undefined }> {
  const { position } = await getNetwork(transaction)
  // Sent together: they do not wait for one another.
  const [organisations, own, epoch, settings] = await Promise.all([
    readOrganisations(transaction, position), readOwnIndicators(transaction, position), findCurrentEpoch(transaction), findSettings(transaction),
  ])
  return {
    form,
    today: desk.today(),
    network: desk.network,
    organisations: organisations.map(({ organisation }) => organisation),
    reporterOrganisation: desk.context.organisation ?? null,
    ownIndicators: own.map(({ indicator }) => indicator),
    ownQuestions: settings?.ownQuestions ?? [],
    epoch,
  }
}
