// Numbers and the signs for what is no number, and the key to them.
import type { ReactNode } from 'react'
import { PressableNumber } from '../../components/pressable-number.tsx'
import { Quantity } from '../../components/quantity.tsx'
import { signCharacters } from '../../format/sign.ts'
import { useMessages } from '../../messages/messages.ts'
import { asOf, atLeast, exactly, year } from './made-up.ts'

export function NumberStates(): ReactNode {
  const { number, overview, units } = useMessages()
  const period = year('2019')
  const rate = { estimate: 2.5, low: 1.7, high: 3.6 }
  return (
    <>
      <div className="figures">
        <ul>
          <li>
            <PressableNumber label={units.incident.many} unit="incident" value={exactly(30)} period={period} asOf={asOf} rate={rate} support={{ incidents: 30, organisations: 8, largest: 6 }} />
            <p className="figure-label">{overview.figure.incidents.many}</p>
            <p className="figure-beside">{overview.beside.yearBefore('23', '2018')}</p>
          </li>
          <li>
            <PressableNumber label={units.person.many} unit="person" value={atLeast(41)} period={period} asOf={asOf} />
            <p className="figure-label">{overview.figure.persons.many}</p>
            <p className="figure-beside">{overview.beside.incidentsUnknown('3', false)}</p>
          </li>
        </ul>
      </div>
      <dl className="signs">
        {(['zero', 'unknown', 'not-collected', 'hidden'] as const).map((sign) => (
          <div key={sign}>
            <dt>{sign === 'hidden' ? <span className="sign">{signCharacters.hidden}</span> : <Quantity value={sign === 'unknown' ? atLeast(0) : exactly(0)} months={sign === 'not-collected' ? 0 : 12} />}</dt>
            <dd>{number.signs[sign]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
