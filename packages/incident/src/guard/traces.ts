// Other traces that lead to one person: e-mail addresses, vehicle plates, room numbers.
import { detector } from './finding.ts'

export const findEmails = detector('email', /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\]|\(a\)|\bsnabel-a\b)\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/giu)

/** Swedish plates never use I, Q, V, Å, Ä, Ö; the last sign may be a letter but O. What looks like one and is not: */
const noPlates = new Set(['BMW', 'SEK', 'EUR', 'USD', 'NOK', 'DKK', 'GBP', 'PLN', 'RON', 'BUS', 'TAXI', 'RUM', 'LGH', 'MAX', 'OCH', 'BRA', 'KAN', 'HAR', 'UTE', 'HON', 'HAN', 'DEM', 'DET', 'SMS', 'MMS', 'CAR', 'HAD', 'FOR', 'THE', 'AND', 'ALL', 'HER', 'MEN', 'GET', 'ONE', 'LET', 'SAW', 'WAS', 'TEN', 'TWO', 'NOT', 'BUT', 'OUR', 'USE', 'DAY', 'DAG', 'KAP', 'PAR', 'ART', 'SFS', 'DNR', 'NTR', 'NR', 'CA'])
const plate = String.raw`[A-HJ-PR-UW-Z]{3}[ -]?\d{2}[\dA-HJ-NPR-UW-Z]`
const aboutVehicles = String.raw`(?:reg(?:\.|istrerings?)?[ -]?(?:nr|nummer|skylt|plåt)?\.?|skylt(?:en)?|nummerplåt(?:en)?|bil(?:en)?|plates?|licen[cs]e plate|registration(?: number)?|reg)`
export const findPlates: typeof findEmails = (text) => [
  // In capitals it stands for itself; in small letters only written together or after a word about vehicles.
  ...detector('vehicle-plate', new RegExp(String.raw`(?<![\p{L}\d])(?<detail>${plate})(?![\p{L}\d]|[ ]?(?:kr|kronor|kronor|euro|dagar|nätter|days|nights|gånger|times)\b)`, 'gu'), ({ groups }) =>
    !noPlates.has(groups!['detail']!.slice(0, 3)))(text),
  ...detector('vehicle-plate', new RegExp(String.raw`\b${aboutVehicles}[ :]*(?:är|var|med|is|was|with)?[ :]*(?<detail>${plate})(?![\p{L}\d])`, 'giu'), ({ groups }) =>
    !noPlates.has(groups!['detail']!.slice(0, 3).toUpperCase()) && groups!['detail'] !== groups!['detail']!.toUpperCase())(text),
  ...detector('vehicle-plate', /(?<![\p{L}\d])[a-hj-pr-uw-z]{3}\d{2}[\da-hj-npr-uw-z](?![\p{L}\d])/gu, ([found]) => !noPlates.has(found.slice(0, 3).toUpperCase()))(text),
]

/** "room 214", "rum nr 12B", "lgh 1203"; not "2 rum" nor "rum 3 nätter". */
export const findRoomNumbers = detector(
  'room-number',
  /(?<![\p{L}])(?:(?:hotell)?rum(?:met|mets)?|(?:rums|dörr|lägenhets)(?:nr|nummer)|lgh|lägenhet(?:en)?|(?:hotel[ -])?room|suite|svit(?:en)?|apartment|apt|flat|door|dörr(?:en)?)[ .]*(?:(?:nr|nummer|number|no|n:o)[ .:]*|#[ ]*|:[ ]*)?(?:är[ ]|is[ ])?(?<detail>\d{1,4}[ ]?[a-d]?)(?![\p{L}\d]|[.,]\d|[ ]?[-–][ ]?\d|[ ]+(?:nätter|natt|dagar|dag|dygn|veckor|vecka|månader|timmar|gånger|personer|kvinnor|män|gäster|nights?|days?|weeks?|months?|hours?|times|people|persons|women|men|guests|floors?|våningar|meter|kr|kronor|euro)\b)/giu,
)
