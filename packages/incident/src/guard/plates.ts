// Vehicle plates: Swedish ones (three letters but I, Q, V; two digits; a digit or a letter but I, O, Q, V), and foreign
// ones after words that announce a plate. Source: Transportstyrelsen.
import { detector } from './detector.ts'
import type { Detector, SensitiveFinding } from './finding.ts'
import { announcesReference } from './text-before.ts'

const letters = '[A-HJ-PR-UW-Z]{3}'
const figures = String.raw`\d{2}[\dA-HJ-NPR-UW-Z]`
const after = String.raw`(?![\p{L}\d]|[-.,:/]\d|[ ]?(?:kr|kronor|sek|euro|kvm|meter|mil|km|dagar|nätter|days|nights|gånger|times|personer|people)(?!\p{L}))`
const plateWords = String.raw`(?:reg(?:istrerings)?\.?[ -]?(?:nr|nummer|numret|skylt|plåt|no|number)|registration(?: (?:number|plate|no))?|(?:nummer|registrerings)?skylt(?:en|ar|arna)?|(?:nummer)?plåt(?:en|ar|arna)?|(?:licen[cs]e |number |reg )?plates?|licen[cs]e|reg)`
const vehicleWords = String.raw`(?:${plateWords}|(?:\p{L}{0,12})?(?:bil(?:en)?|car|van|skåpbil(?:en)?|taxi(?:n)?|buss(?:en)?|minibuss(?:en)?|husbil(?:en)?|lorry|truck|vehicle|fordon(?:et)?))`
const link = String.raw`[ .:,("']{0,3}(?:(?:är|var|med|som|is|was|with|no|nr|number|nummer|numret|börjar|läser|reads|said|of|the|ett|en|på|svensk|svenska|swedish)[ .:"']{1,2}){0,3}`

/** Three letters before three digits that make no plate: makes, money, laws, airlines and the small words of shouted text. */
const noPlates = new Set(
  `apt hus row stl str sal pcr gti tsi gtd plt dst krt knr hrs wks mth yrs ggr mkt tfn std pkt prs stk tkr mkr mdr pcs hrs nbr rms pct lvl kpl brf bnb dvs mvh wlb amg art aug bmw brb bus car cla clk cls cod daf day dec dem den det dhl din dkk dlh dna dom dnr dvd eqc eur fax feb fem for från för gav gbp gla glb glc gle glk gls gps gym had han har her hon hur iso jag jan jul jun kap kia kod kok ktm lag lan las lgh lha log los lou lpt lss lul lvm lvu mac maj man mar max med men mms nax nok nov nr nsa ntr och oct okt omg one our out par pdf per pin pln pnr rav ref reg rom ron rum ryr sas sek sep set sex sfs sju skv slk slc sms sok sol som ssn sum taxi tel ten tgx the then tim tog ton top tre try två two uah uno upp usb usd use ute wzz xxx was wap wow who why you all and ask but can did eat few get got has how let may nor not now off old own pay put ran run sat saw say she six sun too top war way web wed yes är mot kan ska tar ger ser sin bad ben bor bra dag del där då ett ger här hos kom kör mer mig min nej ner nya när nåt ord osv par så tal tom vad var vet vid år åt ålder`
    .toUpperCase()
    .split(/\s+/),
)

const isPlate = ({ groups, input, index, 0: whole }: RegExpExecArray): boolean => {
  const detail = groups?.['detail'] ?? whole
  return !noPlates.has(detail.slice(0, 3).toUpperCase()) && !announcesReference(input, index + whole.lastIndexOf(detail))
}

const finders = [
  // In capitals it stands for itself, with or without a gap; in small letters only grown together or after such a word.
  detector('vehicle-plate', new RegExp(String.raw`(?<![\p{L}\d]|\d[-.])(?<detail>${letters}[ ]?-?[ ]?${figures})${after}`, 'gu'), isPlate),
  detector('vehicle-plate', new RegExp(String.raw`(?<![\p{L}\d@#_]|\d[-.])(?<detail>${letters}${figures})${after}`, 'giu'), isPlate),
  // Three consonants make no word, and need no word about vehicles.
  detector('vehicle-plate', new RegExp(String.raw`(?<![\p{L}\d]|\d[-.])(?<detail>[B-DF-HJ-NPR-TW-XZ]{3}[ ]?-?[ ]?${figures})${after}`, 'giu'), isPlate),
  detector('vehicle-plate', new RegExp(String.raw`(?<![\p{L}\d])(?<detail>${letters}[ ]?-?[ ]?${figures})[ ,(]{1,3}(?:(?:på|on|står|var|stod|as|som) )?${vehicleWords}(?!\p{L})`, 'giu'), isPlate),
  detector('vehicle-plate', new RegExp(String.raw`(?<![\p{L}\d])${vehicleWords}${link}(?<detail>${letters}[ ]?-?[ ]?${figures})${after}`, 'giu'), isPlate),
  detector(
    'vehicle-plate',
    new RegExp(String.raw`(?<![\p{L}\d])${plateWords}${link}(?<detail>(?:[A-Z]{1,3}[ -]?\d{2,5}(?:[ -]?[A-Z]{1,3})?|[A-Z]{1,3}[ -][A-Z]{1,2}[ -]?\d{1,4}|\d{1,3}[ -]?[A-Z]{1,3}[ -]?\d{1,4}))${after}`, 'giu'),
    // The announcing words in any case, a foreign plate in capitals.
    (match) => isPlate(match) && match.groups?.['detail'] === match.groups?.['detail']?.toUpperCase(),
  ),
]

export const findPlates: Detector = (text) => {
  const found: SensitiveFinding[] = []
  for (const find of finders) for (const one of find(text)) if (!found.some(({ from, to }) => one.from < to && from < one.to)) found.push(one)
  return found.sort((a, b) => a.from - b.from)
}
