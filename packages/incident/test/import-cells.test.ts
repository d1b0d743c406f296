// What is wrong in a cell is told with file, row, column, what stands there and what is allowed, in both languages.
import { expect, test } from 'vitest'
import { codesOf, problemsOf, reference, textsOf, withCells, withColumn } from './import-support.ts'
import type { TextTables } from './import-support.ts'

type Slip = {
  readonly what: string
  readonly tables: TextTables
  readonly sv: string
  readonly en: string
}

const rule = {
  sv: 'Skriv ett heltal från 0 till 999\u00A0999, eller minst och ett heltal (minst 4). Lämna cellen tom om det inte är känt.',
  en: 'Write a whole number from 0 to 999,999, or at least and a whole number (at least 4). Leave the cell empty if it is not known.',
}
const incident = (column: string, value: string, at = 2) => withCells([{ table: 'incidenter', at, column, value }])
const person = (column: string, value: string, at = 2) => withCells([{ table: 'personer', at, column, value }])
const organisation = (column: string, value: string, at = 2) => withCells([{ table: 'organisationer', at, column, value }])

/** In row 2 of the incidents: the same sentence whatever was written. */
const quantity = (value: string): Slip => ({
  what: `the number "${value}"`,
  tables: incident('köpare', value),
  sv: `incidenter.csv, rad 2, kolumn köpare: ”${value}” går inte att läsa som ett antal. ${rule.sv}`,
  en: `incidenter.csv, row 2, column köpare: “${value}” cannot be read as a number. ${rule.en}`,
})

