// Swedish words for what stops a situation report.
type Values = Readonly<Record<string, string | number>>

const circles: Readonly<Record<string, string>> = { core: 'Kärngruppens möte', network: 'Stora nätverkets möte' }

export const situationsSv = {
  'situation.no-meeting': () => 'Mötet finns inte längre. Inget har gjorts. Gå tillbaka till Möten och välj på nytt.',
  'situation.outdated': () => 'Något har publicerats sedan rapporten gjordes, och den är inte prövad mot det. Inget har släppts. Gör rapporten på nytt från mötets sida.',
  'situation.was-it-held': ({ circle = '', date = '' }: Values) => `${circles[circle] ?? circle} ${date} står kvar som planerat. Hölls det? Inget har gjorts. Öppna mötet under Möten, välj Ändra möte och säg om det hölls eller ställdes in. Gör sedan rapporten.`,
}
