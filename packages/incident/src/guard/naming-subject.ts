// Of whom or what the naming words speak: "mannen på hotellet heter …" a person, "ett hotell som heter …" a thing.
import { isPerson, isThing } from './named-things.ts'
import { textBefore } from './text-before.ts'

const prepositions = new Set('på i vid till från av hos mot genom under för med bredvid nära utanför at in on of to from by near for with outside inside into next'.split(' '))
const relatives = new Set('som which that där'.split(' '))
const pronouns = new Set('hon han hen de vi jag man she he they we i you du'.split(' '))
/** "den långe", "this man": only just before the naming words do they stand for a thing. */
const articles = new Set('den denna dessa this that'.split(' '))
const possessives = new Set('hennes hans deras vårt vår mitt min her his their our my its'.split(' '))

/** "hotellet där hon bor", "the hotel where they stay": what is named is the hotel. */
const whereClause = /(?<=\p{L})[ ]+(?:där|dit|where)[ ][^.,;:!?]*$/iu
/** The words of the sentence so far, the last first, no more than a dozen. */
const wordsBefore = (before: string): readonly string[] =>
  (/[^.!?;\n\ufffc]*$/u.exec(before)?.[0] ?? '').split(/[^\p{L}'-]+/u).filter((word) => word !== '').toReversed().slice(0, 12)

/** "The rooms were booked in the name of …": whoever booked is a person, or stands as one. */
const isBooking = (naming: string, words: readonly string[]): boolean => /na(?:mn|me)/iu.test(naming) && words.slice(0, 5).some((word) => /^(?:in|av)?(?:book|bok|hyr|hired|rent|regist|check|betal|paid|pays|skriv|skrev|sign|stod|står)/iu.test(word))

const people = /(?:are|aren|arna|isten|ören|anten|enten|ska|skan|ris|risen|inna|innan|logen|torn|er|or|ist|ant|ent|ee|man|woman|mate|ian|chap|lad|bloke|kid|teen|pal|twin|niece|nephew)s?$/iu

const adverbs = new Set('sedan redan även annan innan ingen igen egen någon nån alltsedan ibland väninnan visserligen egentligen tydligen troligen förmodligen antagligen möjligen vanligen'.split(' '))

/** "Projektet", "sången", "the effort": definite nouns that the lists do not know are things unless their ending makes them people. */
function isUnknownThing([word = '', next = '', ...further]: readonly string[]): boolean {
  const belongsToOther = [next, further[0] ?? ''].some((one) => prepositions.has(one.toLowerCase())) || further.some((one) => /^(?:who|whose|vars|som)$/iu.test(one))
  if (belongsToOther || isThing(word) || isPerson(word) || pronouns.has(word.toLowerCase())) return false
  if (/^(?:arbetsgivare|arbetsgivaren|uppdragsgivaren|uthyraren|employer|subcontractor)$/iu.test(word)) return true
  if (/^\p{L}{4,}(?:en|an)$/u.test(word) && !people.test(word) && !adverbs.has(word.toLowerCase())) return true
  return /^\p{L}{3,}et$/iu.test(word) || (/^(?:the|this|our|its)$/iu.test(next) && /^\p{L}{3,}$/u.test(word) && !people.test(word))
}

/**
 * Whether the naming words at `index` speak of a thing; where nothing tells, they speak of a person, unless the noun
 * just before is none that the lists know and `isKnownName` is false.
 */
export function isThingNamed(text: string, index: number, naming: string, isKnownName: boolean): boolean {
  const before = textBefore(text, index, 120).replace(whereClause, '')
  const words = wordsBefore(before)
  if (isBooking(naming, words) || /(?:him|her|them|me|self|selves|henne|honom|dem|dom|mig)$/iu.test(naming)) return false
  if (!isKnownName && isUnknownThing(words)) return true
  let relative = false
  // "the ferry called …": what stands just before is what is named, whatever governs it.
  const isApposition = /^(?:called|caled|named|nicknamed|known|kallad|kallat|vid|by)/iu.test(naming)
  for (const [place, word] of words.entries()) {
    const small = word.toLowerCase().replace(/^(it|that|what|he|she)'s$/u, '$1')
    const next = words[place + 1]?.toLowerCase() ?? ''
    const further = words[place + 2]?.toLowerCase() ?? ''
    if (relatives.has(small) && isRelativeHere(words, place)) relative = true
    else if (isPerson(word)) return false
    else if (isThing(small) && (place === 0 || !articles.has(small))) {
      const governed = prepositions.has(next) || (prepositions.has(further) && !isPerson(next))
      if (relative || (isApposition && place === 0)) return true
      // "the woman who runs the place is called": the thing belongs to what is said of a person.
      if (words.slice(place + 1).some((one, later, rest) => /^(?:who|vars|whose)$/iu.test(one) || (/^(?:som|that)$/iu.test(one) && (isPerson(rest[later + 1] ?? '') || pronouns.has((rest[later + 1] ?? '').toLowerCase()))))) return false
      if (!governed) return true
    } else if (pronouns.has(small)) {
      // "the company she works for is called": the pronoun's clause belongs to the thing before it.
      if (place > 0 && isThing(words[place + 1] ?? '')) return true
      if (place <= 1) return false
    } else if (place === 0 && possessives.has(small) && /nam[en]/iu.test(naming)) return false
  }
  return false
}

/** "a hotel that is called": the relative follows a noun; "she said that it…" does not matter, it is no noun that precedes. */
const isRelativeHere = (words: readonly string[], place: number): boolean => isThing(words[place + 1] ?? '') || isPerson(words[place + 1] ?? '')
