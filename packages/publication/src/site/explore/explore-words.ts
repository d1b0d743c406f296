// The words of the tables' own pages on the site, the same set in both languages.
import type { Language } from '@lykta/incident'

/** What is drawn where a cell stands, each with a look of its own. */
export const marks = ['number', 'at-least', 'band', 'zero', 'hidden', 'unknown', 'not-collected', 'not-asked'] as const
export type ChartMark = (typeof marks)[number]

export type ExploreWords = {
  readonly title: string
  readonly lead: (report: string) => string
  readonly tableLead: (report: string) => string
  readonly open: string
  readonly openOf: (title: string) => string
  readonly chart: string
  readonly chartOf: (title: string) => string
  readonly unit: (units: string) => string
  readonly key: string
  readonly marks: Readonly<Record<ChartMark, string>>
  readonly interval: string
  readonly rates: string
  readonly ratesAbout: string
  readonly differences: string
  readonly differencesAbout: string
  readonly tooFew: string
  readonly effort: (label: string, incidents: string, months: string, members: string | null, reporting: string | null) => string
  readonly leftOut: (labels: string) => string
  readonly take: string
  readonly link: string
  readonly linkText: string
  readonly files: string
  readonly fileOf: (kind: string, language: Language) => string
  readonly others: string
  readonly all: (report: string) => string
  readonly newer: (day: string) => string
  readonly newerLink: string
}

const sv: ExploreWords = {
  title: 'Utforska tabellerna',
  lead: (report) => `Varje tabell i ${report} för sig: diagram, tal, länk och filer. Alla har klarat samma skydd som rapporten, och det som inte står här har inte publicerats.`,
  tableLead: (report) => `Ur ${report}. Noll, dolt, okänt och inte insamlat är fyra olika saker, och ser olika ut.`,
  open: 'Diagram och intervall',
  openOf: (title) => `Diagram och intervall: ${title}`,
  chart: 'Diagram',
  chartOf: (title) => `Diagram: ${title}`,
  unit: (units) => `Enhet: ${units}.`,
  key: 'Så läser du diagrammet',
  marks: {
    number: 'antal', 'at-least': 'minst så många: kan vara fler', band: 'mer än den fyllda delen av basen', zero: 'noll: räknades, inget fanns',
    hidden: 'visas inte, för att ingen ska kunna kännas igen', unknown: 'okänt antal', 'not-collected': 'inte insamlat', 'not-asked': 'frågan ställdes inte',
  },
  interval: 'vad slumpen ensam kan ge (95 %)',
  rates: 'Incidenter per månad med insamling',
  ratesAbout: 'Punkt: incidenter per månad. Linje: 95-procentigt intervall för vad slumpen ensam kan ge. Så kan år med olika många månader jämföras.',
  differences: 'Vad som kan sägas om skillnaderna',
  differencesAbout: 'Prövat på incidenter, med månader av insamling, från visade tal. Ökning och minskning sägs bara när slumpen inte räcker som förklaring.',
  tooFew: 'Det finns bara en period att läsa, så inget jämförs.',
  effort: (label, incidents, months, members, reporting) => `${label}: ${incidents} incidenter på ${months}, ${members === null ? 'antalet organisationer visas inte' : `${members} organisationer i nätverket`}${reporting === null ? '' : `, ${reporting} som rapporterade`}`,
  leftOut: (labels) => `Utan visat exakt antal, och därför inte med: ${labels}.`,
  take: 'Ta med',
  link: 'Länk till den här tabellen',
  linkText: 'Adressen ändras inte, också när nya utgåvor kommer.',
  files: 'Filer med samma tal',
  fileOf: (kind, language) => `${kind} på ${language === 'sv' ? 'svenska' : 'engelska'}`,
  others: 'Fler tabeller i samma utgåva',
  all: (report) => `Alla tabeller i ${report}`,
  newer: (day) => `En rättad utgåva publicerades ${day}. Den här står kvar som den var.`,
  newerLink: 'Till den rättade utgåvans tabeller',
}

const en: ExploreWords = {
  title: 'Explore the tables',
  lead: (report) => `Each table of the ${report} by itself: chart, numbers, link and files. All have passed the same protection as the report, and what is not here has not been published.`,
  tableLead: (report) => `From the ${report}. Zero, hidden, unknown and not collected are four different things, and look different.`,
  open: 'Chart and intervals',
  openOf: (title) => `Chart and intervals: ${title}`,
  chart: 'Chart',
  chartOf: (title) => `Chart: ${title}`,
  unit: (units) => `Unit: ${units}.`,
  key: 'How to read the chart',
  marks: {
    number: 'count', 'at-least': 'at least so many: may be more', band: 'more than the filled part of the base', zero: 'zero: counted, and there were none',
    hidden: 'not shown, so that nobody can be recognised', unknown: 'number unknown', 'not-collected': 'not collected', 'not-asked': 'the question was not asked',
  },
  interval: 'what chance alone can give (95 %)',
  rates: 'Incidents per month of collection',
  ratesAbout: 'Point: incidents per month. Line: 95 % interval of what chance alone can give. Years with different numbers of months can be compared this way.',
  differences: 'What can be said of the differences',
  differencesAbout: 'Tested on incidents, with months of collection, from shown values. Increase and decrease are said only where chance is not explanation enough.',
  tooFew: 'There is only one period to read, so nothing is compared.',
  effort: (label, incidents, months, members, reporting) => `${label}: ${incidents} incidents in ${months}, ${members === null ? 'the number of organisations is not shown' : `${members} organisations in the network`}${reporting === null ? '' : `, ${reporting} that reported`}`,
  leftOut: (labels) => `Without a shown exact count, and so left out: ${labels}.`,
  take: 'Take along',
  link: 'Link to this table',
  linkText: 'The address does not change, also when new editions come.',
  files: 'Files with the same numbers',
  fileOf: (kind, language) => `${kind} in ${language === 'sv' ? 'Swedish' : 'English'}`,
  others: 'More tables of the same edition',
  all: (report) => `All tables of the ${report}`,
  newer: (day) => `A corrected edition was published on ${day}. This one stays as it was.`,
  newerLink: 'To the tables of the corrected edition',
}

export const exploreWordsIn: Readonly<Record<Language, ExploreWords>> = { sv, en }
