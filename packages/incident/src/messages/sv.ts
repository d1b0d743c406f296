// The problems in Swedish: what is wrong, and what to do about it.
import { formProblemsSv } from '../form/problems/sv.ts'
import { lykta1Sv } from '../form/lykta-1/sv.ts'
import { wordsOf } from '../import/code-list.ts'
import type { CodedList } from '../import/code-list.ts'
import { columnNameOf, columnsOf, tables } from '../import/columns.ts'
import type { TableId } from '../import/columns.ts'
import { largestQuantity } from '../quantity.ts'
import type { MappingShape } from './problem-values.ts'
import type { PlaceWords, ProblemSentences } from './sentences.ts'

const alternatives = new Intl.ListFormat('sv', { type: 'disjunction' })
const enumeration = new Intl.ListFormat('sv', { type: 'conjunction' })
const oneOf = (words: readonly string[]) => alternatives.format(words)
const allOf = (words: readonly string[]) => enumeration.format(words)
const choice = (list: CodedList) => oneOf(wordsOf(list, 'sv'))
const columns = (table: TableId) => allOf(columnsOf(table).map(([, { sv }]) => sv))
const number = (value: number) => value.toLocaleString('sv')
const tableNames = oneOf(Object.values(tables).map(({ sv }) => sv))
const fileFor = (table: TableId) => `${tables[table].sv}.csv`
const numberRule = `Skriv ett heltal från 0 till ${number(largestQuantity)}, eller minst och ett heltal (minst 4). Lämna cellen tom om det inte är känt.`

const mappingShapes: Readonly<Record<MappingShape, string>> = {
  object: 'ett objekt {…}', list: 'en lista […]', text: 'en text (högst 200 tecken)', column: 'en kolumn av våra, som incidents.occurred, eller null', 'row-number': 'ett radnummer från 1',
  'date-format': 'hur datumet skrivs, med YYYY eller YY, som D/M/YYYY', about: 'exact, at-least eller at-least-one', group: '{"sex": …, "ageGroup": …}, och bara för persons.count',
  day: 'ett datum som 2019-04-03, eller null', key: 'bara nycklar som docs/mapping.md beskriver', separator: 'det som skiljer värdena åt (1–3 tecken)',
}

export const placeWordsSv: PlaceWords = {
  row: (row) => `rad ${row}`, column: (column) => `kolumn ${column}`, question: (label) => `frågan ”${label}”`, group: (group) => `grupp ${group}`,
  labels: lykta1Sv.questions,
}

