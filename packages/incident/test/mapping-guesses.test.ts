// What is guessed of invented towns' spreadsheets of different shapes: by headers and by what stands under them, and how sure it is.
import { describe, expect, test } from 'vitest'
import { findUndecided, type ImportFile, type MappedColumn, parseMapping, proposeMapping, readSheets, shippedIndicators } from '../src/index.ts'
import { textsOf } from './import-support.ts'

const known = { organisations: [{ code: 'polis', name: 'Polisen' }, { code: 'soc', name: 'Socialtjänsten' }, { code: 'jour', name: 'Kvinnojouren Fyren' }], indicators: shippedIndicators }

/** In UTF-8, or in the bytes that older spreadsheets write. */
function file(name: string, rows: readonly string[], windows1252 = false): ImportFile {
  const text = rows.join('\r\n')
  return { name, bytes: windows1252 ? Uint8Array.from(text, (letter) => letter.charCodeAt(0)) : new TextEncoder().encode(text) }
}

async function guess(one: ImportFile): Promise<{ readonly of: (header: string) => MappedColumn | undefined; readonly said: readonly string[]; readonly warnings: readonly string[]; readonly whole: string }> {
  const { sheets, problems } = await readSheets([one])
  const mapping = proposeMapping(sheets, known)
  const whole = JSON.stringify(mapping)
  // What is guessed can be saved, opened and gone on with.
  expect(parseMapping(whole, 'm.json')).toEqual({ mapping })
  return { of: (header) => mapping.sheets[0]?.columns.find(({ from }) => from === header), said: textsOf(findUndecided(mapping), 'sv'), warnings: problems.map(({ code }) => code), whole }
}

const strandkoping = file('strandköping.csv', [
  'Löpnr;Datum händelse;Inkom datum;Rapporterande;Misstanke;Plats;Ort;Kvinna;Man;Varför misstanke;Polisanmält;Sexköpare;Adress;Handläggare',
  '1;3/4 2019;5/4 2019;Polisen;Prostitution;Lägenhet;Hamnen;1;;En kvinna sågs ta emot många besök på kvällarna.;Ja;Ja;Storgatan 1;Anna',
  '2;13/4 2019;14/4 2019;Socialtjänsten;Tiggeri;Torg;Centrum;;2;Männen lämnade över det de fått till en tredje man.;Nej;Nej;Torget;Bo',
  '3;maj 2019;2/6 2019;Kvinnojouren;Prostitution;Hotell;Centrum;1;;Hon sade att hon inte fick behålla några pengar.;Vet ej;Ja;Hotellgatan 2;Bo',
], true)

describe('one sheet in Windows-1252, a count for women and one for men', () => {
  test('what the headers are known for, when the values fit', async () => {
    const { of, warnings, whole } = await guess(strandkoping)
    expect(warnings).toEqual(['import.encoding-windows-1252'])
    expect(of('Löpnr')).toEqual({ from: 'Löpnr', to: 'incidents.ref', proposed: true })
    expect(of('Datum händelse')).toMatchObject({ to: 'incidents.occurred', dates: ['D/M YYYY', 'MMMM YYYY'] })
    expect(of('Datum händelse')).not.toHaveProperty('unsure')
    expect(of('Inkom datum')).toMatchObject({ to: 'incidents.reported', dates: ['D/M YYYY'] })
    expect(of('Rapporterande')).toMatchObject({ to: 'incidents.reporter', proposedValues: { Polisen: 'polis', Socialtjänsten: 'soc', Kvinnojouren: 'jour' }, unsureValues: ['Kvinnojouren'] })
    expect(of('Misstanke')).toMatchObject({ to: 'incidents.exploitation', proposedValues: { Prostitution: 'sexual' } })
    expect(of('Varför misstanke')).toEqual({ from: 'Varför misstanke', to: 'incidents.reason', proposed: true })
    expect(of('Kvinna')).toMatchObject({ to: 'persons.count', group: { sex: 'woman', ageGroup: 'adult' } })
    expect(of('Man')).toMatchObject({ to: 'persons.count', group: { sex: 'man', ageGroup: 'adult' } })
    // Whoever works with it, and where exactly, become nothing of ours.
    for (const header of ['Adress', 'Handläggare']) expect(of(header), header).toEqual({ from: header, to: null })
    for (const text of ['pengar', 'Storgatan', 'Anna']) expect(whole).not.toContain(text)
  })

  test('yes and no are no count', async () => {
    const { of } = await guess(strandkoping)
    // Nor is what was not reported formally the same as a police that knows nothing.
    expect(of('Polisanmält')).toMatchObject({ to: 'incidents.policeContacted', proposed: true, unsure: true })
    expect(of('Sexköpare')).toEqual({ from: 'Sexköpare', to: null })
  })

  test('an unsure word is told by itself', async () => {
    const { said } = await guess(strandkoping)
    expect(said).toContain('strandköping, kolumn Rapporterande: Att ordet ”Kvinnojouren” betyder ”jour” är en osäker gissning. Se efter, och bekräfta eller ändra.')
    expect(said.some((text) => text.includes('kolumn Rapporterande: 2 ords betydelse'))).toBe(true)
  })
})

