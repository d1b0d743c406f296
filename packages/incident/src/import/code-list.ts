// The code lists that an import's cells choose from, with their words in both languages.
import { indicatorCategoryIds } from '../catalogue/indicator.ts'
import type { IndicatorCategory } from '../catalogue/indicator.ts'
import { ageGroups, answers, exploitations, placeTypes, sectors, sexes } from '../codes.ts'
import type { AgeGroup, Answer, Exploitation, Language, PlaceType, Sector, Sex } from '../codes.ts'

/** Where an incident's source stands: only in import files, the record keeps a yes or no. */
export type Source = 'member' | 'external'

type Codes = {
  readonly answer: Answer
  readonly yesNo: 'yes' | 'no'
  readonly sector: Sector
  readonly placeType: PlaceType
  readonly exploitation: Exploitation
  readonly sex: Sex
  readonly ageGroup: AgeGroup
  readonly source: Source
  readonly category: IndicatorCategory
}

export type CodedList = keyof Codes
export type CodeOf<List extends CodedList> = Codes[List]

const codes: { readonly [List in CodedList]: readonly Codes[List][] } = {
  answer: answers,
  yesNo: ['yes', 'no'],
  sector: sectors,
  placeType: placeTypes,
  exploitation: exploitations,
  sex: sexes,
  ageGroup: ageGroups,
  source: ['member', 'external'],
  category: indicatorCategoryIds,
}

const swedish: { readonly [List in CodedList]: Readonly<Record<Codes[List], string>> } = {
  answer: { yes: 'ja', no: 'nej', unknown: 'okänt' },
  yesNo: { yes: 'ja', no: 'nej' },
  sector: {
    police: 'polis', 'social-services': 'socialtjänst', 'civil-society': 'civilsamhälle', business: 'näringsliv',
    municipality: 'kommun', region: 'region', other: 'annan',
  },
  placeType: {
    hotel: 'hotell', home: 'bostad', street: 'gata', internet: 'internet', workplace: 'arbetsplats',
    'massage-parlour': 'massagesalong', other: 'annat', unknown: 'okänt',
  },
  exploitation: {
    sexual: 'sexuella ändamål', begging: 'tiggeri', labour: 'tvångsarbete', 'domestic-servitude': 'hushållsslaveri',
    'forced-criminality': 'brottslighet', 'organ-removal': 'organhandel', 'forced-marriage': 'tvångsäktenskap',
    other: 'annat', unknown: 'okänt',
  },
  sex: { woman: 'kvinna', man: 'man', other: 'annat', unknown: 'okänt' },
  ageGroup: { adult: 'vuxen', minor: 'minderårig', unknown: 'okänt' },
  source: { member: 'medlem', external: 'extern' },
  category: {
    general: 'allmänna', sexual: 'sexuella ändamål', labour: 'arbete', begging: 'tiggeri', 'forced-criminality': 'tvång att begå brott',
    'domestic-servitude': 'hushållsarbete', children: 'barn',
  },
}

/** The word for one code, as the form and the files write it. */
export function wordOf<List extends CodedList>(list: List, code: CodeOf<List>, language: Language): string {
  return language === 'sv' ? swedish[list][code] : code.replaceAll('-', ' ')
}

/** The words to choose from, in the order of the form. */
export function wordsOf(list: CodedList, language: Language): readonly string[] {
  return codes[list].map((code) => wordOf(list, code, language))
}

/** The code that a word stands for, in either language, however it is capitalised or hyphenated. */
export function findCoded<List extends CodedList>(list: List, text: string): CodeOf<List> | undefined {
  const fold = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, ' ')
  const written = fold(text)
  const words = wordsOf(list, 'sv')
  return codes[list].find((code, index) => fold(code) === written || fold(words[index] ?? '') === written)
}
