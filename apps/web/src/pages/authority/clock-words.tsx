// The 72-hour clock in a sentence: how much is left, or how it went.
import type { BreachClock } from '@lykta/incident'
import type { ReactNode } from 'react'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useBreachWords } from './breach-words.ts'

export function ClockWords({ clock: { state, deadline, minutesLeft } }: { readonly clock: BreachClock }): ReactNode {
  const words = useBreachWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const left = Math.max(0, minutesLeft)
  const told = words.clock[state](words.hours(renderCount(Math.floor(left / 60), language), renderCount(left % 60, language)), renderMoment(deadline, network.timeZone, language))
  return <p className={state === 'running' || state === 'over' ? 'breach-clock breach-clock-waits' : 'breach-clock'}>{told}</p>
}
