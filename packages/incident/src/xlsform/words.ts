// What an XLSForm says beside the form's own words, in both languages.
import { largestQuantity } from '../quantity.ts'
import type { Texts } from './xls-form.ts'

/** As ODK and Kobo name languages: the name, and the code in parentheses. */
export const languageNames: Texts = { sv: 'Svenska (sv)', en: 'English (en)' }

export const words = {
  safetyTitle: { sv: 'Först', en: 'First' },
  safety: {
    sv: 'Är det fara just nu? Ring 112. Ingen läser svaren genast. Konfrontera ingen, utred inte på egen hand och fotografera inte.',
    en: 'Is there danger now? Call 112. Nobody reads the answers at once. Confront nobody, do not investigate on your own and do not take photographs.',
  },
  numbers: { sv: 'Nätverkets egna nummer', en: 'The network’s own numbers' },
  clear: {
    sv: 'Svaren går genom den server som ODK eller Kobo använder, och den som driver servern kan läsa dem. Skriv inga namn och inget som pekar ut en person.',
    en: 'The answers pass through the server that ODK or Kobo uses, and whoever runs that server can read them. Write no names, and nothing that points out a person.',
  },
  encrypted: {
    sv: 'Svaren krypteras på enheten innan de skickas. Bara den som har nätverkets privata nyckel kan läsa dem. Skriv ändå inga namn.',
    en: 'The answers are encrypted on the device before they are sent. Only whoever has the network’s private key can read them. Write no names all the same.',
  },
  reasonElsewhere: {
    sv: 'Anledningen till misstanken skrivs inte i det här formuläret, eftersom den skulle ligga läsbar på servern. Berätta den för samordnaren, eller rapportera i Lykta i stället: där krypteras den på enheten.',
    en: 'The reason for the suspicion is not written in this form, since it would lie on the server for others to read. Tell it to the coordinator, or report in Lykta instead: there it is encrypted on the device.',
  },
  last: {
    sv: 'Tack. Svaren kommer till nätverket när samordnaren läser in dem. Är det fara: ring 112.',
    en: 'Thank you. The answers reach the network when the coordinator imports them. If there is danger: call 112.',
  },
  groups: { sv: 'Hur många slags personer vill du berätta om?', en: 'Of how many kinds of person do you want to tell?' },
  groupsHelp: {
    sv: 'En grupp för varje slags person, till exempel kvinnor och barn: då skriver du 2. Lämna tomt om du inte vet något om vem.',
    en: 'A group for each kind of person, for instance women and children: then write 2. Leave it empty if you know nothing of who.',
  },
  about: { sv: 'Är tiden ungefärlig?', en: 'Is the time approximate?' },
  atLeast: { sv: 'Kan det ha varit fler?', en: 'May there have been more?' },
  month: { sv: 'Vilken månad?', en: 'Which month?' },
  year: { sv: 'Vilket år?', en: 'Which year?' },
  day: { sv: 'Vilken dag?', en: 'Which day?' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  outside: { sv: 'utanför nätverket', en: 'outside the network' },
  dateMessage: { sv: 'Välj en dag från 1990 till i dag.', en: 'Choose a day from 1990 to today.' },
  countMessage: { sv: `Skriv ett heltal från 0 till ${largestQuantity.toLocaleString('sv')}. Lämna tomt om du inte vet.`, en: `Write a whole number from 0 to ${largestQuantity.toLocaleString('en-GB')}. Leave it empty if you do not know.` },
  groupsMessage: { sv: 'Skriv ett heltal från 0 till 50.', en: 'Write a whole number from 0 to 50.' },
  textMessage: {
    sv: 'Skriv högst 200 tecken, och börja inte med =, +, - eller @.',
    en: 'Write at most 200 characters, and do not begin with =, +, - or @.',
  },
  unknownMessage: { sv: 'Vet inte står ensamt.', en: 'Don’t know stands alone.' },
  reasonMessage: { sv: 'Skriv högst 20 000 tecken.', en: 'Write at most 20,000 characters.' },
} as const satisfies Readonly<Record<string, Texts>>
