// English words for the codes.
import type { CodeWords } from './code-words.ts'

const persons: Readonly<Record<string, string>> = {
  'woman/adult': 'Adult women', 'woman/minor': 'Girls under 18', 'woman/unknown': 'Women, age unknown',
  'man/adult': 'Adult men', 'man/minor': 'Boys under 18', 'man/unknown': 'Men, age unknown',
  'unknown/adult': 'Adults, sex unknown', 'unknown/minor': 'Minors, sex unknown', 'unknown/unknown': 'Sex and age unknown',
}

export const en: CodeWords = {
  exploitation: {
    sexual: 'Sexual purposes', begging: 'Begging', labour: 'Forced labour', 'domestic-servitude': 'Domestic servitude',
    'forced-criminality': 'Forced criminality', 'organ-removal': 'Organ removal', 'forced-marriage': 'Forced marriage',
    other: 'Other', unknown: 'Unknown', 'labour-like': 'Labour, begging or crime', 'other-forms': 'Other forms',
  },
  'place-type': {
    hotel: 'Hotel', home: 'Home', street: 'Street', internet: 'Internet', workplace: 'Workplace', 'massage-parlour': 'Massage parlour',
    other: 'Other place', unknown: 'Place unknown', indoors: 'Indoors', outdoors: 'Outdoors', online: 'Online',
  },
  sector: {
    police: 'Police', 'social-services': 'Social services', 'civil-society': 'Civil society', business: 'Business',
    municipality: 'Municipality', region: 'Region', other: 'Other', authorities: 'Authorities',
  },
  sex: { woman: 'Women', man: 'Men', other: 'Other sex', unknown: 'Sex unknown', conflicting: 'Conflicting information' },
  'age-group': { adult: 'Adults', minor: 'Minors', unknown: 'Age unknown', conflicting: 'Conflicting information' },
  persons: (sex, ageGroup) => persons[`${sex}/${ageGroup}`] ?? `${en.sex[sex]}, ${en['age-group'][ageGroup].toLowerCase()}`,
  answer: { yes: 'Yes', no: 'No', unknown: 'Unknown', 'not-asked': 'Not asked' },
  role: { buyer: 'Possible sex buyers', procurer: 'Possible procurers', other: 'Other possible perpetrators' },
  nationality: { 'eu-other': 'Other EU country', 'non-eu-other': 'Country outside the EU', 'distribution-not-known': 'Distribution not known' },
  otherSigns: (category) => `Other signs: ${category.toLowerCase()}`,
  other: (categories) => `Other (${categories})`,
}
