// The organisations that were members of the network on a day, by name.
import type { CivilDate, Organisation } from '@lykta/incident'
import { useMemo } from 'react'
import { useNetwork } from '../../network.ts'

export function useMembersOn(day: CivilDate): readonly Organisation[] {
  const { organisations } = useNetwork()
  return useMemo(() => organisations.filter(({ joined, left }) => joined !== null && joined <= day && (left === null || left > day)).toSorted((a, b) => a.name.localeCompare(b.name, 'sv')), [organisations, day])
}
