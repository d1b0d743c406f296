// Opening one's keys before a text is sent, in Swedish.
export const sv = {
  title: 'Lås upp för att skriva under texten',
  text: 'Det du har skrivit med egna ord krypteras och skrivs under med din nyckel. Lås upp den, så skickas rapporten.',
  passphrase: 'Lösenfras (sex ord)',
  unlock: 'Lås upp och skicka',
  passkey: 'Lås upp med passkey',
  busy: 'Låser upp …',
  wrong: 'Det öppnar inte nycklarna. Kontrollera orden och försök igen.',
  failed: 'Det gick inte att låsa upp. Kontrollera anslutningen och försök igen.',
}

export type UnlockWords = typeof sv
