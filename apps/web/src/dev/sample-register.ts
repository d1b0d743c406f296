// Reads the sample town's spreadsheet for the stand-in server, without the import room's rules.
import { readFileSync } from 'node:fs'
import { findOccurrence, findQuantity, type Incident, type Organisation, type PersonGroup, type Quantity, type StoredIncident } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'

const folder = new URL('../../../../samples/exempelstad/', import.meta.url)

const english: Readonly<Record<string, string>> = {
  ja: 'yes', nej: 'no', okänt: 'unknown', kvinna: 'woman', man: 'man', vuxen: 'adult', minderårig: 'minor',
  'sexuella ändamål': 'sexual', tiggeri: 'begging', tvångsarbete: 'labour', hotell: 'hotel', bostad: 'home', gata: 'street',
  internet: 'internet', arbetsplats: 'workplace', massagesalong: 'massage-parlour',
  polis: 'police', socialtjänst: 'social-services', civilsamhälle: 'civil-society', näringsliv: 'business',
}

type Row = (column: string) => string

function rowsOf(name: string): readonly Row[] {
  const [head, ...lines] = readFileSync(new URL(name, folder), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean)
  const columns = head!.split(';')
  return lines.map((line) => {
    const cells = line.split(';')
    return (column) => cells[columns.indexOf(column)] ?? ''
  })
}

const word = (text: string): never => (english[text] ?? text) as never
const answer = (text: string): never => (text === '' ? null : word(text)) as never
const quantity = (text: string): Quantity | null => (text === '' ? null : findQuantity(text)!)

function personOf(row: Row): PersonGroup {
  return {
    personRef: row('person') || null,
    count: quantity(row('antal')) ?? { count: 1, atLeast: false },
    sex: word(row('kön')),
    ageGroup: word(row('ålder')),
    nationalities: row('nationalitet').split('|').filter(Boolean),
    supportContact: answer(row('kontakt_stöd')),
    supportOrganisation: null,
    contactDate: null,
    supportOffered: null,
    acceptedSupport: answer(row('tackat_ja')),
  }
}

/** A made-up reference of eight characters, always the same for the same number. */
function refOf(number: number): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  let value = (number + 1) * 2_654_435_761
  return Array.from({ length: 8 }, () => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648
    return alphabet[Math.floor((value / 2_147_483_648) * 32)]
  }).join('')
}

/** The sample as the register would hold it, and a few dates known less well, as real lists have. */
export function readSampleRegister(): CountInput {
  const organisations: Organisation[] = rowsOf('organisationer.csv').map((row) => ({
    id: row('kod'), code: row('kod'), name: row('namn'), sector: word(row('sektor')), joined: row('med_från'), left: row('med_till') || null,
  }))
  const persons = Map.groupBy(rowsOf('personer.csv'), (row) => row('incident_nr'))
  const incidents = rowsOf('incidenter.csv').map((row, index): StoredIncident => {
    const answers: Incident = {
      occurred: findOccurrence(row('datum'))!,
      reportedOn: row('rapporterad'),
      reportedBy: row('rapportör'),
      external: false,
      placeType: word(row('platstyp')),
      area: row('område') || null,
      exploitation: word(row('form')),
      indicators: row('indikatorer').split('|').filter(Boolean).sort(),
      policeContacted: word(row('polis')),
      policeReports: quantity(row('anmälningar')),
      buyers: quantity(row('köpare')),
      procurers: quantity(row('kopplare')),
      otherPerpetrators: quantity(row('andra_förövare')),
      persons: (persons.get(row('nr')) ?? []).map(personOf),
    }
    return { id: String(index), ref: refOf(index), externalRef: row('nr'), revision: index % 9 === 0 ? 2 : 1, withdrawn: false, answers }
  })
  return { organisations, incidents, position: 3 }
}
