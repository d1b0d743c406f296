// Room, flat and cabin numbers: "room 214", "rum nr 12B", "rumsnummer: 12", "rum tolv", "gästen i 305"; not "2 rum" nor "rum 3 nätter".
import { detector } from './detector.ts'
import type { Detector, SensitiveFinding } from './finding.ts'
import { textBefore } from './text-before.ts'

const rooms = String.raw`(?:(?:hotell|dubbel|enkel|gäst)?ru(?:m(?:met|mets|et|s)?|mm)|lgh|lägenhet(?:en|s)?|(?:hotel[ -])?room|rm|svit(?:en)?|suite|apartment|apt|flat|dörr(?:en)?|door|hytt(?:en)?|cabin|stuga(?:n)?|bungalow|dorm)`
const numberWord = String.raw`(?:(?:nr|nummer|numret|number|no|num|n:o|nbr)[ .:#]{0,3}|#[ ]?|:[ ]?)`
const announced = String.raw`(?<![\p{L}])(?:(?<strong>(?:rums|dörr|lägenhets|lgh|hytt)[ -]?(?:nr|nummer|numret)[ .:#]{0,3}|${rooms}[ .-]{0,2}${numberWord})|(?<bare>${rooms})[ .-]{0,2})(?:(?:är|var|is|was)[ ])?`

const months = String.raw`(?:jan|feb|mars?|apr|maj|may|ju[nl]|aug|sep|okt|oct|nov|dec)\p{L}{0,7}`
const units = String.raw`(?:nätter|natt|dagar|dag|dygn|veckor|vecka|månader|mån|år|timmar|tim|min|minuter|gånger|ggr|personer|pers|kvinnor|män|flickor|tjejer|killar|pojkar|barn|gäster|sängar|bäddar|rum|rok|våningar|tr|trappor|meter|km|mil|kilometer|kvm|m2|kvadrat\p{L}*|kr|kronor|sek|euro|eur|procent|grader|till|stycken|st|olika|av|per|x|nights?|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|times|people|persons|women|men|girls|boys|kids|children|guests?|beds?|rooms?|doors?|floors?|storeys?|metres?|meters?|kilomet\p{L}*|miles?|feet|square|sqm|percent|degrees|of|different|other|young|unga|nya|more|fler|pm|am|o'clock|till|to|\p{L}*(?:gäster|kvinnor|besökare|klienter|kunder|visitors|clients|customers|towels|handdukar|nycklar|keys|suitcases|väskor|madrasser|mattresses|mobiler|telefoner|phones|kondomer|condoms|passports))`
const notCounted = String.raw`(?!(?!s(?!\p{L}))[\p{L}\d]|[.,:/]\d|[ ]?[%€$°§]|[ ]?-[ ]?\d{1,2}(?!\d)|[ ]{1,2}(?:${units}|${months})(?!\p{L}))`
const figure = String.raw`(?:[A-H][ -]?)?\d{1,4}[ ]?(?:[A-H](?!\p{L}))?`
const more = String.raw`(?:(?:,[ ]|[ ]?[-/&+][ ]?|[ ](?:och|and|eller|or)[ ])\d{3,4}(?![\d:.]|[ ]${units}))`

const goesOn = /^[ ]+(?:och|att|som|är|var|på|i|med|igen|utan|där|när|efter|kl|sedan|hela|varje|luktade|har|hade|and|is|was|has|had|with|on|in|at|again|where|who|when|without|for|until|all|every|refused|since|tonight|today|yesterday|idag|igår)(?!\p{L})/iu