export const problemSentencesSv: ProblemSentences = {
  ...formProblemsSv,

  'import.file-too-large': ({ megabytes, allowed }) =>
    `Filen är på ${number(megabytes)} MB och läses inte. Dela upp den: en fil får vara högst ${number(allowed)} MB.`,
  'import.file-empty': () => 'Filen är tom. Kontrollera att det är rätt fil, och att den sparades med sitt innehåll.',
  'import.file-broken': () =>
    'Filen är skadad och går inte att läsa. Öppna den i kalkylprogrammet, spara den på nytt eller som CSV, och försök igen.',
  'import.file-encrypted': () =>
    'Filen är skyddad med lösenord eller sparad i det gamla formatet .xls. Ta bort lösenordet och spara den som .xlsx, .ods eller CSV.',
  'import.file-kind': () => 'Filen är varken CSV, XLSX eller ODS. Spara den i något av de formaten (CSV i teckenkodningen UTF-8).',
  'import.file-pdf': () =>
    'Filen är en PDF, och PDF-filer läses inte. CSV, XLSX och ODS läses. Hämta tabellen i något av de formaten, eller skriv av den i ett kalkylblad.',
  'import.file-web-page': () =>
    'Filen är en webbsida, och sådana läses inte. CSV, XLSX och ODS läses. Hämta tabellen i något av de formaten, eller kopiera den till ett kalkylblad.',
  'import.file-not-workbook': ({ ending }) =>
    `Filen heter ${ending} men är ingen arbetsbok: i den står vanlig text. Är det en tabell med kommatecken eller semikolon, döp om den till .csv. Annars öppna den i kalkylprogrammet och spara den som .xlsx eller .ods.`,
  'import.file-bomb': () =>
    'Filen packar upp sig till orimligt mycket data och läses inte. Skaffa en ny kopia från den som gjorde filen, helst som CSV.',
  'import.encoding-mixed': () =>
    'Några tecken i filen är skadade: den blandar två teckenkodningar. Öppna den, rätta å, ä och ö och spara den som CSV UTF-8.',
  'import.encoding-windows-1252': () =>
    'Filen är i den äldre teckenkodningen Windows-1252 och lästes så. Se efter att å, ä och ö blev rätt, och spara hellre som CSV UTF-8.',
  'import.csv-quotes': () =>
    'Ett citattecken står fel, så att fälten inte går att skilja åt. Ett fält med citattecken, semikolon eller radbrytning ska stå inom "…", ' +
    'och varje citattecken i det skrivas "". Enklast är att spara filen på nytt ur kalkylprogrammet.',
  'import.rows-too-many': ({ allowed }) => `Tabellen har fler än ${number(allowed)} rader. Dela upp den på flera importer.`,
  'import.columns-too-many': ({ allowed }) => `Bladet har fler än ${number(allowed)} kolumner. Ta bort dem som inte hör till tabellen.`,
  'import.sheets-too-many': ({ allowed }) => `Filen har fler än ${number(allowed)} blad. Spara tabellernas blad i en egen fil.`,
  'import.cells-too-many': () => 'Bladen är för stora för att läsas. Ta bort tomma rader och kolumner, eller spara varje blad som CSV.',

  'import.table-unknown': () => `Det går inte att se vilken tabell det är. Ge filen ett av namnen ${tableNames} och kontrollera rubrikerna.`,
  'import.sheet-ignored': () => `Bladet lästes inte, eftersom det inte är någon känd tabell. Döp det till ${tableNames} om det ska läsas.`,
  'import.table-twice': ({ table, other }) =>
    `Tabellen ${tables[table].sv} finns redan i ${other}. Behåll en av dem, eller lägg ihop raderna i en.`,
  'import.table-missing': ({ table }) =>
    `Tabellen ${tables[table].sv} saknas. Lägg till filen ${fileFor(table)} eller ett blad med det namnet; den får ha bara rubriker.`,
  'import.header-missing': () => 'Den första raden är tom. Skriv kolumnernas rubriker där.',
  'import.table-without-rows': ({ table }) => `Tabellen ${tables[table].sv} har bara rubriker. Kontrollera att raderna kom med när filen sparades.`,
  'import.column-unknown': ({ table, near }) =>
    `Kolumnen är okänd. ${near === '' ? 'Ta bort den eller rätta rubriken' : `Menas ${columnNameOf(near, 'sv')}? Rätta rubriken eller ta bort kolumnen`}. ` +
    `Tabellen ${tables[table].sv} har kolumnerna ${columns(table)}.`,
  'import.column-missing': ({ column }) =>
    `Kolumnen ${columnNameOf(column, 'sv')} (på engelska ${columnNameOf(column, 'en')}) saknas. Lägg till den.`,
  'import.column-twice': ({ other }) => `Samma fråga står redan i kolumnen ${other}. Ta bort en av dem.`,
  'import.column-unnamed': ({ letter }) => `Här står något i kolumn ${letter}, som saknar rubrik. Ge kolumnen en rubrik eller töm den.`,
  'import.row-too-long': ({ columns }) =>
    `Raden har fler fält än de ${number(columns)} rubrikerna. Ta bort det som står utanför, eller sätt "…" om ett fält som innehåller skiljetecknet.`,
  'import.row-too-short': ({ fields, columns }) =>
    `Raden har ${number(fields)} fält men det finns ${number(columns)} rubriker. Raden kan vara avhuggen: fyll i fälten, eller deras skiljetecken.`,

  'import.formula': () => 'I cellen står en formel. Klistra in värdet i stället (Klistra in special, Värden).',
  'import.cell-error': () => 'Cellen visar ett felvärde från kalkylprogrammet. Skriv det rätta värdet.',
  'import.control-character': () => 'Cellen innehåller osynliga styrtecken. Skriv texten på nytt för hand.',
  'import.text-too-long': ({ length, allowed }) => `Texten är ${number(length)} tecken lång. Korta den till högst ${number(allowed)}.`,
  'import.text-like-formula': () =>
    'Texten börjar med =, +, - eller @ och skulle läsas som en formel när den öppnas i ett kalkylprogram. Börja den på annat sätt.',
  'import.cell-empty': () => 'Cellen är tom men måste fyllas i.',
  'import.code-unknown': ({ found, list }) => `”${found}” går inte att läsa. Skriv ${choice(list)}.`,
  'import.date-invalid': ({ found }) =>
    `”${found}” är inget datum. Skriv det som 2019-04-03, som 2019-04 om bara månaden är känd, eller som 2019 om bara året är känt.`,
  'import.day-invalid': ({ found }) => `”${found}” är inget datum. Skriv det som 2019-04-03.`,
  'import.date-future': ({ found, today }) => `${found} ligger i framtiden (i dag är ${today}). Rätta datumet.`,
  'import.date-unlikely': ({ found }) => `${found} är ovanligt långt tillbaka. Kontrollera att årtalet stämmer.`,
  'import.quantity-invalid': ({ found }) => `”${found}” går inte att läsa som ett antal. ${numberRule}`,
  'import.quantity-bound-missing': ({ found }) => `”${found}” saknar sitt tal. ${numberRule}`,
  'import.nationality-unknown': ({ found }) =>
    `”${found}” är ingen landskod. Skriv två bokstäver enligt ISO 3166 (SE, RO), flera med | emellan. Lämna cellen tom om det inte är känt.`,
  'import.indicator-unknown': ({ found, near }) =>
    `Indikatorn ”${found}” finns inte i katalogen. ${near === '' ? 'Skriv ett id ur katalogen, flera med | emellan.' : `Menas ${near}? Rätta den.`}`,
  'import.indicator-id': ({ found, category }) =>
    `”${found}” kan inte vara id för en egen indikator. Skriv kategorin, .x- och ett namn med små bokstäver a–z, till exempel ${category}.x-eget-tecken.`,

  'import.organisation-unknown': ({ found, near }) =>
    `Organisationen ”${found}” är inte känd. ${near === '' ? '' : `Menas ${near}? `}Skriv en kod ur tabellen organisationer, eller lägg till organisationen där.`,
  'import.incident-unknown': ({ found }) =>
    `Det finns ingen incident ”${found}”. Skriv ett nr ur tabellen incidenter, eller lägg till incidenten där.`,
  'import.ref-twice': ({ found, row }) => `”${found}” står redan på rad ${row}. Varje rad ska ha sitt eget: rätta den ena eller ta bort den.`,
  'import.left-before-joined': ({ found, joined }) => `Organisationen lämnade ${found}, före sin första dag ${joined}. Rätta det ena datumet.`,
  'import.valid-to-before-from': ({ found, from }) => `Indikatorn slutar gälla ${found}, före sin första dag ${from}. Rätta det ena datumet.`,
  'import.reported-before-occurred': ({ found, occurred }) =>
    `Incidenten är rapporterad ${found}, innan den inträffade (${occurred}). Rätta det ena datumet.`,
  'import.reporter-not-member': ({ found, from, to }) =>
    `${found} var inte med i nätverket någon dag från ${from} till ${to}. Rätta organisationen, datumen eller när den var med; ` +
    'är källan inte medlem, ange det i kolumnen källa.',
  'import.person-ref-count': ({ found }) =>
    `En rad med personreferens gäller en enda person, men antalet är ”${found}”. Skriv 1, eller ta bort referensen.`,
  'import.accepted-without-contact': () => 'Personen har tackat ja till stöd men inte haft kontakt. Kontrollera raden.',
  'import.accepted-without-offer': () => 'Personen har tackat ja till stöd som inte erbjudits. Kontrollera raden.',
  'import.contact-date-without-contact': ({ found }) => `Kontakten har datum ${found}, men raden säger att den inte har skett. Kontrollera raden.`,
  'import.contact-before-occurrence': ({ found, occurred }) => `Kontakten ${found} är före händelsen ${occurred}. Kontrollera datumet.`,
  'import.support-organisation-sector': ({ found }) =>
    `${found} är varken socialtjänst eller civilsamhälle, och deras kontakter räknas inte som direkt kontakt med stöd. Kontrollera organisationen.`,

  'mapping.not-json': () => 'Filen är ingen mappning (JSON). Gör en i webbläsaren (Incidenter, Hämta in kalkylblad; eller Nätverket, Organisationer, Hämta in en annan stads kalkylblad) eller med `lykta map`.',
  'mapping.version': ({ found }) => `Mappningens version (${found}) går inte att läsa. Det som behövs är "version": 1; är den nyare, uppgradera Lykta.`,
  'mapping.shape': ({ path, expected }) => `Vid ${path === '' ? '/' : path} ska det stå ${mappingShapes[expected]}.`,
  'mapping.code-unknown': ({ path, found, list }) => `Vid ${path} står ”${found}”, som inte är något av våra ord. Skriv ${choice(list)}, eller tomt.`,
  'mapping.target-twice': ({ column }) => `Två kolumner blir båda ${columnNameOf(column, 'sv')}. Behåll den ena; den andra kan hoppas över.`,
  'mapping.tables-mixed': () => 'Bladet blandar tabeller. Ett blad blir organisationer, indikatorer, personer, eller incidenter (med personer om de står på samma rad).',
  'mapping.organisation-proposed': ({ found }) => `Organisationen ”${found}” är ett förslag. Se efter vad den heter, vilken sektor den hör till och sedan när den är med, och bekräfta den.`,
  'mapping.column-undecided': () => 'Kolumnen är inte bestämd. Säg vad den blir, eller att den hoppas över.',
  'mapping.column-proposed': ({ column }) => `Att kolumnen blir ${columnNameOf(column, 'sv')} är ett förslag. Bekräfta det eller ändra.`,
  'mapping.column-unsure': ({ column }) => `Att kolumnen blir ${columnNameOf(column, 'sv')} är en osäker gissning: rubriken är bara lik, eller värdena passar dåligt. Se efter, och bekräfta eller ändra.`,
  'mapping.word-unsure': ({ found, meaning }) => `Att ordet ”${found}” betyder ${meaning === '' ? 'ingenting' : `”${meaning}”`} är en osäker gissning. Se efter, och bekräfta eller ändra.`,
  'mapping.words-proposed': ({ count, found }) => `${count === 1 ? 'Ett ords betydelse' : `${number(count)} ords betydelse`} är ett förslag, först ”${found}”. Bekräfta eller ändra.`,
  'mapping.word-undecided': ({ found }) => `Ordet ”${found}” är inte bestämt. Säg vad det betyder, eller att det lämnas tomt.`,
  'mapping.sheet-unmapped': () => 'Bladet står inte i mappningen och är ingen av våra tabeller. Lägg till det, eller säg att det hoppas över.',
  'mapping.sheet-missing': ({ name }) => `Mappningen gäller bladet ${name}, som inte finns i filerna. Ta med det, eller ta bort det ur mappningen.`,
  'mapping.header-twice': () => 'Två kolumner har samma rubrik. Ge dem var sin i filen.',
  'mapping.column-unmapped': () => 'Kolumnen står inte i mappningen. Säg vad den blir, eller att den hoppas över.',
  'mapping.column-missing': ({ column }) => `Kolumnen ${column} står i mappningen men inte i bladet. Rätta rubriken, eller ta bort den ur mappningen.`,
  'mapping.target-missing': ({ column }) => `Inget i bladet blir ${columnNameOf(column, 'sv')}. Peka ut en kolumn, eller ge ett värde som gäller alla rader.`,
  'mapping.word-unmapped': ({ found, list }) => `”${found}” står inte i mappningen och är inget av våra ord (${choice(list)}). Säg vad det betyder.`,
  'mapping.nationality-unmapped': ({ found }) => `”${found}” står inte i mappningen och är ingen landskod. Säg vilket land det är.`,
  'mapping.number-unmapped': ({ found }) => `”${found}” går inte att läsa som ett antal och står inte i mappningen. Säg vad det betyder, till exempel minst 2.`,
  'mapping.number-about': ({ found }) => `”${found}” är ett ungefärligt antal. Säg i mappningen hur ungefärliga antal räknas (about): just så många, minst så många eller minst en. Av ett spann räknas det lägsta som minst.`,
  'mapping.persons-uncounted': () => 'Raden säger något om personer, men i inget av antalen står ett tal över 0. Det tas in för en grupp med okänt antal (minst 0), okänt kön och okänd ålder. Skriv antalet om det är känt.',
  'mapping.date-unread': ({ found, formats }) => `”${found}” är inget datum${formats === '' ? '' : ` som skrivs ${formats}`}. Rätta datumet, eller lägg till hur det skrivs.`,

  'import.corrected-in-form': ({ found, date }) =>
    `”${found}” ändrades i formuläret ${date}, och raden skulle skriva över det. Skriv in ändringen i raden eller ta bort raden; ska raden gälla, kör om med --overwrite-corrections.`,
  'import.correction-overwritten': ({ found, date }) => `”${found}” ändrades i formuläret ${date}. Nu gäller raden; det som stod finns kvar som en tidigare revision.`,
  'import.submission-json': () => 'Filen är ingen lista med svar. Hämta svaren som JSON ur Kobo (data.json) eller ODK Central (OData, med $expand=*), eller som CSV.',
  'import.submission-none': () => 'Ingen av filerna har svar på Lyktas formulär. Ta med tabellen där kolumnen reportedBy står.',
  'import.submission-table': () =>
    'Tabellen hör inte till Lyktas formulär. Exportera svaren med frågornas namn och koder (i Kobo: ”XML-värden och rubriker”), och lämna bort andra filer.',
  'import.submission-column': () => 'Kolumnen hör till ingen fråga i Lyktas formulär, och lästes inte.',
  'import.submission-id': () => 'Raden saknar svarets eget id (KEY, _uuid eller instanceID). Exportera med det, så att samma svar inte räknas två gånger.',
  'import.submission-form': ({ found }) => `Formuläret ”${found}” är inte känt här. Uppgradera Lykta, eller läs in svaren där formuläret gjordes.`,
  'import.submission-day': () => 'Det framgår inte vilken dag svaret gavs. Ta med kolumnen today, SubmissionDate eller _submission_time.',
  'import.submission-encrypted': () => 'Svaret är fortfarande krypterat. Exportera det med den privata nyckeln eller lösenfrasen, och läs in det sedan.',
  'import.submission-twice': ({ found, row }) => `Svaret ”${found}” står redan på rad ${row} och säger där något annat. Behåll det senaste.`,
  'import.submission-parent': () => 'Raden hör till ett svar som inte finns i filerna. Ta med tabellen med svaren, ur samma export.',
  'import.submission-parents': ({ found }) => `Raden hör till ${number(found)} svar: de har samma nyckel. Ta en export i taget, och varje svar en gång.`,
  'import.submission-groups': ({ found, rows }) =>
    `Svaret säger ${found} grupper av personer, men ${rows === 0 ? 'ingen rad' : rows === 1 ? 'en rad' : `${number(rows)} rader`} finns. Ta med tabellen persons ur samma export (i Kobo: exportera som XLS eller JSON; dess CSV utelämnar grupper).`,
  'import.submission-choice': ({ found, allowed }) => `”${found}” är inget av svaren. Tillåtna: ${allowed}.`,
  'import.submission-number': ({ found, largest }) => `”${found}” är inget antal. Skriv ett heltal från 0 till ${number(largest)}, eller lämna tomt om det inte är känt.`,
  'import.more-errors': ({ count, all }) =>
    `${count === 1 ? 'Ett fel' : `${number(count)} fel`} till visas inte (${number(all)} sammanlagt). Rätta de här först och importera igen.`,
  'import.more-warnings': ({ count, all }) =>
    `${count === 1 ? 'En varning' : `${number(count)} varningar`} till visas inte (${number(all)} sammanlagt). Gå igenom de här först.`,
}

export const nothingImportedSv = 'Inget har importerats.'
