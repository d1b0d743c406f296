// What lies in an export, for whoever opens it one day without the program: in Swedish and in English.
import type { Network } from '@lykta/incident'
import type { Manifest } from './export-parts.ts'

export type ReadMeFacts = {
  readonly network: Pick<Network, 'name' | 'sample'>
  readonly createdAt: string
  /** Whether everybody's sign-in goes along. */
  readonly everybody: boolean
}

/** By file name. */
export function readMe(kind: Manifest['kind'], facts: ReadMeFacts): readonly (readonly [path: string, text: string])[] {
  const [sv, en] = kind === 'lykta-export' ? [recordSv(facts), recordEn(facts)] : [keysSv(facts), keysEn(facts)]
  return [['LÄSMIG.txt', sv], ['README.txt', en]]
}

const day = ({ createdAt }: ReadMeFacts): string => createdAt.slice(0, 10)

const recordSv = (facts: ReadMeFacts): string => `Export av nätverket ${facts.network.name}, ${day(facts)} (UTC)${facts.network.sample ? '\nAllt i den är påhittat: det är exempelnätverket.' : ''}

Allt som nätverket har i Lykta, så som det stod i ett ögonblick. Kodade svar står i klartext. Det som skrivits fritt är förseglat och
går inte att läsa utan nycklarna, som ligger i en egen del (samma namn med -keys). Förvara delarna åtskilda.

  import/            det som gäller nu som CSV-tabeller: öppna i ett kalkylprogram, eller läs in i ett annat nätverk med "lykta import".
                     Återtagna incidenter är inte med, och inte anledningarna. Hela historien finns i tables/.
  tables/            varje tabell i registret, en rad JSON per rad: revision.jsonl har varje version av varje incident, case_event ärendena,
                     same_link och same_refusal vad som är samma, meeting… mötena, effort insatserna, share och share_step vad som öppnats
                     för vem, audit loggen (text.read: vem som har läst), ledger_entry och edition… utgåvorna, prose texterna,
                     own_indicator egna tecken, network_setting inställningarna, membership_line den signerade medlemsloggen.
  sealed/            förseglade texter som age-filer: anledningar, anteckningar, det som sagts till möten och om personuppgiftsincidenter. Filen heter som sin rad
                     i tables/sealed_body.jsonl (sealed_id), case_note.jsonl (note_id), meeting_text.jsonl och breach_text.jsonl (text_id).
  editions/          utgåvornas filer, efter utkastets id. situations/ lägesrapporternas.
  register.lykta     allt detta en gång till, för program: "lykta restore DENNA-FIL-ELLER-MAPP" i en tom datamapp ger samma nätverk och samma tal.
  manifest.json      vad som är med, var loggkedjan stod, vilka tabeller som är utelämnade och varför, och varje fils hash.
  SHA256SUMS         samma hashar: "sha256sum -c SHA256SUMS".

Format och kolumner beskrivs i docs/export.md, docs/database.md och docs/sealing.md i programmet.

Exporten följer ingen gallring av sig själv: den som förvarar den ansvarar för den, och för att den raderas i tid.
`

const recordEn = (facts: ReadMeFacts): string => `Export of the network ${facts.network.name}, ${day(facts)} (UTC)${facts.network.sample ? '\nAll of it is invented: it is the sample network.' : ''}

Everything that the network has in Lykta, as it stood at one moment. Coded answers stand in clear. What was written freely is sealed and
cannot be read without the keys, which lie in a part of their own (the same name with -keys). Keep the parts apart.

  import/            what stands now as CSV tables: open them in a spreadsheet, or read them into another network with "lykta import".
                     Incidents that were withdrawn are not in them, nor the reasons. The whole history is in tables/.
  tables/            each table of the register, a line of JSON a row: revision.jsonl has every version of every incident, case_event the cases,
                     same_link and same_refusal what is the same, meeting… the meetings, effort the effort, share and share_step what was
                     opened to whom, audit the log (text.read: who has read), ledger_entry and edition… the editions, prose the texts,
                     own_indicator signs of its own, network_setting the settings, membership_line the signed membership log.
  sealed/            sealed texts as age files: reasons, notes, what was said to meetings, and of breaches. A file is named as its row
                     in tables/sealed_body.jsonl (sealed_id), case_note.jsonl (note_id), meeting_text.jsonl and breach_text.jsonl (text_id).
  editions/          the editions' files, by the draft's id. situations/ those of the situation reports.
  register.lykta     all of this once more, for programs: "lykta restore THIS-FILE-OR-FOLDER" in an empty data folder gives the same network and the same figures.
  manifest.json      what is in it, where the audit chain stood, which tables are left out and why, and the hash of each file.
  SHA256SUMS         the same hashes: "sha256sum -c SHA256SUMS".

Formats and columns are described in docs/export.md, docs/database.md and docs/sealing.md of the program.

No erasing reaches an export by itself: whoever keeps it answers for it, and for erasing it in time.
`

