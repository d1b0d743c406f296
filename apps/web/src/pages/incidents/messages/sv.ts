// Den förseglade texten och frågorna om en incident, på svenska; den form som engelskan ska ha.
import type { MessageEntry, Role } from '../../../../../server/src/api/member-types.ts'

export const sv = {
  sealed: 'Anledningen är förseglad. Den öppnas här i webbläsaren, med dina nycklar.',
  sealedFromYou: 'Anledningen är förseglad, och inte till dig.',
  noted: 'Det noteras i registret att du öppnar den.',
  open: 'Öppna texten',
  opening: 'Öppnar …',
  close: 'Stäng texten',
  title: 'Anledning till misstanken',
  signedBy: (who: string) => `Skriven och undertecknad av ${who}.`,
  notSigned: 'Inte undertecknad.',
  imported: 'Inläst från en fil. Ingen har undertecknat den.',
  madeOnServer: 'Förseglad när nycklarna ännu var gjorda på servern. Den som skötte servern då kan ha läst den.',
  sound: 'Texten hör till den här incidenten, och svaren är desamma som när den skrevs.',
  soundEarlier: (revision: string) => `Texten hör till den här incidenten och skrevs till version ${revision}. Svaren har rättats sedan dess.`,
  wrong: 'Något stämmer inte. Lita inte på texten förrän det är utrett.',
  who: {
    reporter: 'en rapportör', 'core-member': 'någon i kärngruppen', coordinator: 'samordnaren', reader: 'en läsare', operator: 'driften', device: 'en enhet',
  } satisfies Record<Role, string>,
  whoAt: (who: string, organisation: string) => `${who} (${organisation})`,
  questions: 'Frågor till den som rapporterade',
  questionsHint: 'En fråga skickas som en färdig mening, och svaret också. Inget av det är förseglat. Det som rapportören vill berätta kommer som ett tillägg till incidenten.',
  noneAsked: 'Inget är frågat.',
  ask: 'Fråga',
  askWhat: 'Vad vill du veta?',
  send: 'Skicka frågan',
  asked: 'Frågan är skickad.',
  outcome: 'Ge besked',
  outcomeWhat: 'Hur gick det?',
  outcomeHint: 'Beskedet säger inget om någon person. Rapportören ser det under Våra incidenter.',
  sendOutcome: 'Skicka beskedet',
  told: 'Beskedet är skickat.',
  cancel: 'Avbryt',
  from: { question: 'Samordnaren frågade', answer: 'Svar', outcome: 'Besked' } satisfies Record<MessageEntry['kind'], string>,
}

export type SealedReasonWords = typeof sv
