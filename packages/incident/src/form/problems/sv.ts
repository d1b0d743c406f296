// The form's problems in Swedish.
import type { FormProblemSentences } from './form-problem.ts'

export const formProblemsSv: FormProblemSentences = {
  'form.not-answers': () => 'Svaren går inte att läsa. Skicka ett JSON-objekt med ett svar för varje fråga som har besvarats.',
  'form.question-unknown': () => 'Ett svar hör inte till någon fråga i formuläret. Ta bort det, eller ange rätt formulärversion.',
  'form.own-question-unknown': () => 'Ett svar hör till en egen fråga som nätverket inte har. Ladda formuläret igen och svara på nytt.',
  'form.reason-in-clear': () => 'Fritexten får aldrig skickas i klartext. Kryptera den på enheten och skicka den krypterade texten.',
  'form.not-understood': () => 'Svaret går inte att läsa. Svara på nytt, eller lämna frågan obesvarad.',
  'form.choice': () => 'Svaret är inget av alternativen. Välj ett av dem, eller vet inte.',
  'form.count': ({ largest }) => `Skriv ett heltal från 0 till ${largest.toLocaleString('sv')}, eller lämna tomt om du inte vet.`,
  'form.date': () => 'Datumet går inte att läsa. Ange en dag, en månad eller ett år, eller svara vet inte.',
  'form.day': () => 'Det finns ingen sådan dag. Ange en dag ur kalendern, eller lämna tomt om du inte vet.',
  'form.date-future': ({ today }) => `Datumet ligger i framtiden (i dag är ${today}). Rätta datumet.`,
  'form.date-unlikely': ({ earliest }) => `Datumet är före ${earliest}. Kontrollera årtalet.`,
  'form.days-reversed': () => 'Den första dagen ligger efter den sista. Byt plats på dem.',
  'form.occurred-after-reported': ({ reported }) => `Händelsen ligger efter den dag då den rapporterades (${reported}). Rätta det ena datumet.`,
  'form.text-too-long': ({ length, allowed }) =>
    `Texten är ${length.toLocaleString('sv')} tecken lång. Korta den till högst ${allowed.toLocaleString('sv')}.`,
  'form.text-control-character': () => 'Texten innehåller osynliga styrtecken. Skriv den på nytt för hand, på en rad.',
  'form.text-like-formula': () =>
    'Texten börjar med =, +, - eller @ och skulle läsas som en formel när den öppnas i ett kalkylprogram. Börja den på annat sätt.',
  'form.indicator-unknown': () => 'Ett av tecknen finns inte i nätverkets lista. Ladda formuläret på nytt och kryssa igen.',
  'form.nationality-unknown': () => 'Ett av länderna finns inte. Välj ur listan, eller lämna tomt om du inte vet.',
  'form.organisation-unknown': () => 'Organisationen är inte känd. Välj en ur listan.',
  'form.source-missing': () => 'Det framgår inte vilken organisation uppgiften kommer från. Välj en ur listan.',
  'form.source-not-member': () =>
    'Organisationen var inte med i nätverket från händelsen till rapporten. Rätta datumet eller organisationen, eller ange att källan är utanför nätverket.',
  'form.person-ref-count': () => 'En grupp med personreferens gäller en enda person. Skriv antalet 1, eller ta bort referensen.',
  'form.concern-date-without-report': () => 'Orosanmälan har ett datum, men svaret säger inte att den är gjord. Svara ja, eller ta bort datumet.',
  'form.groups-too-many': ({ allowed }) => `Det är fler än ${allowed} grupper. Slå ihop dem som du vet samma sak om.`,
}