const fjallby = file('fjallby.csv', [
  'Ärende;Händelsedag;Rapporterad;Anmälare;Misstanke;Typ av ställe;Antal;Kön;Ålder;Medborgare i;Polisanmälan;Stödkontakt;Rappport datum',
  'F1;2019-03-14;2019-03-15;soc;Hon verkade inte få lämna lägenheten utan sällskap.;villa;1;K;34;rumänsk;2;Nej;x',
  'F2;2019-04-02;2019-04-02;polis;Många korta besök under flera nätter i rad.;vandrarhem;flera;kvinna;16;Thailand;ja;Ja;y',
  'F3;2019-05-20;2019-06-05;polis;Fick arbeta utan lön och sova på bygget.;bygge;minst 3;m;vuxen;Ukraina;0;vet ej;z',
])

describe('a row for each, with age and sex in columns', () => {
  test('the same header is something else when something else stands under it', async () => {
    const { of, whole } = await guess(fjallby)
    expect(of('Misstanke')).toMatchObject({ to: 'incidents.reason', proposed: true })
    expect(whole).not.toContain('lägenheten')
    expect(of('Ålder')).toMatchObject({ to: 'persons.ageGroup', proposedValues: { 34: 'adult', 16: 'minor' } })
    expect(of('Kön')).toMatchObject({ to: 'persons.sex', proposedValues: { K: 'woman', m: 'man' } })
    expect(of('Medborgare i')).toMatchObject({ to: 'persons.nationality', proposedValues: { rumänsk: 'RO', Thailand: 'TH', Ukraina: 'UA' } })
    expect(of('Typ av ställe')).toMatchObject({ to: 'incidents.placeType', proposedValues: { villa: 'home', vandrarhem: 'hotel', bygge: 'workplace' } })
    expect(of('Antal')).toMatchObject({ to: 'persons.count', proposedValues: { flera: 'minst 2' }, unsureValues: ['flera'] })
  })

  test('codes of somebody’s own are an unsure guess, and each is to be decided', async () => {
    const { of } = await guess(file('koder.csv', ['Löpnr;Platstyp;Kön;Stadsdel', '1;HTL;W;Norra hamnen', '2;LGH;Q;Centrum', '3;GTA;W;Centrum']))
    expect(of('Kön')).toMatchObject({ to: 'persons.sex', undecidedValues: ['Q'] })
    const other = await guess(file('koder.csv', ['Löpnr;Lokal;Medborgare i', '1;HTL;34', '2;LGH;17', '3;GTA;18']))
    expect(other.of('Medborgare i')?.to).toBe(null)
    expect(other.of('Lokal')).toMatchObject({ to: 'incidents.placeType', proposed: true, unsure: true, undecidedValues: ['HTL', 'LGH', 'GTA'] })
  })

  test('values that fit badly make a guess unsure, and a slip in a header does', async () => {
    const { of, said } = await guess(fjallby)
    // Two of three are numbers.
    expect(of('Polisanmälan')).toMatchObject({ to: 'incidents.policeReports', proposed: true, unsure: true, undecidedValues: ['ja'] })
    expect(said).toContain('fjallby, kolumn Polisanmälan: Att kolumnen blir anmälningar är en osäker gissning: rubriken är bara lik, eller värdena passar dåligt. Se efter, och bekräfta eller ändra.')
    // It would be a date by its header, and nothing under it is one.
    expect(of('Rappport datum')).toEqual({ from: 'Rappport datum', to: null })
  })
})

const northport = file('northport.csv', [
  'Case ref,Date of event,Date of report,Reporting party,Suspicion,Location,Women,Men,Girls,Police notified,Crime reports,Grounds for suspicion,Red flags',
  'N-1,3/4/2019,4/4/2019,soc,Forced labour,Car wash,0,2,0,Y,N,"Two men slept in the back room, and were driven there each day.","many phones, short visits"',
  'N-2,5/6/2019,6/6/2019,polis,Sex trafficking,Flat,1,0,1,N,Y,"She said that the money was taken from her, every night.",many phones',
])

test('dates that can be read two ways are unsure, whatever their header; yes and no are no number of reports in English either', async () => {
  const { of } = await guess(northport)
  expect(of('Date of event')).toMatchObject({ to: 'incidents.occurred', dates: ['D/M/YYYY'], unsure: true })
  expect(of('Reporting party')?.to).toBe('incidents.reporter')
  expect(of('Suspicion')).toMatchObject({ to: 'incidents.exploitation', proposedValues: { 'Forced labour': 'labour', 'Sex trafficking': 'sexual' } })
  expect(of('Grounds for suspicion')?.to).toBe('incidents.reason')
  expect(of('Police notified')).toMatchObject({ to: 'incidents.policeContacted', proposedValues: { Y: 'yes', N: 'no' } })
  expect(of('Crime reports')?.to).toBe(null)
  expect(of('Girls')).toMatchObject({ group: { sex: 'woman', ageGroup: 'minor' } })
  expect(of('Red flags')).toMatchObject({ to: 'incidents.indicators', split: ',' })
})

test('an empty column, and a sheet without rows, are guessed by their headers alone', async () => {
  const { of } = await guess(file('tom.csv', ['Löpnr;Datum händelse;Misstanke;Polisanmält;Sexköpare', '1;2019-01-01;;;']))
  expect([of('Polisanmält')?.to, of('Sexköpare')?.to]).toEqual(['incidents.policeContacted', 'incidents.buyers'])
  // Known for two things, with nothing to tell them apart.
  expect(of('Misstanke')).toMatchObject({ proposed: true, unsure: true })
})
