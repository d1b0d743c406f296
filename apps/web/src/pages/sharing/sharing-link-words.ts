// The few words that the lists of incidents need of the pages behind them.
import { ownWords } from '../../messages/own-words.ts'

export const useSharingLinkWords = ownWords({
  sv: { both: 'Utlämnanden, och vem som har läst', reads: 'Vem som har läst texterna i våra incidenter', search: 'Sök i förseglad text' },
  en: { both: 'Disclosures, and who has read', reads: 'Who has read the texts of our incidents', search: 'Search in sealed text' },
})
