// What each column of an import is for, in a line; the template's last sheet shows it beside the words a column takes.
import type { Language } from '../codes.ts'
import type { ColumnId } from '../import/columns.ts'

type Words = Readonly<Record<Language, string>>

const date: Words = { sv: 'Datum, till exempel 2019-04-03.', en: 'A date, for instance 2019-04-03.' }
const perpetrators = (sv: string, en: string): Words => ({
  sv: `Antal möjliga förövare som är ${sv}: ett heltal, eller minst 4. Tomt om det inte är känt.`,
  en: `Number of possible perpetrators who are ${en}: a whole number, or at least 4. Empty if not known.`,
})

export const columnHelp: Readonly<Record<ColumnId, Words>> = {
  'organisations.code': { sv: 'Organisationens korta kod, som de andra bladen hänvisar till.', en: 'Short code that the other sheets refer to.' },
  'organisations.name': { sv: 'Organisationens namn.', en: 'Name of the organisation.' },
  'organisations.sector': { sv: 'Slag av organisation.', en: 'Kind of organisation.' },
  'organisations.joined': { sv: 'Första dagen i nätverket. Tomt för en källa som aldrig varit med.', en: 'First day in the network. Empty for a source that never was in it.' },
  'organisations.left': { sv: 'Sista dagen i nätverket. Tomt om den är kvar.', en: 'Last day in the network. Empty if it is still in.' },

  'incidents.ref': { sv: 'Er egen beteckning, en per incident.', en: 'Your own reference, one for each incident.' },
  'incidents.occurred': {
    sv: 'När det hände: 2019-04-03, 2019-04 om bara månaden är känd, 2019 om bara året är känt.',
    en: 'When it happened: 2019-04-03, 2019-04 if only the month is known, 2019 if only the year is known.',
  },
  'incidents.reported': { sv: 'Dagen då det rapporterades till nätverket. Datum, till exempel 2019-04-03.', en: 'The day it was reported to the network. A date, for instance 2019-04-03.' },
  'incidents.reporter': { sv: 'Kod för organisationen som rapporterade.', en: 'Code of the organisation that reported.' },
  'incidents.placeType': { sv: 'Slag av plats. Tomt räknas som okänt.', en: 'Kind of place. Empty counts as unknown.' },
  'incidents.area': { sv: 'Stadsdel eller annat grovt område, aldrig en adress.', en: 'District or other coarse area, never an address.' },
  'incidents.exploitation': { sv: 'Misstänkt form av utnyttjande. Tomt räknas som okänt.', en: 'Suspected form of exploitation. Empty counts as unknown.' },
  'incidents.indicators': {
    sv: 'Id för de tecken som kryssats, med | emellan. Tom cell: inget kryssat. Saknas kolumnen har ingen tillfrågats.',
    en: 'Ids of the indicators ticked, with | between. Empty cell: none ticked. Without the column nobody was asked.',
  },
  'incidents.reason': {
    sv: 'Anledningen till misstanken i fri text. Inga namn, nummer eller adresser. Texten förseglas.',
    en: 'The reason for suspicion in free text. No names, numbers or addresses. The text is sealed.',
  },
  'incidents.policeContacted': { sv: 'Om polisen kontaktades. Tomt räknas som okänt.', en: 'Whether the police was contacted. Empty counts as unknown.' },
  'incidents.policeReports': { sv: 'Antal polisanmälningar. Tomt om det inte är känt, 0 om det inte blev någon.', en: 'Number of police reports filed. Empty if not known, 0 if there was none.' },
  'incidents.buyers': perpetrators('köpare', 'buyers'),
  'incidents.procurers': perpetrators('kopplare', 'procurers'),
  'incidents.otherPerpetrators': perpetrators('något annat', 'anything else'),
  'incidents.source': { sv: 'Om källan hör till nätverket. Tomt räknas som medlem.', en: 'Whether the source belongs to the network. Empty counts as member.' },
  'incidents.external': { sv: 'Om källan står utanför nätverket; i stället för kolumnen källa.', en: 'Whether the source is outside the network; instead of the column source.' },

  'persons.incident': { sv: 'Incidentens nr. En rad för varje möjligt utsatt person, eller för flera som det är samma sak med.', en: 'The ref of the incident. One row for each possibly exploited person, or for several of whom the same is known.' },
  'persons.personRef': {
    sv: 'En namnlös beteckning när det kan vara samma person i flera rader; antalet är då 1. Annars tomt.',
    en: 'A reference without a name, when several rows may be about the same person; the count is then 1. Else empty.',
  },
  'persons.count': { sv: 'Antal personer: ett heltal, eller minst 4. Tomt är 1.', en: 'Number of persons: a whole number, or at least 4. Empty is 1.' },
  'persons.sex': { sv: 'Kön. Tomt räknas som okänt.', en: 'Sex. Empty counts as unknown.' },
  'persons.ageGroup': { sv: 'Vuxen eller minderårig. Tomt räknas som okänt.', en: 'Adult or minor. Empty counts as unknown.' },
  'persons.nationality': { sv: 'Landskod med två bokstäver (ISO 3166), flera med | emellan. Tomt om det inte är känt.', en: 'Country code of two letters (ISO 3166), several with | between. Empty if not known.' },
  'persons.supportContact': {
    sv: 'Om socialtjänst eller civilsamhälle har talat eller skrivit med personen. Tomt: frågan ställdes inte.',
    en: 'Whether social services or civil society have spoken or written with the person. Empty: not asked.',
  },
  'persons.supportOrganisation': { sv: 'Kod för organisationen som hade kontakten.', en: 'Code of the organisation that had the contact.' },
  'persons.contactDate': { sv: `Dagen för den första kontakten. ${date.sv}`, en: `The day of the first contact. ${date.en}` },
  'persons.offered': { sv: 'Om stöd erbjöds. Tomt: frågan ställdes inte.', en: 'Whether support was offered. Empty: not asked.' },
  'persons.accepted': { sv: 'Om personen tackade ja till stöd. Tomt: frågan ställdes inte.', en: 'Whether the person accepted support. Empty: not asked.' },

  'indicators.id': { sv: 'Id för en egen indikator: kategorin, .x- och ett namn.', en: 'Id of an indicator of your own: the category, .x- and a name.' },
  'indicators.category': { sv: 'Kategori i katalogen.', en: 'Category of the catalogue.' },
  'indicators.swedish': { sv: 'Kort lydelse på svenska.', en: 'Short wording in Swedish.' },
  'indicators.english': { sv: 'Kort lydelse på engelska.', en: 'Short wording in English.' },
  'indicators.validFrom': { sv: `Första dagen den används. ${date.sv}`, en: `First day of use. ${date.en}` },
  'indicators.validTo': { sv: `Sista dagen den används. ${date.sv}`, en: `Last day of use. ${date.en}` },
}
