// Swedish words for what can be wrong with the ledger of editions, a file of published figures, and an approval.
import { largestQuantity } from '@lykta/incident'

type Values = Readonly<Record<string, string | number>>

const at = ({ file = '', row = '', column = '' }: Values): string => `${file}, rad ${row}, ${column}`

export const ledgerSv = {
  'ledger.column-missing': ({ file = '', sv = '' }: Values) => `${file}: kolumnen ${sv} saknas. Filen ska ha tabell, koder, period och antal, med en siffra per rad. Inget har sparats.`,
  'ledger.table': (values: Values) => `${at(values)}: ”${values['found']}” är ingen tabell som Lykta känner. Skriv en av: ${values['known']}. Inget har sparats.`,
  'ledger.codes': (values: Values) => `${at(values)}: ”${values['found']}” passar inte tabellen. Lämna tomt för en siffra utan uppdelning; annars en kod, eller två med / emellan: ${values['known'] || 'inga'}. Inget har sparats.`,
  'ledger.period': (values: Values) => `${at(values)}: ”${values['found']}” är ingen period. Skriv 2019, 2017-2019, 2019-04, 2019-Q1 eller 2019-H2. Inget har sparats.`,
  'ledger.count': (values: Values) => `${at(values)}: ”${values['found']}” är inget antal. Skriv ett heltal från 0 till ${largestQuantity.toLocaleString('sv')}, eller minst och ett heltal. Inget har sparats.`,
  'ledger.twice': ({ file = '', figure = '', first = '', second = '' }: Values) => `${file}: ${figure} står två gånger, med ${first} och ${second}. Behåll det som trycktes. Inget har sparats.`,
  'ledger.no-figures': ({ file = '' }: Values) => `${file}: där finns inga siffror. Inget har sparats.`,
  'ledger.known': ({ file = '' }: Values) => `${file} finns redan i liggaren. Inget har ändrats.`,
  'ledger.no-draft': ({ folder = '' }: Values) => `I ${folder} finns inget utkast. Gör ett med \`lykta publish\` först.`,
  'ledger.draft-foreign': ({ folder = '' }: Values) => `Utkastet i ${folder} är inte gjort av det här registret. Inget har godkänts.`,
  'ledger.draft-outdated': ({ folder = '', year = '' }: Values) => `Utkastet i ${folder} skulle inte bli detsamma i dag: en annan utgåva, en annan publicering eller en inställning har kommit emellan. Inget har godkänts. Gör utkastet för ${year} på nytt, läs det och godkänn det.`,
  'ledger.approved-unwritten': ({ folder = '', year = '' }: Values) => `Årsrapporten ${year} är godkänd och införd i liggaren, men alla dess filer i ${folder} är inte skrivna. Åtgärda det som sägs nedan och kör \`lykta approve\` med samma mapp igen: då skrivs de, och inget godkänns på nytt.`,
  'ledger.year-not-over': ({ year = '' }: Values) => `Året ${year} var inte slut när utkastet gjordes. Ett år som trycks förblir som det var, så inget har godkänts. Gör utkastet när året är slut och de flesta rapporter har kommit in.`,
  'disclosure.ledger-differs': ({ table = '', period = '' }: Values) => `En tidigare utgåva har tryckt ett annat tal än registret räknar nu för samma år (${table}, ${period}): sättet att räkna har ändrats. Inget har publicerats, för det går inte att bevisa att det dolda inte kan räknas fram. Meddela den som ansvarar för programmet.`,
  'ledger.late': ({ incidents = '' }: Values) => `${incidents} ${incidents === 1 ? 'incident' : 'incidenter'} har kommit in efter att deras år trycktes. De är för få, eller från för få, för att talet ska få stå i rapporten, och räknas inte i åren. De sägs när fler har kommit.`,
  'ledger.different': ({ count = '', figures = '' }: Values) => `${count} ${count === 1 ? 'siffra' : 'siffror'} i liggaren som andra har publicerat är inte ${count === 1 ? 'den' : 'de'} som registret räknar (${figures}). Utgåvan är inte prövad mot ${count === 1 ? 'den' : 'dem'}. Se efter om filen var felskriven; för i så fall in ${count === 1 ? 'den rätta siffran' : 'de rätta siffrorna'} med lykta ledger add och gör utkastet på nytt.`,
  'disclosure.ledger-exposed': ({ cell = '' }: Values) => `Tillsammans med det som har publicerats tidigare skulle årens totaler avslöja något om få (${cell}), och det finns inget mer att dölja. Inget har publicerats. Se med lykta ledger efter att det som är infört där stämmer; gör det det, så låt året vänta och berätta om det tillsammans med nästa.`,
}
