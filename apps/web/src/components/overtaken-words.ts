// What is said over a form when somebody else has saved the same thing since it was opened.
import { ownWords } from '../messages/own-words.ts'

export const overtakenSv = {
  text: 'Någon annan har ändrat det här sedan du öppnade det. Det du har skrivit står kvar men går inte att spara, för då skulle den andras ändring försvinna. Läs in på nytt och gör din ändring igen.',
  again: 'Läs in på nytt',
  title: 'Ska det du har skrivit bort?',
  ask: 'Fälten fylls med det som är sparat nu. Det du har skrivit här försvinner. Skriv av det först om du vill ha kvar det.',
  back: 'Tillbaka',
}

const en: typeof overtakenSv = {
  text: 'Somebody else has changed this since you opened it. What you have written is still here but cannot be saved, for the other’s change would be lost. Load it anew and make your change again.',
  again: 'Load anew',
  title: 'Is what you have written to go?',
  ask: 'The fields are filled with what is saved now. What you have written here goes. Copy it first if you want to keep it.',
  back: 'Back',
}

export const useOvertakenWords = ownWords({ sv: overtakenSv, en })