const keysSv = (facts: ReadMeFacts): string => `Nycklar till exporten av nätverket ${facts.network.name}, ${day(facts)} (UTC)

Det som öppnar de förseglade texterna, självt låst. Förvara det åtskilt från den andra delen och högst 35 dagar: det som raderas i
registret finns kvar så länge någon har nyckelfilerna.

  keys/reasons.tar, notes.tar, meetings.tar, breaches.tar   varje texts nyckelfil, med textens namn
  keys/grants.tar                             epokernas nycklar, till var och en som får läsa
  keys/members.tar                            ${facts.everybody ? 'medlemmarnas egna nycklar, låsta under deras lösenfraser' : 'de egna nycklarna för den som exporterade, låsta under hennes lösenfras'}
  tables/                                     vilken epok varje nyckelfil hör till, en rad JSON per fil
  people.csv                                  vilka medlemmarna är
  register.lykta.keys                         allt detta en gång till, för "lykta restore"${facts.everybody ? '; med inloggningarna' : '. Utan inloggningar: i en annan installation tar sig samordnaren in med två återställningsblad'}

Så öppnas en text för hand, med age 1.3 eller senare och jq:

    age -d -o member.identity  keys/members/MEMBER-passphrase-….age      (frågar efter de sex orden)
    age -d -i member.identity  keys/grants/epoch-N-MEMBER.age | jq -r .grant.identity > epoch.identity
    age -d -i epoch.identity   keys/reasons/TEXT.age > text.identity
    age -d -i text.identity    sealed/reasons/TEXT.age | jq -r .envelope.body

Packa först upp tar-filerna där de ligger. N är epoch i tables/sealed_key.jsonl i den här delen. Radera filerna efteråt.
`

const keysEn = (facts: ReadMeFacts): string => `Keys to the export of the network ${facts.network.name}, ${day(facts)} (UTC)

What opens the sealed texts, itself locked. Keep it apart from the other part and for 35 days at most: what is erased in the
register is still there as long as somebody has the key files.

  keys/reasons.tar, notes.tar, meetings.tar, breaches.tar   each text's key file, by the text's name
  keys/grants.tar                             the epochs' keys, to everybody who may read
  keys/members.tar                            ${facts.everybody ? 'the members’ own keys, locked under their passphrases' : 'the own keys of whoever exported, locked under her passphrase'}
  tables/                                     which epoch each key file is of, a line of JSON a file
  people.csv                                  who the members are
  register.lykta.keys                         all of this once more, for "lykta restore"${facts.everybody ? '; with the sign-ins' : '. Without sign-ins: in another installation the coordinator comes in with two recovery sheets'}

To open a text by hand, with age 1.3 or later and jq:

    age -d -o member.identity  keys/members/MEMBER-passphrase-….age      (asks for the six words)
    age -d -i member.identity  keys/grants/epoch-N-MEMBER.age | jq -r .grant.identity > epoch.identity
    age -d -i epoch.identity   keys/reasons/TEXT.age > text.identity
    age -d -i text.identity    sealed/reasons/TEXT.age | jq -r .envelope.body

Unpack the tar files where they lie first. N is the epoch in tables/sealed_key.jsonl of this part. Erase the files afterwards.
`
