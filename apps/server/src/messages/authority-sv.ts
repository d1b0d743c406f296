// Swedish words for what stops a network's authority: the setting, decisions on extracts and weeding; and an entry of the log of breaches.
type Values = Readonly<Record<string, string | number>>

const missing: Readonly<Record<string, string>> = {
  'no-members': 'nätverket har inga medlemmar, och därför inga återställningsblad. Grunda nätverket med medlemmar, skriv ut de tre bladen och prova två av dem',
  untested: 'återställningsbladen har inte provats. Skriv av två av dem under Nycklar',
  old: 'det är mer än tolv månader sedan återställningsbladen provades. Skriv av två av dem under Nycklar',
}
const fields: Readonly<Record<string, string>> = {
  discoveredAt: 'upptäckten ligger i framtiden', beganAt: 'den kan inte ha börjat efter att den upptäcktes', endedAt: 'slutet ligger i framtiden eller före början', kinds: 'välj minst ett slag',
  persons: 'välj minst en grupp som uppgifterna gäller', notifiedAt: 'anmälan till IMY ligger i framtiden eller före upptäckten', delay: 'skäl till dröjsmål ska stå om anmälan kom senare än 72 timmar, annars inte',
  toldAt: 'informationen till de berörda ligger i framtiden eller före upptäckten', untold: 'välj om de berörda har informerats, eller varför inte', closed: 'den kan inte avslutas: det finns en risk, och IMY är inte underrättad',
}

export const authoritySv = {
  'authority.pattern': () => 'Diarienumrets mönster behöver årtalet (ÅÅÅÅ) en gång och löpnumret (en följd av #) en gång, med ett tecken emellan. Annars bara bokstäver, siffror, mellanslag och - / . :',
  'authority.recovery': ({ missing: what = '' }: Values) => `Inställningen har inte ändrats: ${missing[String(what)] ?? missing['untested']}.`,
  'register.no-weeding-decision': () => 'Inget har raderats: en myndighet gallrar bara med stöd av ett gallringsbeslut, och inget som gäller omfattar detta. Anteckna beslutet under Nätverket, Myndighet.',
  'weeding.day': () => 'Beslutet kan inte vara fattat senare än i dag. Rätta datumet.',
  'extract.revised': () => 'Incidenten har ändrats sedan du öppnade den. Inget har sparats. Läs om den och pröva på nytt.',
  'extract.day': () => 'Beslutet kan inte vara fattat senare än i dag. Rätta datumet.',
  'extract.ground-words': () => 'En annan bestämmelse behöver sina egna ord, till exempel "OSL 38 kap. 7 §". Skriv vilken.',
  'extract.ground-names': () => 'Orden om sekretessgrunden ser ut att peka ut någon. De sparas i klartext: skriv bara bestämmelsen.',
  'extract.whole-masked': () => 'Något är maskerat, men beslutet är att lämna ut allt. Välj delvis utlämnande, eller ta bort maskeringen.',
  'extract.partly-whole': () => 'Inget är maskerat, men beslutet är att lämna ut en del. Maskera, eller välj att lämna ut allt.',
  'extract.refused-without-ground': () => 'Ett avslag behöver minst en sekretessgrund, och inga maskeringar.',
  'extract.grounds-beside-masks': () => 'Grunder för avslag hör bara till ett avslag. Varje maskering har sin egen.',
  'extract.passages': () => 'Två maskeringar ligger över varandra, eller en är tom. Gör om dem.',
  'breach.field': ({ field = '' }: Values) => `Det stämmer inte: ${fields[String(field)] ?? 'kontrollera uppgifterna'}. Inget har sparats.`,
}
