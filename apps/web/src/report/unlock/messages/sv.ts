// Opening one's keys before a text is sent, in Swedish.
export const sv = {
  send: {
    title: 'Lås upp för att skriva under texten',
    text: 'Det du har skrivit med egna ord krypteras och skrivs under med din nyckel. Lås upp den, så skickas rapporten.',
    unlock: 'Lås upp och skicka',
  },
  draft: {
    title: 'Lås upp för att spara utkast',
    text: 'Utkastet förseglas till din egen nyckel. Det som väntar på den här enheten öppnas på samma gång.',
    unlock: 'Lås upp',
  },
  passphrase: 'Lösenfras (sex ord)',
  passkey: 'Lås upp med inloggningsnyckel',
  busy: 'Låser upp …',
  wrong: 'Det öppnar inte nycklarna. Kontrollera orden och försök igen.',
  failed: 'Det gick inte att låsa upp. Kontrollera anslutningen och försök igen.',
}

export type UnlockWords = typeof sv
