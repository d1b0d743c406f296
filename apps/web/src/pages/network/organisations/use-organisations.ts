// What is done with organisations, and who belongs to each: sent to the server, and fetched anew with all that names them.
import type { Id, Organisation } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import type { DeviceEntry, MemberEntry, MembersAnswer, OrganisationChanged, OrganisationRequest, OrganisationState } from '../../../../../server/src/api/member-types.ts'
import { ask } from '../../../api/ask.ts'
import { orLookAgain } from '../../../api/or-look-again.ts'
import { membersQuery } from '../../../api/member-queries.ts'
import { networkQuery } from '../../../api/queries.ts'
import { keys } from '../../../keys/keys.ts'

/** Those who are still there. */
export type Belonging = { readonly members: readonly MemberEntry[]; readonly devices: readonly DeviceEntry[] }

export type Organisations = {
  readonly belongingTo: (organisation: Id) => Belonging
  readonly store: (id: Id, before: Organisation | null, after: OrganisationState) => Promise<OrganisationChanged>
  /** Each by a signed line of its own, with open keys; how many went. */
  readonly removeDevices: (devices: readonly DeviceEntry[]) => Promise<number>
}

/** `answer`: undefined where nobody is a member yet. */
export function useOrganisations(answer: MembersAnswer | undefined): Organisations {
  const queries = useQueryClient()
  const fetchAnew = (): Promise<unknown> => Promise.all([networkQuery, membersQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })))
  return {
    belongingTo: (organisation) => ({
      members: answer?.members.filter((one) => one.organisation === organisation && one.state !== 'removed') ?? [],
      devices: answer?.devices.filter((one) => one.organisation === organisation && one.state !== 'removed') ?? [],
    }),
    store: async (id, before, after) => {
      const body: OrganisationRequest = { before: before && stateOf(before), after }
      const changed = await orLookAgain(queries, [networkQuery.queryKey], () => ask<OrganisationChanged>(`organisations/${id}`, { method: 'PUT', body }))
      await fetchAnew()
      return changed
    },
    removeDevices: async (devices) => {
      try {
        for (const { id } of devices) await keys.remove('devices', id)
      } finally {
        await fetchAnew()
      }
      return devices.length
    },
  }
}

function stateOf({ code, name, sector, joined, left }: Organisation): OrganisationState {
  return { code, name, sector, joined, left }
}
