// Swedish words for what stops a spreadsheet that comes from the browser.
export const bringingSv = {
  'bringing.reasons-in-clear': () => 'Anledningar kom i klartext, och det tar servern inte emot. Inget har sparats. Ladda sidan på nytt och välj filerna igen.',
  'bringing.epoch-replaced': () => 'Nätverkets nyckel har bytts medan anledningarna förseglades. Inget har lästs in. Jämför med registret igen.',
  'bringing.texts-missing': () => 'Alla förseglade anledningar har inte kommit fram. Inget har lästs in. Försök igen.',
  'bringing.changed-meanwhile': () => 'Någon annan har ändrat något som raderna gäller. Inget har lästs in. Jämför med registret igen.',
  'bringing.too-much': ({ megabytes = '' }: Readonly<Record<string, string | number>>) => `Anledningarna är för många för att läsas in här: tillsammans med det som andra läser in blir det mer än ${megabytes} MB. Inget har lästs in. Använd kommandot i stället, eller dela upp filen.`,
}
