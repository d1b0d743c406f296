// Bringing in a spreadsheet, in Swedish.
import type { About, ColumnId, TableId } from '@lykta/incident'

export type ImportWords = typeof sv

export const sv = {
  title: 'Hämta in ett kalkylblad',
  lead: 'En annan stads kalkylblad har andra rubriker och andra ord. Här säger du vad de betyder, ser hur många rader som går att läsa in, och läser in dem. Filerna läses i den här webbläsaren och skickas inte: anledningarna förseglas här, och bara de kodade raderna går i klartext.',
  back: 'Nätverket',
  choose: 'Välj kalkylblad', chooseHint: 'CSV, XLSX eller ODS; flera på en gång om de hör ihop. Upp till 50 MB var.', again: 'Välj andra filer',
  open: 'Öppna en sparad mappning', openHint: 'JSON, från den här sidan eller från lykta map.',
  reading: (files: string) => `Läser ${files} …`, checking: 'Kontrollerar raderna …', stop: 'Avbryt', failed: 'Det gick inte att läsa filerna i den här webbläsaren. Försök igen, eller dela upp dem.', tooLarge: (file: string) => `${file} är större än 50 MB. Dela upp den.`,
  ownTables: 'Alla blad är redan i vår form. Ingen mappning behövs.',
  emptyTitle: 'Inget valt än', empty: 'Välj filerna ovan. Då visas bladens första rader, ett förslag för varje kolumn och ord, och det som inte går att förstå.',
  leave: 'Mappningen är inte sparad. Lämna sidan ändå?',

  standing: 'Så står det', incidents: (good: string, all: string) => `${good} av ${all} incidenter går att läsa in`, persons: (good: string, all: string) => `${good} av ${all} rader med personer`,
  errors: (count: string) => (count === '0' ? 'Inga fel' : count === '1' ? 'Ett fel' : `${count} fel`), left: (open: string, proposed: string, unsure: string) => `${open} att bestämma, ${proposed} förslag att bekräfta${unsure === '0' ? '' : `, ${unsure} av dem osäkra`}`, nothingLeft: 'Allt är bestämt',
  notYet: 'Raderna kan inte räknas än: något i kolumnerna saknas, se nedan.', undo: 'Ångra', confirmAll: 'Bekräfta de säkra förslagen', undone: 'Ångrat.',
  save: 'Spara mappningen', saved: 'Mappningen är sparad som mapping.json bland dina hämtade filer.', saveOpen: 'Sparar också det som inte är bestämt; det går att fortsätta senare. Inget läses in förrän allt är bestämt.',
  problems: 'Det som hindrar', problemsAbout: 'Rad och kolumn är de i din fil. Ord rättas i mappningen; felskrivet rättas i filen, som sedan väljs igen.', warnings: 'Att se efter',
  handTitle: 'Läs in',
  bringText: 'Först jämförs de kodade raderna med registret; anledningarna stannar här. När du sedan läser in förseglas de i den här webbläsaren, och antingen läses allt in eller inget.', bringSample: 'Det är exempelnätverket du läser in i. Det som läses in här syns bland det påhittade.',
  compare: 'Jämför med registret', compareAgain: 'Jämför igen', comparing: 'Jämför med registret …', bring: 'Läs in', bringLeave: 'Inläsningen är inte klar. Lämna sidan, så läses inget in?',
  bringRefused: 'Inget har lästs in.', overwrite: 'Låt raderna gälla framför det som har ändrats i formuläret', bringStopped: 'Avbrutet. Inget har lästs in.',
  sealing: (done: string, all: string) => `Förseglar anledningarna: ${done} av ${all}`, sealingAll: 'Förseglar anledningarna', storing: 'Skriver allt i registret …',
  counted: ({ added, changed, unchanged }: { readonly added: string; readonly changed: string; readonly unchanged: string }) => `${added === '1' ? 'En ny incident' : `${added} nya incidenter`}, ${changed} ändrade, ${unchanged} oförändrade.`,
  nothingNew: 'Allt står redan så i registret.', others: (count: string) => `Organisationer och egna tecken, nya eller ändrade: ${count}.`, absent: (count: string) => `Incidenter i registret som inte står i filerna: ${count}. De står kvar.`,
  notCompared: 'Anledningar på oförändrade rader har inte jämförts med dem i registret: de är förseglade där. Kommandot nedan jämför dem med --unlock.',
  tooMuch: 'Anledningarna är för många för att läsas in härifrån. Använd kommandot, eller dela upp filen.', brought: 'Allt är inläst.', toIncidents: 'Visa incidenterna',
  byCommand: 'Hellre med ett kommando', handText: 'På datorn där Lykta körs: där förseglas anledningarna innan något skrivs, och antingen läses allt in eller inget. Lägg filerna där (och mapping.json, om du har gjort en mappning) och kör:', handCommand: 'Kommando', copy: 'Kopiera', copied: 'Kopierat.', handCheck: 'Med --check kontrolleras allt mot registret utan att något skrivs. Samma filer en gång till ändrar ingenting.',
  handNot: 'När allt är bestämt och inget fel är kvar går det att läsa in här.',

  sheet: (name: string) => `Bladet ${name}`, sheetAbout: (rows: string) => `${rows} rader`, firstRows: 'De första raderna', firstRowsOf: (name: string) => `De första raderna i ${name}`, skipSheet: 'Hoppa över bladet', takeSheet: 'Ta med bladet', skippedSheet: 'Bladet hoppas över.', notMapped: 'Bladet står inte i mappningen.',
  headerRow: 'Rubrikerna står på rad', skippedRows: 'Rader att hoppa över börjar med', skippedRowsHint: 'Till exempel Summa; flera med kommatecken emellan.',
  groupsAbout: 'Kolumner som räknar kvinnor, män eller barn blir var sin grupp. Nationalitet och stöd på samma rad gäller då varje grupp på raden.',
  column: (name: string) => `Kolumnen ${name}`, becomes: 'Blir', undecided: 'Inte bestämt', skip: 'Hoppas över', proposal: 'Förslag', unsure: 'Osäkert förslag', unsureAbout: 'En gissning som behöver ett öga: rubriken är bara lik, värdena passar dåligt, eller något går att läsa på två sätt. Den bekräftas för sig.', toDecide: 'Att bestämma', right: 'Stämmer', rightOf: (column: string) => `Stämmer: ${column}`, samples: 'Till exempel', filled: (rows: string) => `${rows} ifyllda`,
  words: (all: string, open: string) => (open === '0' ? `${all} olika ord` : `${all} olika ord, ${open} att se efter`), word: 'Deras ord', times: 'Antal', means: 'Betyder', meansOf: (word: string) => `${word} betyder`, own: 'Vårt ord', empty2: 'Lämnas tomt', notDecided: 'Inte bestämt', newOrganisation: 'Ny organisation …',
  dates: 'Datumen skrivs', datesHint: 'D dag, M månad, MMMM månadens namn, YYYY år. Flera sätt med semikolon emellan. 2023-04-03, 2023-04 och 2023 läses alltid.', ambiguous: 'Dag och månad går att läsa på två sätt. Se efter vilket som är rätt.', badFormat: 'Det går inte att läsa ett datum med det. Det behövs ett år (YYYY), och en månad om det är en dag.',
  split: 'Flera värden skiljs med', splits: { '|': 'lodstreck |', ';': 'semikolon ;', ',': 'komma ,', '/': 'snedstreck /', '\n': 'ny rad' },
  about: 'Ungefärliga antal (ca 3)', abouts: { exact: 'räknas som just så många', 'at-least': 'räknas som minst så många', 'at-least-one': 'räknas som minst en' } satisfies Record<About, string>,
  prefix: 'Skriv före varje referens', prefixHint: 'Om flera blad räknar från 1, till exempel 2023-.',

  missing: 'Det här saknas', missingText: 'Det måste komma från en kolumn, eller vara lika på alla rader.', from: 'Tas från', fromColumn: (column: string) => `kolumnen ${column}`, always: (word: string) => `alltid ${word}`, constants: 'Lika på alla rader', remove: 'Ta bort', removeOf: (what: string) => `Ta bort: ${what}`,

  organisations: 'Nya organisationer', organisationsText: 'De läses in tillsammans med raderna.', name: 'Namn', sector: 'Sektor', joined: 'Med i nätverket från', joinedHint: 'Tomt om den aldrig har varit med.', add: 'Lägg till', cancel: 'Avbryt', newFor: (word: string) => `Ny organisation för ”${word}”`, nameMissing: 'Skriv organisationens namn.',

  tables: { organisations: 'Organisationer', incidents: 'Incidenten', persons: 'Personerna', indicators: 'Egna tecken' } satisfies Record<TableId, string>,
  columns: {
    'organisations.code': 'kod', 'organisations.name': 'namn', 'organisations.sector': 'sektor', 'organisations.joined': 'med från', 'organisations.left': 'med till',
    'incidents.ref': 'nummer', 'incidents.occurred': 'när det hände', 'incidents.reported': 'när det rapporterades', 'incidents.reporter': 'vem som rapporterade', 'incidents.placeType': 'slag av plats', 'incidents.area': 'område',
    'incidents.exploitation': 'form av utnyttjande', 'incidents.indicators': 'tecken', 'incidents.reason': 'anledning till misstanken (förseglas)', 'incidents.policeContacted': 'polisen kontaktad', 'incidents.policeReports': 'antal polisanmälningar',
    'incidents.buyers': 'möjliga sexköpare', 'incidents.procurers': 'möjliga kopplare', 'incidents.otherPerpetrators': 'andra möjliga förövare', 'incidents.source': 'källa: medlem eller extern', 'incidents.external': 'källan är utanför nätverket',
    'persons.incident': 'incidentens nummer', 'persons.personRef': 'samma person (namnlös referens)', 'persons.count': 'antal', 'persons.sex': 'kön', 'persons.ageGroup': 'åldersgrupp', 'persons.nationality': 'nationalitet', 'persons.supportContact': 'kontakt med stöd',
    'persons.supportOrganisation': 'stödorganisation', 'persons.contactDate': 'när kontakten skedde', 'persons.offered': 'erbjöds stöd', 'persons.accepted': 'tackade ja till stöd',
    'indicators.id': 'id', 'indicators.category': 'kategori', 'indicators.swedish': 'på svenska', 'indicators.english': 'på engelska', 'indicators.validFrom': 'gäller från', 'indicators.validTo': 'gäller till',
  } satisfies Record<ColumnId, string>,
  countOf: (whom: string) => `antal: ${whom}`,
  lists: { yesNo: { yes: 'ja', no: 'nej' }, source: { member: 'medlem', external: 'extern' } },
}
