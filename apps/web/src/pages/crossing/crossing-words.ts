// The texts of the page on which the coordinator crosses two answers.
import { ownWords } from '../../messages/own-words.ts'

const sv = {
  title: 'Korsa två uppgifter',
  lead: 'Två uppgifter mot varandra, på råa tal. För att leta efter mönster inför ett möte, inte för att visas.',
  raw: 'Små tal här kan peka ut någon. Det finns ingen väg härifrån till en utgåva: tabellen sparas inte, kan inte laddas ned och skyddas inte.',
  unit: 'Räkna',
  units: { incident: 'incidenter', person: 'möjligt utsatta personer' },
  rows: 'Rader',
  columns: 'Kolumner',
  from: 'Från',
  to: 'Till',
  caption: (rows: string, columns: string) => `${rows} mot ${columns.toLocaleLowerCase('sv')}`,
  about: (unit: string, base: string, period: string) => `Enhet: ${unit}. Alla i perioden: ${base}. Period: ${period}.`,
  several: 'Flera svar kan gälla samma incident, så cellerna kan tillsammans bli fler än alla i perioden.',
  none: 'Ingen incident har båda uppgifterna under perioden.',
  dimensions: {
    exploitation: 'Misstänkt form', 'place-type': 'Typ av plats', sector: 'Rapporterande sektor', 'police-contacted': 'Polisen kontaktad', 'support-contact': 'Kontakt med stöd', 'support-offered': 'Stöd erbjudet',
    'accepted-support': 'Tackat ja till stöd', indicator: 'Indikator', 'indicator-category': 'Indikatorns kategori', nationality: 'Nationalitet', 'persons-known': 'Antal personer känt',
    'perpetrators-known': 'Antal förövare känt', 'police-reports-known': 'Antal anmälningar känt', sex: 'Kön', 'age-group': 'Ålder',
  },
  answers: { yes: 'Ja', no: 'Nej', unknown: 'Okänt', 'not-asked': 'Inte tillfrågat', known: 'Känt' },
}

const en: typeof sv = {
  title: 'Cross two attributes',
  lead: 'Two attributes against each other, on raw counts. To look for patterns before a meeting, not to be shown.',
  raw: 'Small numbers here may point somebody out. There is no way from here to an edition: the table is not kept, cannot be downloaded and is not protected.',
  unit: 'Count',
  units: { incident: 'incidents', person: 'possibly exploited persons' },
  rows: 'Rows',
  columns: 'Columns',
  from: 'From',
  to: 'To',
  caption: (rows, columns) => `${rows} against ${columns.toLocaleLowerCase('en')}`,
  about: (unit, base, period) => `Unit: ${unit}. All in the period: ${base}. Period: ${period}.`,
  several: 'Several answers may hold for one incident, so the cells may together be more than all in the period.',
  none: 'No incident of the period has both attributes.',
  dimensions: {
    exploitation: 'Suspected form', 'place-type': 'Kind of place', sector: 'Reporting sector', 'police-contacted': 'Police contacted', 'support-contact': 'Contact with support', 'support-offered': 'Support offered',
    'accepted-support': 'Accepted support', indicator: 'Indicator', 'indicator-category': 'Category of indicator', nationality: 'Nationality', 'persons-known': 'Number of persons known',
    'perpetrators-known': 'Number of perpetrators known', 'police-reports-known': 'Number of police reports known', sex: 'Sex', 'age-group': 'Age',
  },
  answers: { yes: 'Yes', no: 'No', unknown: 'Unknown', 'not-asked': 'Not asked', known: 'Known' },
}

export const useCrossingWords = ownWords({ sv, en })
