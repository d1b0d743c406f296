// Swedish words for what stops a draft of an edition from being made or agreed to.
type Values = Readonly<Record<string, string | number>>

export const editionsSv = {
  'editions.not-there': () => 'Den utgåvan finns inte, eller gäller ett annat år eller andra läsare. Inget har sparats. Gå tillbaka till listan och välj på nytt.',
  'editions.figures-differ': ({ year = '' }: Values) => `Siffrorna för ${year} skulle inte bli desamma som i utgåvan som ska ersättas: programmets sätt att räkna eller skydda har ändrats. Inget har sparats. En utgåva som bara ändrar ord måste ha kvar siffrorna.`,
  'editions.other-digest': () => 'Utkastet är inte det som stod på sidan. Inget har ändrats. Läs sidan på nytt innan du svarar.',
  'editions.outdated': ({ year = '' }: Values) => `En annan utgåva eller publicering har kommit emellan, och det här utkastet är inte prövat mot den. Inget har ändrats. Gör utkastet för ${year} på nytt.`,
  'editions.not-now': () => 'Det går inte nu: någon annan har hunnit svara, väntetiden är inte slut, eller så behövs en person till. Inget har ändrats. Läs sidan på nytt.',
  'editions.release-past': () => 'Dagen för publicering har redan varit. Välj i dag eller senare, eller genast. Inget har ändrats.',
  'editions.ask-members': () => 'Nätverket har medlemmar, och en utgåva godkänns av två av dem. Logga in och be om godkännande under Utgåvor. Inget har godkänts.',
}
