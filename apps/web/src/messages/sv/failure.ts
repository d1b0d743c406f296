// What is said when something did not work, in Swedish.
export const failure = {
  failure: {
    title: 'Sidan kunde inte visas',
    offlineTitle: 'Servern svarar inte',
    offlineText: 'Lykta når inte sin server. Kontrollera att den är igång (npm start) och försök igen.',
    text: 'Något gick fel i programmet. Inget har ändrats. Försök igen, och säg till driften om felet kommer tillbaka.',
    again: 'Försök igen',
    home: 'Till översikten',
    notFoundTitle: 'Sidan finns inte',
    notFoundText: 'Adressen leder ingenstans. Den kan vara felskriven, eller så har sidan flyttat.',
  },
  keyProblems: {
    'keys.locked': () => 'Dina nycklar är låsta. Lås upp och försök igen.',
    'keys.none': ({ way = '' }): string => (way === 'passkey' ? 'Den här inloggningsnyckeln öppnar inte dina nycklar. Använd lösenfrasen.' : 'Du har inga nycklar som öppnas så.'),
    'keys.no-grant': ({ epoch = '' }) => `Du har inte fått nyckeln till nyckelperiod ${epoch}. Be en samordnare att ge dig den.`,
    'keys.founded-unanswered': () => 'Nätverket är grundat, men svaret kom inte fram. Ladda om sidan och logga in med din e-postadress och ditt lösenord.',
    'keys.erased': () => 'Texten är raderad. Den går inte att öppna.',
    'seal.passphrase-wrong': () => 'Lösenfrasen stämmer inte. Kontrollera stavningen och ordningen på de sex orden.',
    'seal.work-factor-refused': () => 'Filen med dina nycklar är skyddad på ett annat sätt än den ska. Öppna den inte. Säg till driften.',
    'seal.identity-file-damaged': () => 'Filen med nyckeln är skadad. Hämta den ur en säkerhetskopia.',
    'seal.key-of-other-epoch': () => 'Textens nyckel hör till en annan nyckelperiod än registret anger.',
    'seal.key-damaged': () => 'Textens nyckel är skadad. Hämta den ur en säkerhetskopia.',
    'seal.body-of-other-key': () => 'Texten öppnas inte med sin nyckel. Någon har bytt ut en av dem.',
    'seal.body-damaged': () => 'Texten är skadad. Hämta den ur en säkerhetskopia.',
    'seal.text-malformed': () => 'Texten har en form som programmet inte känner.',
    'seal.version-unknown': () => 'Det är gjort med en nyare version av programmet. Uppgradera.',
  },
}
