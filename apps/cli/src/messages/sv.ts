// The command line's Swedish words.
export const sv = {
  about: 'Lykta: ett lokalt nätverks incidentregister mot människohandel och prostitution, och statistiken det vågar publicera.',
  usage: (line: string) => `Användning: ${line}`,
  moreHelp: '`lykta KOMMANDO --help` visar vad ett kommando tar.',
  unknownCommand: (name: string) => `Kommandot ”${name}” finns inte.`,
  unknownOption: (name: string) => `Flaggan ${name} finns inte här.`,
  optionValue: (name: string) => `Flaggan ${name} används fel: den tar eller saknar ett värde.`,
  tooFew: (takes: string) => `Något saknas: ${takes}`,
  tooMany: (extra: string) => `Ett argument för mycket: ${extra}`,
  badYear: (option: string) => `${option} ska vara ett årtal med fyra siffror, från 1900 till 2199.`,
  yearsBackwards: 'Första året ska inte komma efter det sista.',
  badPort: 'Porten ska vara ett tal från 0 till 65535.',
  missing: (option: string) => `${option} saknas.`,
  defect: (id: string) => `Något gick fel i programmet (fel ${id}). Se efter vad som står innan du kör om: en del kan vara gjort. LYKTA_DEBUG=1 ger detaljer.`,
  stopped: 'Avbrutet. Det som inte var klart är ogjort.',
  outputLost: (code: string) => `Det som skulle skrivas ut gick inte att skriva (${code}): är disken full? Det som kommandot gjorde står kvar. Skulle en lösenfras visas är den förlorad, och ingen kan läsa anledningar i det nätverket: grunda ett annat i en ny datamapp.`,
  nothingImported: 'Inget har importerats.',
  badDate: (option: string) => `${option} ska vara ett datum, till exempel 2017-11-01.`,
  templateKind: 'Filnamnet ska sluta på .xlsx eller .ods.',
  mappingOrSubmissions: '--mapping gäller kalkylblad; svar ur ODK och Kobo har redan våra kolumner. Ange en av --mapping och --submissions.',
  mappingWritten: (file: string, open: boolean) => `Mappningen är skriven: ${file}. ${open ? 'Gå igenom det ovan, i webbläsaren eller i filen, och läs sedan in' : 'Läs in'} med: lykta import … --mapping ${file}`,
  templateWritten: (file: string) => `Mallen är skriven: ${file}`,
  formKind: 'Filnamnet ska sluta på .xlsx.',
  formWritten: (file: string, { formVersion, version, organisations, ownIndicators, ownQuestions }: Readonly<Record<'formVersion' | 'version', string>> & Readonly<Record<'organisations' | 'ownIndicators' | 'ownQuestions', number>>) =>
    `Formuläret ${formVersion} (version ${version}) är skrivet: ${file}. Organisationer att välja mellan: ${organisations}. Egna tecken: ${ownIndicators}. Egna frågor: ${ownQuestions}.`,
  formWithoutReason: 'Anledningen till misstanken är inte med: den skulle ligga läsbar på en annan server. En rad i formuläret säger var den berättas.',
  guideWritten: (folder: string) => `Guiden är skriven på båda språken: ${folder}`,
  legalWritten: (folder: string) => `Utkasten är skrivna: ${folder}. De ska granskas av jurist innan de används.`,
  founded: (name: string) => `Nätverket ${name} är grundat. Dess lösenfras är:`,
  keepPassphrase: 'Skriv ner orden på papper nu. De visas inte igen, och utan dem kan ingen läsa anledningarna.',
  passphrase: 'Lösenfras (sex ord, syns inte):',
  importedNotSigned: '(importerad, inte signerad)',
  signed: '(signerad)',
  finding: (name: string) => `Varning: texten stämmer inte med raden den hör till (${name}).`,
  badDays: '--days ska vara ett antal dagar från 1 till 999.',
  noEvents: 'Inget har hänt vid dörren under den tiden.',
  textOfMeeting: (kind: 'situation' | 'decision' | 'action', organisation: string | null) => `${{ situation: 'Lägesbild', decision: 'Beslut', action: 'Åtgärd' }[kind]}${organisation === null ? '' : `, ${organisation}`}:`,
  textOf: (revision: number, createdAt: string) => `Version ${revision}, ${moment(createdAt)}:`,
  badRevision: '--revision ska vara en versions nummer, eller all.',
  intoSample: 'Det här är exempelnätverket: allt i det visas som påhittat. Grunda ett eget med `lykta init`.',
  sealing: (done: number, all: number) => `Förseglar anledningar: ${done} av ${all}`,
  imported: (outcome: ImportCounts) => `Importerat: ${counts(outcome)}.`,
  checked: (outcome: ImportCounts) => `Kontrollerat, inget skrivet: ${counts(outcome)}.`,
  absent: (incidents: number) =>
    `${incidents === 1 ? 'En incident i registret finns inte i filerna och är kvar' : `${incidents} incidenter i registret finns inte i filerna och är kvar`} som förut: en import tar inte bort något.`,
  others: (rows: number) => `${rows === 1 ? 'En organisation eller egen indikator är ny eller ändrad' : `${rows} organisationer eller egna indikatorer är nya eller ändrade`}.`,
  reasonsNotCompared: 'Anledningarna till oförändrade rader jämfördes inte. Använd --unlock för att jämföra dem också.',
  starting: 'startar',
  serving: (network: string, sample: boolean) => `${network}${sample ? ' (påhittade uppgifter)' : ''}. Öppna adressen i webbläsaren; Ctrl+C stoppar.`,
  otherPort: (bound: number, own: number) => `Servern lyssnar på port ${bound}, och webbläsare kommer till port ${own}, som adressen har. Ingen når den om inte något skickar port ${own} vidare till ${bound}. Utan --port och PORT tar den ${own}.`,
  servingNothing: 'Det finns inget nätverk här ännu. Ctrl+C stoppar.',
  foundingCode: (address: string, code: string) => `Nätverket har ingen medlem ännu. Grunda det på ${address} med koden ${code}. Den gäller tills någon har använt den, eller servern startas om.`,
  secondFactorsForgotten: (people: number) => `Kodappen för ${people} ${people === 1 ? 'medlem' : 'medlemmar'} kan inte läsas med den här hemligheten (sign-in-secret eller LYKTA_SECRET) och är borttagen. De loggar in med lösenord och lägger till den på nytt, eller med passkey.`,
  databaseLost: 'Databasen försvann. Starta igen; inget som bekräftats är förlorat.',
  sampleMade: (passphrase: string) => `Exempelnätverket Exempelstad är gjort; allt i det är påhittat. Dess lösenfras är offentlig: ${passphrase}`,
  backedUp: (file: string) => `Säkerhetskopian är skriven: ${file} och ${file}.keys. Förvara dem åtskilda.`,
  keepHead: 'Ovan: loggkedjans senaste rad, HASH@POSITION. Anteckna den på papper eller i protokollet; `lykta verify --head` visar sedan om något har skurits bort.',
  restored: (file: string, createdAt: string) => `Återställt från ${file}, gjord ${moment(createdAt)}. Det som skrevs senare finns inte med. Loggkedjans senaste rad (HASH@POSITION):`,
  keysMade: (file: string, createdAt: string) => `Nyckelfilen ${file} är från en annan tid, ${moment(createdAt)}. Då var den senaste raden:`,
  headFound: 'Raden som ni antecknade finns kvar, och allt före den.',
  badHead: '--head ska vara 64 hexadecimala tecken, och om ni vill @ och positionen: HASH@POSITION, som `lykta backup` skriver den.',
  verified: 'Allt stämmer: loggkedjan, revisionerna och allt som räknas fram ur dem.',
  notVerified: (findings: number) => `${findings} ${findings === 1 ? 'sak' : 'saker'} stämmer inte.`,
}

/** UTC, to the minute. */
export const moment = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

export type ImportCounts = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

function counts({ added, changed, unchanged }: ImportCounts): string {
  return `${added} ${added === 1 ? 'ny incident' : 'nya incidenter'}, ${changed} ${changed === 1 ? 'ändrad' : 'ändrade'}, ${unchanged} ${unchanged === 1 ? 'oförändrad' : 'oförändrade'}`
}