const slips: readonly Slip[] = [
  {
    what: 'an unknown indicator',
    tables: incident('indikatorer', 'sexual.many-fones|general.disoriented'),
    sv: 'incidenter.csv, rad 2, kolumn indikatorer: Indikatorn ”sexual.many-fones” finns inte i katalogen. Menas sexual.many-phones? Rätta den.',
    en: 'incidenter.csv, row 2, column indikatorer: The indicator “sexual.many-fones” is not in the catalogue. Is it sexual.many-phones? Correct it.',
  },
  {
    what: 'an indicator without its category',
    tables: incident('indikatorer', 'many-phones'),
    sv: 'incidenter.csv, rad 2, kolumn indikatorer: Indikatorn ”many-phones” finns inte i katalogen. Menas sexual.many-phones? Rätta den.',
    en: 'incidenter.csv, row 2, column indikatorer: The indicator “many-phones” is not in the catalogue. Is it sexual.many-phones? Correct it.',
  },
  {
    what: 'an indicator like no other',
    tables: incident('indikatorer', 'rött hår'),
    sv: 'incidenter.csv, rad 2, kolumn indikatorer: Indikatorn ”rött hår” finns inte i katalogen. Skriv ett id ur katalogen, flera med | emellan.',
    en: 'incidenter.csv, row 2, column indikatorer: The indicator “rött hår” is not in the catalogue. Write an id of the catalogue, several with | between.',
  },
  {
    what: 'an unknown organisation',
    tables: incident('rapportör', 'hotel-b', 4),
    sv: 'incidenter.csv, rad 4, kolumn rapportör: Organisationen ”hotel-b” är inte känd. Menas hotell-b? Skriv en kod ur tabellen organisationer, eller lägg till organisationen där.',
    en: 'incidenter.csv, row 4, column rapportör: The organisation “hotel-b” is not known. Is it hotell-b? Write a code of the table organisations, or add the organisation there.',
  },
  {
    what: 'a person without incident',
    tables: person('incident_nr', '2031-99', 5),
    sv: 'personer.csv, rad 5, kolumn incident_nr: Det finns ingen incident ”2031-99”. Skriv ett nr ur tabellen incidenter, eller lägg till incidenten där.',
    en: 'personer.csv, row 5, column incident_nr: There is no incident “2031-99”. Write a ref of the table incidents, or add the incident there.',
  },
  {
    what: 'a date in the future',
    tables: incident('datum', '2020-03-02'),
    sv: 'incidenter.csv, rad 2, kolumn datum: 2020-03-02 ligger i framtiden (i dag är 2020-03-01). Rätta datumet.',
    en: 'incidenter.csv, row 2, column datum: 2020-03-02 lies in the future (today is 2020-03-01). Correct the date.',
  },
  {
    what: '31 February',
    tables: incident('datum', '2019-02-31'),
    sv: 'incidenter.csv, rad 2, kolumn datum: ”2019-02-31” är inget datum. Skriv det som 2019-04-03, som 2019-04 om bara månaden är känd, eller som 2019 om bara året är känt.',
    en: 'incidenter.csv, row 2, column datum: “2019-02-31” is no date. Write it as 2019-04-03, as 2019-04 if only the month is known, or as 2019 if only the year is known.',
  },
  {
    what: 'a year that is none',
    tables: incident('datum', '0000'),
    sv: 'incidenter.csv, rad 2, kolumn datum: ”0000” är inget datum. Skriv det som 2019-04-03, som 2019-04 om bara månaden är känd, eller som 2019 om bara året är känt.',
    en: 'incidenter.csv, row 2, column datum: “0000” is no date. Write it as 2019-04-03, as 2019-04 if only the month is known, or as 2019 if only the year is known.',
  },
  {
    what: 'a report known only to the month',
    tables: incident('rapporterad', '2019-04'),
    sv: 'incidenter.csv, rad 2, kolumn rapporterad: ”2019-04” är inget datum. Skriv det som 2019-04-03.',
    en: 'incidenter.csv, row 2, column rapporterad: “2019-04” is no date. Write it as 2019-04-03.',
  },
  {
    what: 'a report before the event',
    tables: incident('rapporterad', '2017-11-06'),
    sv: 'incidenter.csv, rad 2, kolumn rapporterad: Incidenten är rapporterad 2017-11-06, innan den inträffade (2017-11-07). Rätta det ena datumet.',
    en: 'incidenter.csv, row 2, column rapporterad: The incident was reported on 2017-11-06, before it occurred (2017-11-07). Correct one of the dates.',
  },
  ...['-1', '2,5', '2.5', '1e3', '٣', 'tre', '=1+1', '10000000'].map(quantity),
  {
    what: 'minst without its number',
    tables: incident('köpare', 'minst'),
    sv: `incidenter.csv, rad 2, kolumn köpare: ”minst” saknar sitt tal. ${rule.sv}`,
    en: `incidenter.csv, row 2, column köpare: “minst” lacks its number. ${rule.en}`,
  },
  {
    what: 'a person reference with count 2',
    tables: withCells([{ table: 'personer', at: 3, column: 'person', value: 'P7' }, { table: 'personer', at: 3, column: 'antal', value: '2' }]),
    sv: 'personer.csv, rad 3, kolumn antal: En rad med personreferens gäller en enda person, men antalet är ”2”. Skriv 1, eller ta bort referensen.',
    en: 'personer.csv, row 3, column antal: A row with a person reference is about one person, but the count is “2”. Write 1, or remove the reference.',
  },
  {
    what: 'a person reference with a lower bound',
    tables: withCells([{ table: 'personer', at: 3, column: 'person', value: 'P7' }, { table: 'personer', at: 3, column: 'antal', value: 'minst 1' }]),
    sv: 'personer.csv, rad 3, kolumn antal: En rad med personreferens gäller en enda person, men antalet är ”minst 1”. Skriv 1, eller ta bort referensen.',
    en: 'personer.csv, row 3, column antal: A row with a person reference is about one person, but the count is “minst 1”. Write 1, or remove the reference.',
  },
  {
    what: 'a person reference with count 0',
    tables: withCells([{ table: 'personer', at: 3, column: 'person', value: 'P7' }, { table: 'personer', at: 3, column: 'antal', value: '0' }]),
    sv: 'personer.csv, rad 3, kolumn antal: En rad med personreferens gäller en enda person, men antalet är ”0”. Skriv 1, eller ta bort referensen.',
    en: 'personer.csv, row 3, column antal: A row with a person reference is about one person, but the count is “0”. Write 1, or remove the reference.',
  },
  {
    what: 'the same reference twice',
    tables: incident('nr', '2017-02', 5),
    sv: 'incidenter.csv, rad 5, kolumn nr: ”2017-02” står redan på rad 3. Varje rad ska ha sitt eget: rätta den ena eller ta bort den.',
    en: 'incidenter.csv, row 5, column nr: “2017-02” already stands in row 3. Each row needs its own: correct one of them or remove it.',
  },
  {
    what: 'the same organisation twice',
    tables: { ...reference, organisationer: [...reference['organisationer'] ?? [], ['polis', 'Polisen', 'polis', '', '']] },
    sv: 'organisationer.csv, rad 11, kolumn kod: ”polis” står redan på rad 2. Varje rad ska ha sitt eget: rätta den ena eller ta bort den.',
    en: 'organisationer.csv, row 11, column kod: “polis” already stands in row 2. Each row needs its own: correct one of them or remove it.',
  },
  {
    what: 'an organisation that left before it joined',
    tables: organisation('med_till', '2015-01-01'),
    sv: 'organisationer.csv, rad 2, kolumn med_till: Organisationen lämnade 2015-01-01, före sin första dag 2016-06-01. Rätta det ena datumet.',
    en: 'organisationer.csv, row 2, column med_till: The organisation left on 2015-01-01, before its first day 2016-06-01. Correct one of the dates.',
  },
  {
    what: 'a word of no list',
    tables: incident('polis', 'kanske'),
    sv: 'incidenter.csv, rad 2, kolumn polis: ”kanske” går inte att läsa. Skriv ja, nej eller okänt.',
    en: 'incidenter.csv, row 2, column polis: “kanske” cannot be read. Write yes, no or unknown.',
  },
  {
    what: 'a country that is none',
    tables: person('nationalitet', 'RO|XX'),
    sv: 'personer.csv, rad 2, kolumn nationalitet: ”XX” är ingen landskod. Skriv två bokstäver enligt ISO 3166 (SE, RO), flera med | emellan. Lämna cellen tom om det inte är känt.',
    en: 'personer.csv, row 2, column nationalitet: “XX” is no country code. Write two letters as in ISO 3166 (SE, RO), several with | between. Leave the cell empty if it is not known.',
  },
  {
    what: 'an empty cell that must be filled',
    tables: incident('datum', ''),
    sv: 'incidenter.csv, rad 2, kolumn datum: Cellen är tom men måste fyllas i.',
    en: 'incidenter.csv, row 2, column datum: The cell is empty but must be filled in.',
  },
  {
    what: 'a name that would run as a formula',
    tables: organisation('namn', '=HYPERLINK("http://x.example";"Polisen")'),
    sv: 'organisationer.csv, rad 2, kolumn namn: Texten börjar med =, +, - eller @ och skulle läsas som en formel när den öppnas i ett kalkylprogram. Börja den på annat sätt.',
    en: 'organisationer.csv, row 2, column namn: The text begins with =, +, - or @ and would be read as a formula when opened in a spreadsheet program. Begin it in another way.',
  },
]

