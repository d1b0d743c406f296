// What the attacks on all states of the printed years can vouch for, in a few numbers.
import type { StatesAttack } from './attack-states.ts'
import type { StatesAudited } from './certificate.ts'

/** `attacks`: one for each group of readers. */
export function certifyStates(attacks: readonly StatesAttack[], registers: number, withheld: number, inTime: boolean): StatesAudited {
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
  const least = (list: readonly (number | null)[]): number | null => list.reduce((narrowest, one) => (one === null ? narrowest : Math.min(narrowest ?? one, one)), null)
  const members = attacks.map((attack) => attack.members)
  return {
    registers,
    audited: sum(attacks.map(({ attacked }) => attacked)),
    minimumWidth: least(attacks.map(({ minimumWidth }) => minimumWidth)),
    members: {
      organisations: Math.max(0, ...members.map(({ organisations }) => organisations)),
      audited: sum(members.map(({ attacked }) => attacked)),
      minimumWidth: least(members.map(({ minimumWidth }) => minimumWidth)),
    },
    withheld,
    inTime,
  }
}
