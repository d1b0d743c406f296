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
  'incidents.ref': 'nr, nummer, löpnummer, ärendenr, ärendenummer, ärende, id, referens, diarienr, ref, reference, number, no, case no, case number, case id, incident id, incident no, ärende id, ärendenr., löpnr, händelsenr, händelse id, incidentnr, dnr, case ref, reference no, record no',
  'incidents.occurred': 'datum, händelsedatum, datum för händelsen, när, inträffade, tidpunkt, date, incident date, date of incident, event date, occurred, when, datum händelse, händelsedag, incidentdatum, hände, datum för incident, händelsetid, date of event, date occurred, occurrence date, event, happened',
  'incidents.reported': 'rapporterad, rapportdatum, inkom, inkommen, anmäld till nätverket, datum för rapport, registrerad, reported, report date, date reported, received, date received, registered, rapporterat, rapporterat datum, datum rapporterad, datum rapport, inrapporterad, inrapporterat, inkommet, inkom datum, ankomstdatum, anmälningsdatum, tipsdatum, rapporteringsdatum, reported on, date of report, date received by network, logged',
  'incidents.reporter': 'rapportör, rapporterad av, uppgiftslämnare, inrapporterat av, från vem, källa organisation, reported by, reporter, reporting organisation, reporting agency, agency, referred by, rapporterande, rapporterande organisation, rapporterande aktör, rapporterande part, rapporterande enhet, inrapporterande, inrapportör, anmälare, tipsare, tipslämnare, inkom från, inkommit från, rapporterat av, organisation, myndighet, aktör, source agency, reporting party, reporting body, referrer, referral source, organisation reporting',
  'incidents.placeType': 'platstyp, plats, typ av plats, var, place, place type, type of place, location type, setting, venue, plats för händelsen, brottsplats, lokal, typ av lokal, typ av ställe, miljö, venue type, premises, type of premises, location',
  'incidents.area': 'område, stadsdel, kommundel, bydel, area, district, neighbourhood, ward, ort, kommundelar, geografiskt område, delområde, locality, town area, part of town',
  'incidents.exploitation': 'form, typ av utnyttjande, exploateringsform, utnyttjande, människohandelsform, typ, exploitation, form of exploitation, type of exploitation, exploitation type, type, misstanke, misstanke om, misstänkt brott, misstänkt utnyttjande, misstänkt form, brottstyp, brottsrubricering, typ av ärende, ärendetyp, slag av utnyttjande, utnyttjandeform, suspicion, suspected offence, suspected exploitation, offence type, case type, category',
  'incidents.indicators': 'indikatorer, indikator, tecken, iakttaget, signaler, indicators, indicator, signs, warning signs, red flags, tecken på utnyttjande, tecken som setts, varningstecken, varningssignaler, observerade tecken, red flag, indicators seen, signs seen, signs of exploitation',
  'incidents.reason': 'anledning, anledning till misstanke, beskrivning, händelsebeskrivning, vad hände, iakttagelser, fritext, kommentar, anteckningar, reason, reason for suspicion, description, narrative, what happened, notes, details, comments, misstanke, grund för misstanke, varför misstanke, anledning till oro, orsak, vad som hänt, händelseförlopp, händelse, berättelse, övrig information, övrigt, noteringar, anmärkning, text, suspicion, grounds for suspicion, why suspected, summary, account, free text, notes on case, remarks',
  'incidents.policeContacted': 'polis, polisen kontaktad, kontakt med polis, polis kontaktad, police, police contacted, police informed, reported to police, polisanmält, polisanmäld, polisanmälan gjord, anmält till polisen, polisen informerad, polis informerad, polisen underrättad, polis tillkallad, kontaktat polis, police notified, police called, told police',
  'incidents.policeReports': 'anmälningar, polisanmälan, antal anmälningar, antal polisanmälningar, police reports, number of police reports, crime reports, polisanmälningar, anmälan, antal anmälda, no of police reports, reports to police',
  'incidents.buyers': 'köpare, sexköpare, antal köpare, buyers, sex buyers, number of buyers, misstänkta köpare, antal sexköpare, torskar, clients, punters',
  'incidents.procurers': 'kopplare, antal kopplare, hallickar, procurers, pimps, number of procurers, hallick, misstänkta kopplare, koppleri, traffickers, controllers',
  'incidents.otherPerpetrators': 'andra förövare, förövare, antal förövare, gärningspersoner, misstänkta, other perpetrators, perpetrators, suspects, number of suspects, misstänkta förövare, övriga förövare, möjliga förövare, gärningsmän, offenders, other suspects, possible perpetrators',
  'incidents.external': 'extern, utanför nätverket, external, outside the network, utomstående källa, extern källa, tips från allmänheten, external source',
  'incidents.source': 'källa, source',
  'persons.incident': 'incident nr, ärendenr, ärendenummer, ärende, nr, hör till, incident ref, case no, case number, case id, incident id, incident no, ref',
  'persons.personRef': 'person, personreferens, person id, person ref, person no',
  'persons.count': 'antal, antal personer, antal utsatta, personer, count, number, number of persons, number of people, persons, people, antal misstänkt utsatta, antal utsatta personer, utsatta, antal offer, personer antal, no of persons, no of people, number of victims, potential victims',
  'persons.sex': 'kön, sex, gender',
  'persons.ageGroup': 'ålder, åldersgrupp, age, age group, adult or minor, vuxen barn, vuxen eller barn, minderårig, adult child, adult or child, minor',
  'persons.nationality': 'nationalitet, nationaliteter, land, ursprungsland, medborgarskap, nationality, nationalities, country, citizenship, country of origin, medborgare i, hemland, citizen of, nationality of person',
  'persons.supportContact': 'kontakt stöd, kontakt med stöd, kontakt med stödverksamhet, stödkontakt, support contact, contact with support, in contact with support, contact with ngo, kontakt med socialtjänst, kontakt socialtjänst, kontakt med stödorganisation, i kontakt med stöd, har stödkontakt, contact with services, in contact, met by support',
  'persons.supportOrganisation': 'stöd organisation, stödorganisation, stödverksamhet, support organisation, support provider, support agency, stödgivare, stöd från, stöd av, stödjande organisation, supported by, support from',
  'persons.contactDate': 'kontakt datum, kontaktdatum, datum för kontakt, contact date, date of contact',
  'persons.offered': 'erbjudet, erbjuden stöd, erbjudits stöd, stöd erbjudet, offered, support offered, offered support, erbjudits hjälp, hjälp erbjuden, erbjuden hjälp, erbjudande om stöd, fått erbjudande, help offered, offered help',
  'persons.accepted': 'tackat ja, tackade ja, tog emot stöd, accepterat stöd, accepted, accepted support, support accepted, tackat ja till stöd, tackat ja till hjälp, tagit emot stöd, tagit emot hjälp, accepterade, ville ha stöd, accepted help, took up support',
}

const groups: readonly (readonly [sex: 'woman' | 'man' | 'other' | 'unknown', ageGroup: 'adult' | 'minor' | 'unknown', words: string])[] = [
  ['woman', 'adult', 'kvinnor, antal kvinnor, kvinna, antal kvinna, kvinnor 18+, kvinnor över 18, vuxna kvinnor, antal vuxna kvinnor, women, adult women, number of women, females, adult females'],
  ['man', 'adult', 'män, antal män, man, antal man, män 18+, män över 18, vuxna män, antal vuxna män, men, adult men, number of men, males, adult males'],
  ['woman', 'minor', 'flickor, antal flickor, flicka, flickor under 18, minderåriga flickor, girls, number of girls, girls under 18'],
  ['man', 'minor', 'pojkar, antal pojkar, pojke, pojkar under 18, minderåriga pojkar, boys, number of boys, boys under 18'],
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

/** What asks nearly the same, and not quite: whether somebody reported a crime is not whether the police was told of it. */
export const nearlyTheSame: ReadonlySet<string> = new Set(split('polisanmält, polisanmäld, polisanmälan gjord, anmält till polisen, reported to police, övrigt, övrig information, organisation, aktör, myndighet, typ, type, category, text'))
