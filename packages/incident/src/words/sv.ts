// Swedish words for the codes.
import type { CodeWords } from './code-words.ts'

const persons: Readonly<Record<string, string>> = {
  'woman/adult': 'Vuxna kvinnor', 'woman/minor': 'Minderåriga flickor', 'woman/unknown': 'Kvinnor, ålder okänd',
  'man/adult': 'Vuxna män', 'man/minor': 'Minderåriga pojkar', 'man/unknown': 'Män, ålder okänd',
  'unknown/adult': 'Vuxna, kön okänt', 'unknown/minor': 'Minderåriga, kön okänt', 'unknown/unknown': 'Kön och ålder okända',
}

export const sv: CodeWords = {
  exploitation: {
    sexual: 'Sexuella ändamål', begging: 'Tiggeri', labour: 'Tvångsarbete', 'domestic-servitude': 'Hushållsslaveri',
    'forced-criminality': 'Tvång att begå brott', 'organ-removal': 'Organhandel', 'forced-marriage': 'Tvångsäktenskap',
    other: 'Annat', unknown: 'Okänt', 'labour-like': 'Arbete, tiggeri eller brott', 'other-forms': 'Andra former',
  },
  'place-type': {
    hotel: 'Hotell', home: 'Bostad', street: 'Gata', internet: 'Internet', workplace: 'Arbetsplats', 'massage-parlour': 'Massagesalong',
    other: 'Annan plats', unknown: 'Okänd plats', indoors: 'Inomhus', outdoors: 'Utomhus', online: 'På nätet',
  },
  sector: {
    police: 'Polis', 'social-services': 'Socialtjänst', 'civil-society': 'Civilsamhälle', business: 'Näringsliv', municipality: 'Kommun',
    region: 'Region', other: 'Annan', authorities: 'Myndigheter',
  },
  sex: { woman: 'Kvinnor', man: 'Män', other: 'Annat kön', unknown: 'Kön okänt', conflicting: 'Motstridiga uppgifter' },
  'age-group': { adult: 'Vuxna', minor: 'Minderåriga', unknown: 'Ålder okänd', conflicting: 'Motstridiga uppgifter' },
  persons: (sex, ageGroup) => persons[`${sex}/${ageGroup}`] ?? `${sv.sex[sex]}, ${sv['age-group'][ageGroup].toLowerCase()}`,
  answer: { yes: 'Ja', no: 'Nej', unknown: 'Okänt', 'not-asked': 'Inte tillfrågat' },
  role: { buyer: 'Möjliga sexköpare', procurer: 'Möjliga kopplare', other: 'Andra möjliga förövare' },
  nationality: { 'eu-other': 'Annat EU-land', 'non-eu-other': 'Land utanför EU', 'distribution-not-known': 'Fördelningen okänd' },
  otherSigns: (category) => `Andra tecken: ${category.toLowerCase()}`,
  other: (categories) => `Övriga (${categories})`,
}
