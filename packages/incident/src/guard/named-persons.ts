// A person's name after words that announce one ("heter", "kallas", "is called"), or before them ("Alina heter hon").
import type { Detector, SensitiveFinding } from './finding.ts'
import { givenNames } from './given-names.ts'
import { isPerson, isThing } from './named-things.ts'
import { isThingNamed } from './naming-subject.ts'
import { namingWords } from './naming-words.ts'

/** With a capital after the naming words and yet no person's name: how sentences begin, offices, companies, peoples, days. */
const neverNames = new Set(
  `det den de dem hon han hen vi jag ni du man så då nu där här sedan sen vad vem hur när men och eller om att en ett i på vid till från inget ingen inte okänt okänd oklart
  the they she he it we i you a an and but or if then there here what who how when this that these those her his their our unknown unclear not none no yes at in on by to from
  polisen polis polismyndigheten socialtjänsten socialjouren soc migrationsverket skatteverket försäkringskassan arbetsförmedlingen kommunen tingsrätten åklagaren räddningstjänsten ambulans ambulansen securitas väktare ordningsvakt vakten reception receptionen housekeeping
  police security social services emergency reception management staff taxi uber bolt airbnb booking facebook instagram telegram whatsapp tinder snapchat tiktok hotel hotell sir lidl ica coop willys hemköp netto mcdonalds max burger preem circle okq8 ikea telia tele2 comviq lycamobile moneygram wolt foodora signal viber blocket hitta eniro grand scandic elite radisson clarion best western ibis hilton quality comfort motel hostel
  person suspect victim witness guest client woman man girl boy misstänkt vittne målsägande gäst klient kvinna kvinnan mannen flicka pojke brukare brukaren case management mitt ditt hans hennes deras
  swedish romanian thai english russian ukrainian polish bulgarian nigerian chinese vietnamese eastern european svensk svenska rumänsk thailändsk ryska
  måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars maj juni juli augusti september oktober november december monday tuesday wednesday thursday friday saturday sunday january february march june july august october
  sverige sweden rumänien romania thailand nattcentrum jämställdhetsmyndigheten länsstyrelsen lagen act anbud gmail google id ok sms fru herr`.split(/\s+/),
)
/** A street, a business: what the name itself says of what it names. */
const thingNames = /(?:operation|project|days|foundation|network|stiftelsen|nätverket|föreningen|konferensen|group|gruppen|agency|cleaning|company|clinic|shelter|fastigheter|bemanning|handel|transport|logistik|kök|kitchen|garden|trädgård|programme|program|gatan|gata|vägen|väg|torget|gränd|platsen|parken|staden|backen|hotell|hotellet|hotel|motel|hostel|inn|lodge|restaurang|restaurant|bar|pub|café|cafe|spa|salong|salon|massage|nails|nagelsalong|pizzeria|kliniken|centrum|center|centre|huset|gården|skolan|kyrkan|stationen|street|road|avenue|square|park|club|klubb|ab|hb|ltd|programmet|projektet|lagen|metoden|linjen|jouren|mottagningen|gruppen|service|express|clean|städ|bygg|airport|plaza|palace|palats|syndrome|syndromet|method)$/iu
const surnames = /(?:sson|son|sen|escu|eanu|ova|ov|eva|ev|enko|chuk|czyk|ska|ski|sky|skaya|ian|yan|oglu|qvist|kvist|berg|ström|lund|gren|dahl|nyi|uk|iu|ez|adze|shvili|iak|oğlu|puu|wong|porn|chai|adeyemi|okafor|okoye)$/iu

const word = String.raw`\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)?`
// Read where the naming words end, by a pattern of its own that minds capitals: `(?i:…)` inside one pattern would keep the
// whole form from loading on telephones from before 2025.
const nameToken = new RegExp(String.raw`(?:${word})(?:-${word}){0,2}`, 'uy')
/** "al-Hassan", "van Dijk" */
const particle = /(?:von|van|de|al|el|da|dos|bin|ibn|abu|ben)[ -](?=\p{Lu})/uy
const joint = /[ ]{1,2}(?:(?:von|van|de|al|el|da|dos|bin|ibn|af)[ ])?(?:(?:och|and|eller|or|&)[ ])?|,[ ](?=\p{Lu})/uy

