// Which part of a year was collected, in words: "nov–dec", or the whole of it.
import type { Language } from '@lykta/incident'
import type { NetworkAnswer } from '../../../../server/src/api/types.ts'
import { renderShortMonth } from '../../format/dates.ts'
import type { Messages } from '../../messages/messages.ts'

export function yearExposure(year: number, { network, today }: NetworkAnswer, language: Language, { editions }: Messages): string {
  const from = network.collectionStart > `${year}-01-01` ? network.collectionStart : `${year}-01-01`
  const to = today < `${year}-12-31` ? today : `${year}-12-31`
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return editions.wholeYear
  const [first, last] = [renderShortMonth(from, language), renderShortMonth(to, language)]
  return first === last ? first : `${first}–${last}`
}