test.each(slips)('$what', async ({ tables, sv, en }) => {
  const problems = await problemsOf(tables)
  expect(problems.map(({ severity }) => severity)).toEqual(['error'])
  expect(textsOf(problems, 'sv')).toEqual([sv])
  expect(textsOf(problems, 'en')).toEqual([en])
})

test.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])('%s first in an area, a reference or an organisation', async (sign) => {
  for (const tables of [incident('område', `${sign}Norr`), incident('nr', `${sign}1`, 11), organisation('kod', `${sign}polis`, 10), person('person', `${sign}P1`)]) {
    expect(codesOf(await problemsOf(tables))).toContain('import.text-like-formula')
  }
})

test('countries that older lists had, or that only look like codes, are none', async () => {
  for (const code of ['UK', 'EU', 'YU', 'XK', 'ZZ', 'S', 'SWE', 'Sverige', '12']) {
    expect([code, codesOf(await problemsOf(person('nationalitet', code)))]).toEqual([code, ['import.nationality-unknown']])
  }
  expect(await problemsOf(person('nationalitet', 'se| ro |GB'))).toEqual([])
})

test('a reporter who was no member from the event to the report: an error, but a warning for a source outside', async () => {
  const late = withCells([{ table: 'organisationer', at: 2, column: 'med_från', value: '2018-06-01' }])
  const errors = await problemsOf(late)
  expect(errors.length).toBeGreaterThan(0)
  expect(new Set(codesOf(errors))).toEqual(new Set(['import.reporter-not-member']))
  expect(errors.every(({ severity }) => severity === 'error')).toBe(true)
  expect(textsOf(errors, 'sv')[0]).toBe(
    'incidenter.csv, rad 3, kolumn rapportör: polis var inte med i nätverket någon dag från 2017-11-08 till 2017-11-08. ' +
    'Rätta organisationen, datumen eller när den var med; är källan inte medlem, ange det i kolumnen källa.')
  expect(textsOf(errors, 'en')[0]).toBe(
    'incidenter.csv, row 3, column rapportör: polis was not in the network on any day from 2017-11-08 to 2017-11-08. ' +
    'Correct the organisation, the dates or when it was a member; if the source is no member, say so in the column source.')
  const warnings = await problemsOf(withColumn(late, 'incidenter', 'källa', 'extern'))
  expect(warnings.map(({ code, where, severity }) => [code, where.row, severity])).toEqual(
    errors.map(({ code, where }) => [code, where.row, 'warning']))
})

