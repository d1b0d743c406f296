// The organisations that were members of the network on a day, by name.
import { type CivilDate, type Organisation, wasMemberOn } from '@lykta/incident'
import { useMemo } from 'react'
import { useNetwork } from '../../network.ts'

export function useMembersOn(day: CivilDate): readonly Organisation[] {
  const { organisations } = useNetwork()
  return useMemo(() => organisations.filter((one) => wasMemberOn(one, day)).toSorted((a, b) => a.name.localeCompare(b.name, 'sv')), [organisations, day])
}
