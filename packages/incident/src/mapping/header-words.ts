// What other registers call what we ask for, in Swedish and English: what a header is compared with. Data; the likeness is judged elsewhere.
import type { ColumnId } from '../import/columns.ts'
import type { MappedColumn } from './mapping.ts'

export type HeaderWords = { readonly to: ColumnId; readonly words: readonly string[]; readonly group?: NonNullable<MappedColumn['group']> }

const split = (text: string): readonly string[] => text.split(',').map((word) => word.trim())

const columns: Readonly<Partial<Record<ColumnId, string>>> = {
  'organisations.code': 'kod, förkortning, code, abbreviation, short name',
  'organisations.name': 'namn, organisation, aktör, medlem, name, organization, member',
  'organisations.sector': 'sektor, typ av organisation, sector, type of organisation, kind',
  'organisations.joined': 'med från, medlem sedan, gick med, från, joined, member since, from, start',
  'organisations.left': 'med till, lämnade, slutade, till, left, member until, to, end',
  'incidents.ref': 'nr, nummer, löpnummer, ärendenr, ärendenummer, ärende, id, referens, diarienr, ref, reference, number, no, case no, case number, case id, incident id, incident no',
  'incidents.occurred': 'datum, händelsedatum, datum för händelsen, när, inträffade, tidpunkt, date, incident date, date of incident, event date, occurred, when',
  'incidents.reported': 'rapporterad, rapportdatum, inkom, inkommen, anmäld till nätverket, datum för rapport, registrerad, reported, report date, date reported, received, date received, registered',
  'incidents.reporter': 'rapportör, rapporterad av, uppgiftslämnare, inrapporterat av, från vem, källa organisation, reported by, reporter, reporting organisation, reporting agency, agency, referred by',
  'incidents.placeType': 'platstyp, plats, typ av plats, var, place, place type, type of place, location type, setting, venue',
  'incidents.area': 'område, stadsdel, kommundel, bydel, area, district, neighbourhood, ward',
  'incidents.exploitation': 'form, typ av utnyttjande, exploateringsform, utnyttjande, människohandelsform, typ, exploitation, form of exploitation, type of exploitation, exploitation type, type',
  'incidents.indicators': 'indikatorer, indikator, tecken, iakttaget, signaler, indicators, indicator, signs, warning signs, red flags',
  'incidents.reason': 'anledning, anledning till misstanke, beskrivning, händelsebeskrivning, vad hände, iakttagelser, fritext, kommentar, anteckningar, reason, reason for suspicion, description, narrative, what happened, notes, details, comments',
  'incidents.policeContacted': 'polis, polisen kontaktad, kontakt med polis, polis kontaktad, police, police contacted, police informed, reported to police',
  'incidents.policeReports': 'anmälningar, polisanmälan, antal anmälningar, antal polisanmälningar, police reports, number of police reports, crime reports',
  'incidents.buyers': 'köpare, sexköpare, antal köpare, buyers, sex buyers, number of buyers',
  'incidents.procurers': 'kopplare, antal kopplare, hallickar, procurers, pimps, number of procurers',
  'incidents.otherPerpetrators': 'andra förövare, förövare, antal förövare, gärningspersoner, misstänkta, other perpetrators, perpetrators, suspects, number of suspects',
  'incidents.external': 'extern, utanför nätverket, external, outside the network',
  'incidents.source': 'källa, source',
  'persons.incident': 'incident nr, ärendenr, ärendenummer, ärende, nr, hör till, incident ref, case no, case number, case id, incident id, incident no, ref',
  'persons.personRef': 'person, personreferens, person id, person ref, person no',
  'persons.count': 'antal, antal personer, antal utsatta, personer, count, number, number of persons, number of people, persons, people',
  'persons.sex': 'kön, sex, gender',
  'persons.ageGroup': 'ålder, åldersgrupp, age, age group, adult or minor',
  'persons.nationality': 'nationalitet, nationaliteter, land, ursprungsland, medborgarskap, nationality, nationalities, country, citizenship, country of origin',
  'persons.supportContact': 'kontakt stöd, kontakt med stöd, kontakt med stödverksamhet, stödkontakt, support contact, contact with support, in contact with support, contact with ngo',
  'persons.supportOrganisation': 'stöd organisation, stödorganisation, stödverksamhet, support organisation, support provider, support agency',
  'persons.contactDate': 'kontakt datum, kontaktdatum, datum för kontakt, contact date, date of contact',
  'persons.offered': 'erbjudet, erbjuden stöd, erbjudits stöd, stöd erbjudet, offered, support offered, offered support',
  'persons.accepted': 'tackat ja, tackade ja, tog emot stöd, accepterat stöd, accepted, accepted support, support accepted',
}

const groups: readonly (readonly [sex: 'woman' | 'man' | 'other' | 'unknown', ageGroup: 'adult' | 'minor' | 'unknown', words: string])[] = [
  ['woman', 'adult', 'kvinnor, antal kvinnor, vuxna kvinnor, antal vuxna kvinnor, women, adult women, number of women, females, adult females'],
  ['man', 'adult', 'män, antal män, vuxna män, antal vuxna män, men, adult men, number of men, males, adult males'],
  ['woman', 'minor', 'flickor, antal flickor, minderåriga flickor, girls, number of girls, girls under 18'],
  ['man', 'minor', 'pojkar, antal pojkar, minderåriga pojkar, boys, number of boys, boys under 18'],
  ['unknown', 'minor', 'barn, antal barn, minderåriga, antal minderåriga, barn under 18, children, number of children, minors, number of minors'],
  ['unknown', 'adult', 'vuxna, antal vuxna, adults, number of adults'],
  ['unknown', 'unknown', 'okänt kön, kön okänt, okända, unknown sex, sex unknown, unknown persons'],
  ['other', 'adult', 'annat kön, antal annat kön, other sex, other gender, non-binary'],
]

/** Every way that is known, our own headers aside. */
export const headerWords: readonly HeaderWords[] = [
  ...groups.map(([sex, ageGroup, words]): HeaderWords => ({ to: 'persons.count', group: { sex, ageGroup }, words: split(words) })),
  ...(Object.entries(columns) as [ColumnId, string][]).map(([to, words]): HeaderWords => ({ to, words: split(words) })),
]
