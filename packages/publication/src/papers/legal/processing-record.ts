// Record of processing activities (GDPR art. 30).
import type { Block } from '../../document/document.ts'
import { chapters, list, paragraph, terms } from '../blocks.ts'
import { blank, type LegalFacts } from './legal-facts.ts'
import { contactSv, controllerSv, operatorSv } from './parties-sv.ts'
import { retentionSv, untilSv } from './retention-sv.ts'

export function processingRecord(facts: LegalFacts): readonly Block[] {
  const { clocks, network, organisations, members, signs, ownQuestions, formVersion, secondPersons } = facts
  const controller = controllerSv(facts)
  const joint = organisations.map(({ name }) => name).filter((name) => name !== controller)
  return chapters('register', [
    ['Ansvarig och kontakt', terms([
      ['Personuppgiftsansvarig', controller],
      ['Kontakt', contactSv(facts)],
      ['Gemensamt ansvariga', `${joint.length === 0 ? '' : `prövas för ${joint.join(', ')}; `}se överenskommelsen om gemensamt personuppgiftsansvar`],
      ['Dataskyddsombud', blank],
      ['Den som driver servern', `${operatorSv(facts)}. Är det någon annan än en ansvarig är den personuppgiftsbiträde, och ett avtal behövs (artikel 28).`],
    ])],
    ['Ändamål', list([
      'Följa upp misstänkt människohandel och annat utnyttjande, så att den som kan vara utsatt får stöd och inget ärende glöms.',
      'Dela en gemensam lägesbild inom nätverket, i den omfattning var och en får ta del av den.',
      'Föra och publicera statistik som inte pekar ut någon.',
    ])],
    ['Kategorier av registrerade', list(['Personer som kan vara utsatta (utan namn eller andra identitetsuppgifter).', 'Möjliga förövare, som antal och roll (utan namn eller andra identitetsuppgifter).', 'Medlemmar i nätverket som använder systemet.'])],
    ['Kategorier av uppgifter', list([
      `Kodade svar enligt formulär ${formVersion}: tid, slags plats och område, misstänkt form av utnyttjande, iakttagna tecken (${signs.shipped} i katalogen${signs.own === 0 ? '' : `, ${signs.own} egna`}), antal personer med kön, åldersgrupp och nationalitet när det är känt, om polis och stöd kontaktades${ownQuestions === 0 ? '' : `, och ${ownQuestions} egna frågor`}.`,
      'Fritext: anledningen till misstanken, anteckningar i ärenden och organisationernas lägesbeskrivningar. Krypteras på enheten där den skrivs.',
      'Om medlemmar: namn, e-postadress, roll, organisation, inloggningar och vad som har lästs och skrivits.',
      'Kön och ålder tillsammans med en misstänkt form av utnyttjande kan röra sexualliv (artikel 9), och en misstanke kan vara uppgift om lagöverträdelse (artikel 10). Registret har därför inga fält för namn, nummer, bilder eller etniskt ursprung.',
    ])],
    ['Rättslig grund', paragraph(`Prövas för varje part: ${blank}. En myndighet stöder sig i regel på sin uppgift av allmänt intresse (artikel 6.1 e) och för känsliga uppgifter på 3 kap. dataskyddslagen (2018:218); en förening eller ett företag behöver en egen grund, och får inte behandla uppgifter om lagöverträdelser om en person går att identifiera.`)],
    ['Mottagare', list([
      `Inom nätverket: ${members.coordinator} samordnare och ${members.coreMember} i kärngruppen läser det de har behörighet till; ${members.reporter} rapportörer och ${members.device} enheter skriver; ${members.reader} läsare ser bara skyddad statistik.`,
      'Polis och socialtjänst när en bestämmelse tillåter eller kräver det; varje sådant utlämnande antecknas med grund.',
      'Allmänheten: bara tabeller som har klarat röjandekontrollen.',
      'Ingen överföring till land utanför EU/EES görs av programmet. Var servern står: ' + blank,
    ])],
    ['Tidsfrister för radering', terms(clocks.map((one) => [retentionSv[one.id].what, untilSv(one)] as const))],
    ['Säkerhet', list([
      'Fritext krypteras i webbläsaren till nätverkets nyckel; den som driver servern kan inte läsa den.',
      'Inloggning med passkey eller lösenord och engångskod; bara efter inbjudan. Behörighet efter roll, prövad i servern och i databasen.',
      'Läsning och skrivning loggas i en kedja där ändringar märks.',
      `Fler än tjugo förseglade texter på tio minuter läses bara när någon annan har gått med på det (samordnare${secondPersons === 0 ? '; ingen i kärngruppen är utsedd' : ` och ${secondPersons} utsedda i kärngruppen`}), eller efter ett dygns väntan. Är någon i fara kan det öppnas genast, med angivet skäl i högst en timme; en annan person granskar det efteråt.`,
      'Säkerhetskopior har texter och nycklar i olika filer; kopior av nycklar sparas högst 35 dagar.',
      `Nätverkets insamling började ${network.collectionStart}.`,
    ])],
  ])
}
