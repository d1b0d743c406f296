// Reads the sample network's spreadsheet for tests of counting, without the import room's rules.
import { readFileSync } from 'node:fs'
import { findOccurrence, findQuantity, type Incident, type Organisation, type PersonGroup, type Quantity, type StoredIncident } from '@lykta/incident'
import type { CountInput } from '@lykta/statistics'

const folder = new URL('../../../../samples/exempelstad/', import.meta.url)

function rowsOf(name: string): readonly Record<string, string>[] {
  const [head, ...lines] = readFileSync(new URL(name, folder), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean)
  const columns = head!.split(';')
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, index) => [columns[index]!, cell])))
}

const english: Record<string, string> = {
  ja: 'yes', nej: 'no', okänt: 'unknown', kvinna: 'woman', man: 'man', vuxen: 'adult', minderårig: 'minor',
  'sexuella ändamål': 'sexual', tiggeri: 'begging', tvångsarbete: 'labour', hotell: 'hotel', bostad: 'home', gata: 'street',
  internet: 'internet', arbetsplats: 'workplace', massagesalong: 'massage-parlour',
  polis: 'police', socialtjänst: 'social-services', civilsamhälle: 'civil-society', näringsliv: 'business',
}
const word = (text: string): never => (english[text] ?? text) as never
const answer = (text: string): never => (text === '' ? null : word(text)) as never
const quantity = (text: string): Quantity | null => (text === '' ? null : findQuantity(text)!)

export function sampleNetwork(): CountInput {
  const organisations: Organisation[] = rowsOf('organisationer.csv').map((row) => ({
    id: row['kod']!, code: row['kod']!, name: row['namn']!, sector: word(row['sektor']!), joined: row['med_från']!, left: row['med_till'] || null,
  }))
  const persons = Map.groupBy(rowsOf('personer.csv'), (row) => row['incident_nr']!)
  const incidents = rowsOf('incidenter.csv').map((row, index): StoredIncident => {
    const answers: Incident = {
      occurred: findOccurrence(row['datum']!)!,
      reportedOn: row['rapporterad']!,
      reportedBy: row['rapportör']!,
      external: false,
      placeType: word(row['platstyp']!),
      area: row['område']!,
      exploitation: word(row['form']!),
      indicators: row['indikatorer']!.split('|').filter(Boolean).sort(),
      policeContacted: word(row['polis']!),
      policeReports: quantity(row['anmälningar']!),
      buyers: quantity(row['köpare']!),
      procurers: quantity(row['kopplare']!),
      otherPerpetrators: quantity(row['andra_förövare']!),
      persons: (persons.get(row['nr']!) ?? []).map((person): PersonGroup => ({
        personRef: person['person'] || null,
        count: quantity(person['antal']!) ?? { count: 1, atLeast: false },
        sex: word(person['kön']!),
        ageGroup: word(person['ålder']!),
        nationalities: person['nationalitet']!.split('|').filter(Boolean),
        supportContact: answer(person['kontakt_stöd']!),
        supportOrganisation: null,
        contactDate: null,
        supportOffered: null,
        acceptedSupport: answer(person['tackat_ja']!),
      })),
    }
    return { id: String(index), ref: row['nr']!, externalRef: row['nr']!, revision: 1, withdrawn: false, answers }
  })
  return { organisations, incidents, position: 1 }
}
