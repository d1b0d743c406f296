// "Våra incidenter" på svenska, och den form som engelskan ska ha.
import type { AnswerCode, OutcomeCode, OwnIncident, QuestionCode } from '../../../../../server/src/api/member-types.ts'
import type { WithdrawalReason } from '../../../../../server/src/api/types.ts'

export const sv = {
  title: 'Våra incidenter',
  lead: 'Det som ni har rapporterat, det senaste först.',
  leadDevice: 'Det som har rapporterats från den här enheten, det senaste först.',
  report: 'Rapportera något nytt',
  unheard: 'När en samordnare har hört dina åtta ord kan du också lägga till, rätta och dra tillbaka det som ni har rapporterat.',
  waiting: 'Väntar på svar från er',
  all: 'Alla',
  others: 'Övriga',
  emptyTitle: 'Inget rapporterat ännu',
  empty: 'Här syns det som ni rapporterar, hur långt det har kommit, och frågor från samordnaren.',
  reported: (day: string) => `Rapporterad ${day}`,
  ref: 'Referens',
  incident: 'Incident',
  nothingKnown: 'Form och plats okända',
  version: (number: string) => `Version ${number}`,
  state: {
    received: 'Mottagen', question: 'Fråga till er', answered: 'Besvarad', handled: 'Behandlad', withdrawn: 'Tillbakadragen',
  } satisfies Record<OwnIncident['state'] | 'withdrawn', string>,
  stateText: {
    received: 'Samordnaren har fått den.',
    question: 'Samordnaren undrar något. Det går bra att svara att ni inte vet.',
    answered: 'Ert svar har kommit fram.',
    handled: 'Samordnaren är klar med den.',
    withdrawn: 'Den står kvar med sitt nummer, men räknas inte.',
  } satisfies Record<OwnIncident['state'] | 'withdrawn', string>,
  said: { answer: 'Ert svar är skickat.', withdrawn: (ref: string) => `${ref} är tillbakadragen.` },
  messages: 'Frågor och svar',
  from: { question: 'Samordnaren frågar', answer: 'Ni svarade', outcome: 'Besked från samordnaren' },
  question: {
    when: 'När hände det?',
    where: 'Var hände det? Område räcker, ingen adress.',
    'how-many': 'Hur många personer gällde det?',
    signs: 'Vilka tecken såg ni?',
    police: 'Kontaktades polisen?',
    support: 'Fick någon möjligt utsatt person kontakt med stöd?',
    'call-us': 'Kan ni ringa samordnaren?',
  } satisfies Record<QuestionCode, string>,
  answer: {
    // A device cannot change what it has sent: what it adds is a report of its own.
    added: 'Vi har berättat mer, i incidenten eller i en egen rapport som börjar med ”Tillägg till”.',
    'not-known': 'Vi vet inte.',
    'will-call': 'Vi ringer.',
  } satisfies Record<AnswerCode, string>,
  answerButton: {
    added: 'Vi har lagt till det',
    'not-known': 'Vi vet inte',
    'will-call': 'Vi ringer',
  } satisfies Record<AnswerCode, string>,
  answerGroup: 'Svara',
  answerHint: 'Det ni vill berätta skriver ni som ett tillägg till incidenten. Där förseglas det som resten.',
  outcome: {
    handled: 'Behandlad. Tack, fortsätt att rapportera.',
    'passed-on': 'Lämnad vidare till den som kan göra något. Tack, fortsätt att rapportera.',
    'not-followed': 'Den följs inte upp nu, men finns kvar i bilden. Tack, fortsätt att rapportera.',
  } satisfies Record<OutcomeCode, string>,
  change: 'Lägg till eller rätta',
  withdraw: 'Dra tillbaka',
  withdrawTitle: (ref: string) => `Dra tillbaka ${ref}?`,
  withdrawText: 'Incidenten räknas inte längre. Den står kvar med sitt nummer, så att det syns att den fanns.',
  withdrawReason: 'Varför?',
  withdrawReasons: {
    duplicate: 'Den är rapporterad två gånger', mistaken: 'Det visade sig inte vara något', 'not-ours': 'Den gäller inte oss', 'source-asked': 'Den som berättade vill det',
  } satisfies Record<WithdrawalReason, string>,
  back: 'Avbryt',
  quietTitle: 'Inget att rapportera?',
  quietText: 'Det är också ett svar. Då syns det att ni har tittat, och månaden räknas inte som okänd.',
  quiet: (month: string) => `Inget att rapportera i ${month}`,
  quietSaid: (month: string) => `Ni har svarat: inget att rapportera i ${month}.`,
  quietUndo: (month: string) => `Ångra för ${month}`,
  quietReported: (month: string) => `I ${month} har ni rapporterat.`,
}

export type OwnWords = typeof sv
