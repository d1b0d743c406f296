// Inbjudan på svenska, och den form som engelskan ska ha.
import type { Role } from '../../../../../server/src/api/member-types.ts'

export type JoinStep = 'about' | 'you' | 'sign-in' | 'passphrase' | 'ask-back' | 'sheet' | 'words' | 'done'

export const sv = {
  title: 'Inbjudan',
  stepOf: (step: number, all: number) => `Steg ${step} av ${all}`,
  step: {
    about: 'Vad det gäller', you: 'Du', 'sign-in': 'Logga in framöver', passphrase: 'Din lösenfras', 'ask-back': 'Lösenfrasen igen', sheet: 'Ditt eget blad', words: 'Åtta ord', done: 'Klart',
  } satisfies Record<JoinStep, string>,
  next: 'Fortsätt',
  back: 'Tillbaka',

  invited: (network: string) => `Du är inbjuden till ${network}`,
  about: 'Nätverket samlar iakttagelser som kan tyda på människohandel eller prostitution, så att någon kan hjälpa, och så att orten vet hur det ser ut. Här skrivs inga namn, telefonnummer eller bilder på någon.',
  yourRole: (role: string, organisation: string | null) => (organisation === null ? `Du blir ${role}.` : `Du blir ${role} för ${organisation}.`),
  role: { reporter: 'rapportör', 'core-member': 'med i kärngruppen', coordinator: 'samordnare', reader: 'läsare', operator: 'drift', device: 'enhet' } satisfies Record<Role, string>,
  may: 'Det här får du göra',
  mayDo: {
    reporter: ['Rapportera vad du har sett, också utan att veta allt.', 'Se hur det går för din organisations incidenter, och svara på frågor.'],
    'core-member': ['Rapportera, också för någon annans räkning.', 'Läsa incidenter, statistik och texter från din egen organisation.'],
    coordinator: ['Läsa alla incidenter och texter, fråga och ge besked.', 'Bjuda in, ta bort och ge ut årsrapporten.'],
    reader: ['Läsa skyddade utgåvor.'],
    operator: ['Sköta servern. Du ser inget av registret.'],
    device: [],
  } satisfies Record<Role, readonly string[]>,
  whoSees: 'Vem ser vad',
  sees: {
    organisation: 'Alla som får läsa en incident ser vilken organisation som rapporterade.',
    person: 'Bara samordnaren ser att det var du.',
    reason: 'Det som skrivs fritt förseglas i webbläsaren. Den som sköter servern kan inte läsa det.',
    coded: 'Svar som kryssas i ligger öppet för räkning, och driften kan se dem.',
    authority: 'En myndighet kan vara skyldig att lämna ut uppgifter.',
  },
  danger: 'Vid fara: ring 112. Det här läser ingen genast.',
  numbers: 'Nätverkets egna nummer',
  needs: (minutes: string) => `Det tar ungefär ${minutes} minuter. Ha mobilen och papper och penna till hands.`,
  needsShort: 'Det tar ungefär tre minuter. Ha mobilen till hands.',
  accept: 'Jag vill vara med',

  you: 'Namn och e-post ligger i tabellerna för inloggning, skilda från incidenterna. Bara samordnaren ser dem.',
  name: 'Ditt namn',
  email: 'E-post',
  emailHint: 'Du loggar in med den. Meddelanden dit säger bara att något är nytt.',
  password: 'Lösenord',
  passwordHint: 'Minst 12 tecken. Flera ord efter varandra går bra.',
  passwordHintKeys: 'Minst 12 tecken. Det öppnar bara inloggningen. Till de förseglade texterna får du en egen lösenfras.',
  showPassword: 'Visa lösenordet',
  errorsTitle: (count: number) => (count === 1 ? 'En sak behöver rättas' : `${count} saker behöver rättas`),
  error: {
    name: 'Skriv ditt namn.',
    email: 'Skriv en e-postadress, till exempel namn@kommun.se.',
    password: 'Skriv minst 12 och högst 128 tecken.',
  },
  makeLogin: 'Skapa inloggning',

  signIn: 'Nästa gång räcker inte lösenordet: välj vad som läggs till. Du kan välja båda.',
  signInNeed: 'Ordna minst ett av sätten. Annars kommer du inte in nästa gång.',

  making: 'Gör dina nycklar i webbläsaren …',
  keysFailed: 'Nycklarna kunde inte göras. Inget är sparat.',
  again: 'Försök igen',

  sheet: 'Glöms lösenfrasen bort öppnar ett eget blad dina nycklar. Skriv ut det nu, eller låt bli: en samordnare kan alltid ta in dig på nytt, men då med nya nycklar.',
  sheetPrint: 'Gör ett eget blad',
  sheetPrintAgain: 'Skriv ut',
  sheetMade: 'Bladet är gjort. Det visas bara nu. Förvara det som lösenfrasen, men inte på samma ställe.',
  sheetLater: 'Hoppa över',
  sheetPaper: 'Eget blad till Lykta',
  sheetPaperText: 'Öppnar dina nycklar tillsammans med din inloggning. Förvara det inlåst, och skriv inte på det vems det är.',

  words: 'Läs upp de här åtta orden för samordnaren, helst på telefon eller öga mot öga. Samordnaren har samma ord på sin skärm om ingen har bytt nycklarna på vägen.',
  wordsHow: ['Ring samordnaren på ett nummer som du hade sedan förut.', 'Läs orden i ordning. Samordnaren läser inte högt.', 'När orden stämmer tar samordnaren in dig, och sidan går vidare av sig själv.'],
  wordsLabel: 'Dina åtta ord',
  wordsLocked: 'Lås upp dina nycklar, så visas orden.',
  unlock: 'Lås upp',
  waiting: 'Väntar på samordnaren …',
  waitingHint: 'Du kan stänga sidan. Orden visas igen när du loggar in.',
  checking: 'Samordnaren har tagit in dig. Prövar att det är dina nycklar …',
  unlockToCheck: 'Samordnaren har tagit in dig. Lås upp, så prövas att det är dina nycklar.',
  otherKeys: 'Något är fel',
  talk: 'Ring samordnaren. Rapportera inget och läs inget förrän det är utrett.',

  done: (network: string) => `Du är med i ${network}`,
  doneReads: 'Dina nycklar står i medlemsloggen, och du kan läsa det som är förseglat till dig.',
  doneWrites: 'Dina nycklar står i medlemsloggen. Det du rapporterar är undertecknat av dig.',
  donePlain: 'Inloggningen är klar.',
  toOverview: 'Till översikten',
  toReport: 'Rapportera',
  toOwn: 'Våra incidenter',
  toEditions: 'Till utgåvorna',
  toStart: 'Till startsidan',

  badTitle: 'Länken går inte att läsa',
  bad: 'Öppna hela länken ur inbjudan, eller läs QR-koden igen.',
  endedTitle: 'Inbjudan gäller inte',
  ended: 'Den är använd, återkallad eller äldre än sju dagar. Be samordnaren om en ny. Har du redan använt den: logga in.',
  device: 'Koden är för en organisations enhet. Öppna den på den telefon eller dator som ska rapportera.',
  signedIn: 'Någon är redan inloggad i den här webbläsaren. Logga ut först, och öppna länken igen.',
  toSignIn: 'Logga in',
  nothing: 'Det finns ingen inbjudan att svara på här.',
}

export type JoinWords = typeof sv