test('a member on one day between the event and the report may report it', async () => {
  const rows = [['kod', 'namn', 'sektor', 'med_från', 'med_till'], ['a', 'A', 'polis', '2019-02-10', '2019-02-10']]
  const incidents = (occurred: string, reported: string) =>
    [['nr', 'datum', 'rapporterad', 'rapportör', 'platstyp', 'form', 'polis'], ['1', occurred, reported, 'a', '', '', '']]
  const persons = [['incident_nr', 'kön', 'ålder']]
  const read = (occurred: string, reported: string) =>
    problemsOf({ organisationer: rows, incidenter: incidents(occurred, reported), personer: persons })
  for (const [occurred, reported] of [['2019-02-01', '2019-02-10'], ['2019-02-10', '2019-03-01'], ['2019-02', '2019-02-28'], ['2019', '2019-12-31']] as const) {
    expect(await read(occurred, reported)).toEqual([])
  }
  for (const [occurred, reported] of [['2019-02-01', '2019-02-09'], ['2019-02-11', '2019-03-01'], ['2019-01', '2019-01-31']] as const) {
    expect(codesOf(await read(occurred, reported))).toEqual(['import.reporter-not-member'])
  }
})

test('what stood in a cell is shown with at most 40 characters', async () => {
  const [found] = await problemsOf(incident('datum', 'x'.repeat(150)))
  expect(found?.values['found']).toBe(`${'x'.repeat(39)}…`)
})

test('of the reason nothing is ever shown', async () => {
  const secret = 'HEMLIGHET'
  const kinds = [`${secret}\u0007`, secret + 'x'.repeat(21_000), `\u0000${secret}`]
  for (const reason of kinds) {
    const problems = await problemsOf(incident('anledning', reason))
    expect(problems.map(({ where }) => where.column)).toEqual(['anledning'])
    expect(JSON.stringify(problems) + textsOf(problems, 'sv').join() + textsOf(problems, 'en').join()).not.toContain(secret)
  }
})

test('a reason may begin with any sign: it is sealed, and no spreadsheet opens it', async () => {
  for (const reason of ['- kvinnan sa inget', '= samma som förra', '@ receptionen']) expect(await problemsOf(incident('anledning', reason))).toEqual([])
})

test('every slip is told in one go, the first hundred of them and how many there are', async () => {
  const header = ['nr', 'datum', 'rapporterad', 'rapportör', 'platstyp', 'form', 'polis']
  const rows = Array.from({ length: 1000 }, (_, index) => [String(index), '2019-02-31', '2019-03-01', 'polis', '', '', ''])
  const problems = await problemsOf({ ...reference, incidenter: [header, ...rows], personer: [['incident_nr', 'kön', 'ålder']] })
  expect(problems).toHaveLength(101)
  expect(problems.slice(0, 100).map(({ where }) => where.row)).toEqual(Array.from({ length: 100 }, (_, index) => index + 2))
  expect(textsOf(problems.slice(100), 'sv')).toEqual(['900 fel till visas inte (1\u00a0000 sammanlagt). Rätta de här först och importera igen.'])
  expect(textsOf(problems.slice(100), 'en')).toEqual(['900 more errors are not shown (1,000 in all). Correct these first and import again.'])
})

test('what can be true but seldom is comes in with a warning', async () => {
  const more = withColumn(withColumn(withColumn(reference, 'personer', 'erbjudet', ''), 'personer', 'kontakt_datum', ''), 'personer', 'stöd_organisation', '')
  const changed = { ...more, personer: (more['personer'] ?? []).map((row, index) =>
    index === 1 ? [...row.slice(0, 6), 'nej', 'ja', 'nej', '2017-11-01', 'polis'] : row) }
  const problems = await problemsOf(changed)
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    'import.accepted-without-contact', 'import.accepted-without-offer', 'import.contact-date-without-contact',
    'import.contact-before-occurrence', 'import.support-organisation-sector',
  ].map((code) => [code, 'warning']))
})
