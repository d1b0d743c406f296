// Swedish words for what stops a draft of an edition from being made or agreed to.
type Values = Readonly<Record<string, string | number>>

const approvers: Readonly<Record<string, string>> = { self: 'dig', coordinator: 'en samordnare', 'core-member': 'någon i kärngruppen', program: 'den som sköter datorn' }

export const editionsSv = {
  'editions.not-there': () => 'Den utgåvan finns inte, eller gäller ett annat år eller andra läsare. Inget har sparats. Gå tillbaka till listan och välj på nytt.',
  'editions.figures-differ': ({ year = '' }: Values) => `Siffrorna för ${year} skulle inte bli desamma som i utgåvan som ska ersättas: programmets sätt att räkna eller skydda har ändrats. Inget har sparats. En utgåva som bara ändrar ord måste ha kvar siffrorna.`,
  'editions.other-digest': () => 'Utkastet är inte det som stod på sidan. Inget har ändrats. Läs sidan på nytt innan du svarar.',
  'editions.nothing-changed': ({ year = '' }: Values) => `Inget som räknas under ${year} har kommit in, rättats eller dragits tillbaka sedan året trycktes. Inget har sparats. Välj att bara rätta texten om det är den som ska ändras.`,
  'editions.revision-refused': ({ year = '' }: Values) => `Siffrorna för ${year} kan inte räknas om nu: för lite har ändrats. Den som har den tidigare utgåvan skulle se skillnaden, och den skulle berätta om enskilda incidenter, hur mycket som än döljs. Inget har sparats. Vänta tills mer har kommit in: minst fem incidenter från minst tre organisationer. Till dess står året som det trycktes.`,
  'editions.beside-refused': ({ year = '' }: Values) => `En utgåva för ${year} kan inte göras nu. Tillsammans med det som trycktes före och efter att ett år räknades om skulle den berätta om enskilda incidenter, hur mycket som än döljs. Inget har sparats. Låt året vänta, och berätta om det tillsammans med nästa.`,
  'editions.printed': ({ year = '' }: Values) => `Årsrapporten ${year} är redan godkänd för de här läsarna. Inget har sparats. För att rätta den eller räkna om den: öppna den godkända utgåvan under Utgåvor i webbläsaren och gör en ny som ersätter den och säger vad som har ändrats.`,
  'editions.replaced': ({ year = '' }: Values) => `Den här utgåvan för ${year} har ersatts av en nyare. Inget har sparats. Öppna den nyaste och räkna om den.`,
  'editions.changed-number': ({ found = '' }: Values) => `Vad som har ändrats skrivs utan tal, i siffror eller i ord: ”${found}”. Utgåvan räknar själv upp de uppgifter som har ändrats. Inget har sparats. Skriv utan tal och försök igen.`,
  'editions.outdated': ({ year = '' }: Values) => `En annan utgåva eller publicering har kommit emellan, och det här utkastet är inte prövat mot den. Inget har ändrats. Gör utkastet för ${year} på nytt.`,
  'editions.not-now': () => 'Det går inte nu: någon annan har hunnit svara, väntetiden är inte slut, eller så behövs en person till. Inget har ändrats. Läs sidan på nytt.',
  'editions.asked-about': () => 'Någon är redan tillfrågad om utkastet, så det kan inte slängas. Inget har ändrats. Ta tillbaka frågan i stället.',
  'editions.already-approved': ({ year = '', who = '', organisation = '', at = '' }: Values) => `Årsrapporten ${year} är redan godkänd, ${at} av ${approvers[who] ?? 'en medlem'}${organisation === '' ? '' : `, ${organisation}`}. Inget har ändrats.`,
  'editions.release-past': () => 'Dagen för publicering har redan varit. Välj i dag eller senare, eller genast. Inget har ändrats.',
  'editions.ask-members': () => 'Nätverket har medlemmar, och en utgåva godkänns av två av dem. Logga in och be om godkännande under Utgåvor. Inget har godkänts.',
}
