// Which places a caller has, by her rights: never more than seven, and the first is where she lands.
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'

const all = [
  { name: 'overview', to: '/', right: 'statistics.read' },
  { name: 'incidents', to: '/incidents', right: 'incident.search' },
  { name: 'cases', to: '/cases', right: 'case.follow' },
  { name: 'own', to: '/own', right: 'incident.own' },
  { name: 'statistics', to: '/statistics', right: 'statistics.read' },
  { name: 'explore', to: '/explore', right: 'tables.explore' },
  { name: 'editions', to: '/editions', right: 'edition.read' },
  { name: 'meetings', to: '/meetings', right: 'meeting.read' },
  { name: 'network', to: '/network', right: 'members.manage' },
  { name: 'method', to: '/method', right: 'network.read' },
] as const

export type Place = (typeof all)[number]

export function placesFor({ state, rights, caller }: Pick<SessionAnswer, 'state' | 'rights' | 'caller'>): readonly Place[] {
  return all.filter(({ name, right }) => {
    if (!rights.includes(right)) return false
    // Whoever follows cases finds it beside every figure, and has seven places without it.
    if (name === 'method') return !rights.includes('case.follow')
    // Whoever sees the counts finds the published tables beside them.
    if (name === 'explore') return !rights.includes('statistics.read')
    // Whoever handles all incidents finds her organisation's among them; on this machine alone nobody belongs to one.
    return name !== 'own' || (state === 'signed-in' && caller?.role !== 'coordinator')
  })
}
