// The words around the figures that `lykta count` writes to a terminal.
import type { Language } from '@lykta/incident'
import type { NoDirection } from './api/types.ts'

const sv = {
  invented: 'Påhittade uppgifter.',
  raw: 'Råa tal för samordnaren: de är inte skyddade och får inte spridas.',
  basis: { occurred: 'Räknat efter händelsens datum', reported: 'Räknat efter rapporteringens datum' },
  asOf: (position: number, at: string) => `som registret stod ${at} (position ${position}).`,
  all: 'alla',
  months: 'Månader med insamling',
  perMonth: 'Incidenter per månad',
  interval: '95-procentigt intervall',
  measures: {
    incidents: 'Incidenter', persons: 'Möjligt utsatta personer', personsInContact: 'Personer i direkt kontakt med stöd',
    incidentsInContact: 'Incidenter där någon fick kontakt med stöd', incidentsOffered: 'Incidenter där någon erbjöds stöd',
    incidentsAccepting: 'Incidenter där någon tackade ja', personsAccepting: 'Personer som tackade ja till stöd',
    perpetrators: 'Möjliga förövare, alla roller', buyers: 'Möjliga sexköpare', procurers: 'Möjliga kopplare', otherPerpetrators: 'Andra möjliga förövare',
    policeContacted: 'Incidenter där polisen kontaktades', policeReports: 'Polisanmälningar', participants: 'Organisationer i nätverket',
  } as Readonly<Record<string, string>>,
  companions: {
    unknown: 'okänt', notAsked: 'inte tillfrågat', occurrences: 'personförekomster', incidentsUnknown: 'okänt antal',
    atEnd: 'vid periodens slut', reporting: 'som rapporterade',
  },
  units: {
    incident: 'incidenter', person: 'personer', 'person-occurrence': 'förekomster', perpetrator: 'förövare', 'police-report': 'anmälningar',
    organisation: 'organisationer',
  },
  breakdowns: {
    exploitation: 'Misstänkt form av utnyttjande', sexAge: 'Kön och ålder', nationalityIncidents: 'Nationaliteter',
    nationalityPersons: 'Nationaliteter', indicators: 'Indikatorer', indicatorCategories: 'Indikatorernas kategori',
    placeType: 'Typ av plats', sector: 'Rapporterande sektor', acceptance: 'Svar om stöd, av dem i direkt kontakt',
  } as Readonly<Record<string, string>>,
  base: 'bas',
  shareAccepting: 'Andel som tackade ja',
  monthByMonth: 'Incidenter månad för månad',
  inNoMonth: 'i ingen månad',
  comparison: 'Incidenter per månad, jämförda',
  against: (later: string, earlier: string) => `${later} mot ${earlier}`,
  direction: { higher: 'fler per månad', lower: 'färre per månad', none: 'ingen riktning anges' },
  noDirection: {
    'may-be-chance': 'skillnaden kan vara slump', 'short-exposure': 'någon av perioderna är kortare än sex månader',
    'start-of-collection': 'den tidigare ligger i insamlingens första halvår', 'not-over': 'perioden är inte slut', 'one-of-several': 'skillnaden kan vara slump när så många år jämförs',
  } satisfies Record<NoDirection, string>,
  remarks: {
    signs: '≥ minst. – inget insamlat i perioden. ? frågan ställdes inte.',
    noShare: 'Andelen går från ingen till alla av dem vars svar inte är känt; under 20 i basen, eller över en undre gräns, ges ingen.',
    several: '* Flera svar är möjliga, så raderna kan tillsammans bli fler än basen.',
    years: 'En person som setts flera år räknas en gång i alla, så åren behöver inte bli summan.',
    spanning: (count: number) => `Bara i alla, för att datumet går över ett årsskifte: ${count}.`,
    outside: (count: number) => `Utanför perioderna: ${count}.`,
    beforeCollection: (count: number) => `Före insamlingens början, i ingen tabell: ${count}.`,
    withdrawn: (count: number) => `Återtagna, räknas inte: ${count}.`,
  },
}

const en: typeof sv = {
  invented: 'Invented data.',
  raw: 'Raw figures for the coordinator: they are not protected and must not be passed on.',
  basis: { occurred: 'Counted by date of occurrence', reported: 'Counted by date of reporting' },
  asOf: (position, at) => `as the register stood ${at} (position ${position}).`,
  all: 'all',
  months: 'Months of collection',
  perMonth: 'Incidents a month',
  interval: '95% interval',
  measures: {
    incidents: 'Incidents', persons: 'Possibly exploited persons', personsInContact: 'Persons in direct contact with support',
    incidentsInContact: 'Incidents in which someone had contact', incidentsOffered: 'Incidents in which someone was offered',
    incidentsAccepting: 'Incidents in which someone accepted', personsAccepting: 'Persons who accepted support',
    perpetrators: 'Possible perpetrators, all roles', buyers: 'Possible sex buyers', procurers: 'Possible procurers', otherPerpetrators: 'Other possible perpetrators',
    policeContacted: 'Incidents in which police were contacted', policeReports: 'Police reports', participants: 'Organisations in the network',
  },
  companions: {
    unknown: 'unknown', notAsked: 'not asked', occurrences: 'person-occurrences', incidentsUnknown: 'number unknown',
    atEnd: 'at the end of the period', reporting: 'that reported',
  },
  units: {
    incident: 'incidents', person: 'persons', 'person-occurrence': 'occurrences', perpetrator: 'perpetrators', 'police-report': 'reports',
    organisation: 'organisations',
  },
  breakdowns: {
    exploitation: 'Suspected form of exploitation', sexAge: 'Sex and age', nationalityIncidents: 'Nationalities',
    nationalityPersons: 'Nationalities', indicators: 'Indicators', indicatorCategories: 'Category of indicators',
    placeType: 'Kind of place', sector: 'Reporting sector', acceptance: 'Answers on support, of those in direct contact',
  },
  base: 'base',
  shareAccepting: 'Share who accepted',
  monthByMonth: 'Incidents month by month',
  inNoMonth: 'in no month',
  comparison: 'Incidents a month, compared',
  against: (later, earlier) => `${later} against ${earlier}`,
  direction: { higher: 'more a month', lower: 'fewer a month', none: 'no direction is given' },
  noDirection: {
    'may-be-chance': 'the difference may be chance', 'short-exposure': 'one of the periods is shorter than six months',
    'start-of-collection': 'the earlier lies in the first half-year of collection', 'not-over': 'the period is not over', 'one-of-several': 'the difference may be chance when so many years are compared',
  },
  remarks: {
    signs: '≥ at least. – nothing collected in the period. ? the question was not asked.',
    noShare: 'The share runs from none to all of those whose answer is not known; below a base of 20, or over a lower bound, none is given.',
    several: '* Several answers are possible, so the rows may add up to more than the base.',
    years: 'A person seen in several years counts once in all, so the years need not add up to it.',
    spanning: (count) => `Only in all, because the date spans the turn of a year: ${count}.`,
    outside: (count) => `Outside the periods: ${count}.`,
    beforeCollection: (count) => `Before collection began, in no table: ${count}.`,
    withdrawn: (count) => `Withdrawn, not counted: ${count}.`,
  },
}

export type FigureWords = typeof sv
export const figureWords: Readonly<Record<Language, FigureWords>> = { sv, en }