const findNumbered = detector('room-number', new RegExp(String.raw`${announced}(?<detail>${figure}${more}{0,4})${notCounted}`, 'giu'), (match) => {
  const { groups, input, index } = match
  if (groups?.['strong'] !== undefined) return true
  // "3 rum 2 …", "varje rum 40 …": rooms are counted, not named.
  const before = textBefore(input, index)
  if (/^(?:dubbel|enkel|gäst)?rum$/iu.test(groups?.['bare'] ?? '') && /\d[ ]$/.test(before) && !/(?:våning|plan|hus|entré|floor)[ ]\d{1,2}[ ]$/iu.test(before)) return false
  if (/(?:(?:^|[^\p{L}])(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|a|an|one|two|three|four|five|six|per|varje|each|every|both|båda|alla|all|another|flera|several|mina|dina))[ ]$/iu.test(before)) return false
  if (/(?:et|en)$/iu.test(groups?.['bare'] ?? '') || /(?:^|[^\p{L}])(?:the|this|that|her|his|their)[ ]$/iu.test(before)) {
    // "i rummet 3 rumänska …": after the definite form a small number is a count, unless the sentence ends or goes on with its verb.
    const rest = input.slice(index + match[0].length, index + match[0].length + 24)
    if (/^\D?\d{1,2}$/.test(groups?.['detail'] ?? '') && /^[ ]+\p{L}/u.test(rest) && !goesOn.test(rest)) return false
  }
  // "rummet 2019": a year, not a room.
  return !(/(?:et|en|room|flat)$/iu.test(groups?.['bare'] ?? '') && /^(?:19|20)\d{2}$/.test(groups?.['detail'] ?? ''))
})

const findMany = detector('room-number', new RegExp(String.raw`(?<![\p{L}])(?:rummen|rooms|lägenheterna|apartments|flats)[ ](?:nr |nummer |no |nos |numbers )?(?<detail>(?!(?:19|20)\d{2})\d{3,4}${more}{0,6})${notCounted}`, 'giu'))

/** "the flat, 1004, …" */
const findBeside = detector('room-number', new RegExp(String.raw`(?<![\p{L}])${rooms}[ ]?[,(][ ]?(?:nr |no )?(?<detail>\d{3,4})(?=[ ]?[,).])(?![.,]\d)`, 'giu'), ({ groups }) => !/^(?:19|20)\d{2}$/.test(groups?.['detail'] ?? ''))

const words = String.raw`(?:(?:ett|en|två|tre|fyra|fem|sex|sju|åtta|nio|one|two|three|four|five|six|seven|eight|nine)[ -]?(?:hundra|hundred)[ -]?(?:och|and)?[ -]?)?(?:(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]?)?(?:tretton|fjorton|femton|sexton|sjutton|arton|nitton|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|tjugo|trettio|twenty|thirty|forty)`
const findSpelled = detector('room-number', new RegExp(String.raw`(?<![\p{L}])(?:rum|room|rumsnummer|lgh|suite|flat|apartment|cabin|hytt|stuga)[ ](?:(?:nr|nummer|number|no)[ .:]{0,2})?(?<detail>${words})(?!\p{L}|[ ]{1,2}(?:${units}|hundred|hundra)(?!\p{L}))`, 'giu'), ({ input, index }) =>
  !/(?:^|[^\p{L}])(?:ett|a|the|per|varje|each|every|mitt|hans|hennes|her|his)[ ]$/iu.test(textBefore(input, index)))

/** The staff's own way of speaking: "gästen i 305", "the girl in 214". */
const occupants = String.raw`(?:gäst(?:en|er|erna)?|man(?:nen)?|män(?:nen)?|kvinn(?:a|an|or|orna)|tjej(?:en|er|erna)?|flick(?:a|an|or|orna)|kille(?:n)?|par(?:et)?|guests?|men|wom[ae]n|girls?|boys?|guy|couple|lady|ladies|person(?:en)?)`
const findLived = detector('room-number', new RegExp(String.raw`(?<![\p{L}])${occupants}[ ](?:som bor |staying |living )?(?:på|i|in|from|från)[ ](?<detail>\d{3,4})(?::?an|:ans)?${notCounted}`, 'giu'), ({ groups }) =>
  !/^(?:112|1177|(?:19|20)\d{2})$/.test(groups?.['detail'] ?? ''))

export const findRoomNumbers: Detector = (text) => {
  const found: SensitiveFinding[] = []
  for (const find of [findNumbered, findMany, findBeside, findSpelled, findLived]) for (const one of find(text)) if (!found.some(({ from, to }) => one.from < to && from < one.to)) found.push(one)
  return found.sort((a, b) => a.from - b.from)
}