const isCapitalised = (token: string): boolean => /^\p{Lu}[\p{L}\p{M}'-]+$/u.test(token)
const isGivenName = (token: string): boolean => givenNames.has(token.toLowerCase().replace(/'?s$/, '')) || givenNames.has(token.toLowerCase()) || token.toLowerCase().split('-').every((part) => givenNames.has(part))
/** An ordinary word in small letters is no name, in shouted text neither unless it is a known one. */
const isName = (token: string, shouted: boolean): boolean => (isCapitalised(token) && !shouted && !neverNames.has(token.toLowerCase()) ? true : isGivenName(token))

function readAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Where the name that begins at `from` ends; undefined where none begins. At most six words. */
function endOfName(text: string, from: number): number | undefined {
  const start = from + (readAt(particle, text, from)?.length ?? 0)
  const first = readAt(nameToken, text, start)
  if (first === undefined) return undefined
  const shouted = /^\p{Lu}{2,}$/u.test(first) && /^[ ]\p{Lu}{2,}/u.test(text.slice(start + first.length, start + first.length + 12))
  if (!isName(first, shouted)) return undefined
  let end = start + first.length
  for (let count = 0; count < 5; count += 1) {
    const link = readAt(joint, text, end)
    if (link === undefined) break
    const token = readAt(nameToken, text, end + link.length)
    const isInitial = token?.length === 1 && /^\p{Lu}$/u.test(token) && token !== 'I'
    if (token === undefined || (link.includes(',') && !isGivenName(token))) break
    // A small letter after a capital one is the sentence going on: "Dragan och ville …".
    const goesOn = isCapitalised(first) && !isCapitalised(token)
    if (!(isInitial || (isName(token, shouted) && !goesOn) || (surnames.test(token) && token.length > 5 && /^[ ]+$/.test(link) && !goesOn))) break
    end += link.length + token.length
  }
  return end
}

/** "Nationella stödprogrammet": the name ends in small letters with what it is. */
function followedByThing(text: string, from: number, to: number): boolean {
  const next = /^[ ](\p{Ll}{3,40})/u.exec(text.slice(to, to + 42))?.[1]
  return next !== undefined && isThing(next) && !isGivenName(/^[\p{L}\p{M}'-]+/u.exec(text.slice(from, to))?.[0] ?? '')
}

/** "CleanMax": a capital inside the word is a company's, but for "McKay" and the like. */
const inner = /(?<![\p{L}])(?!Mc|Mac|De|La|Le|Di|Fitz)\p{Lu}\p{Ll}+\p{Lu}/u

const saysThing = (text: string, from: number, to: number): boolean =>
  inner.test(text.slice(from, to)) ||
  followedByThing(text, from, to) || text.slice(from, to).split(/[ ,-]+/u).some((token) => thingNames.test(token) && !isGivenName(token)) || /^(?:\.(?:com|se|nu|net|org|ru)\b|[ ](?:hotell?|inn|spa|bar|massage|ab|hostel|nails|street|café|salong?)\b)/iu.test(text.slice(to, to + 12))

/** "He called Maria" is a telephone call; "a girl called Maria" is not. */
const isCall = (words: string, before: string): boolean => /^called$/iu.test(words) && /(?:^|[^\p{L}])(?:he|she|i|we|they|you|who|then|and|also)[ ]$/iu.test(before)

const findAfter: Detector = (text) =>
  [...text.matchAll(namingWords)].flatMap((match) => {
    const from = match.index + match[0].length
    const to = endOfName(text, from)
    if (to === undefined || isCall(match.groups?.['words'] ?? '', text.slice(Math.max(0, match.index - 8), match.index))) return []
    if (saysThing(text, from, to) || isThingNamed(text, match.index, match.groups?.['words'] ?? '', isGivenName(readAt(nameToken, text, from) ?? ''))) return []
    return [{ kind: 'named-person', from, to }]
  })

const turned = new RegExp(String.raw`(?<![\p{L}\p{M}'-])(?<name>\p{Lu}\p{Ll}[\p{L}\p{M}'-]{0,40}(?:[ ]\p{Lu}\p{Ll}[\p{L}\p{M}'-]{0,40}){0,2})(?:[ ](?:heter|hette|kallas|kallades|kallar|kallade)[ ](?:hon|han|sig|tydligen|nog|kvinnan|mannen|flickan|tjejen|killen|gästen|pojken|personen)|,?[ ](?:is|was|är|var)[ ](?:his|her|my|hennes|hans|deras|mitt)[ ](?:(?:first|last|real|girl's|man's|woman's|guest's)[ ])?(?:för|efter)?nam[en])(?!\p{L})`, 'gu')
const findBefore: Detector = (text) =>
  [...text.matchAll(turned)].flatMap((match) => {
    const name = match.groups?.['name'] ?? ''
    return name.split(' ').some((token) => neverNames.has(token.toLowerCase()) || (!isGivenName(token) && (isPerson(token) || isThing(token)))) || saysThing(text, match.index, match.index + name.length) ? [] : [{ kind: 'named-person', from: match.index, to: match.index + name.length }]
  })

export const findNamedPersons: Detector = (text) => {
  const after = findAfter(text)
  const found: SensitiveFinding[] = []
  for (const one of [...after, ...findBefore(text)]) if (!found.some(({ from, to }) => one.from < to && from < one.to)) found.push(one)
  return found.sort((a, b) => a.from - b.from)
}
