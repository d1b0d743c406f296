// Why nothing can be reported here, in Swedish.
export const sv = {
  'signed-out': { title: 'Logga in för att rapportera', text: 'Den här webbläsaren är inte inloggad. En enhet som ska rapportera utan inloggning läggs till med en kod från samordnaren.' },
  removed: { title: 'Enheten är borttagen', text: 'Den hör inte längre till nätverket och kan inte rapportera. Fråga samordnaren om en ny kod om det är fel.' },
  keyless: { title: 'Enheten har förlorat sin nyckel', text: 'Webbläsaren har rensats på det som enheten undertecknar med. Be samordnaren om en ny kod.' },
  'without-right': { title: 'Här kan du inte rapportera', text: 'Din roll i nätverket läser, men rapporterar inte. Fråga samordnaren om det är fel.' },
  'broken-code': { title: 'Koden är inte hel', text: 'En del av adressen saknas. Läs koden igen, eller be samordnaren skicka hela länken.' },
  signIn: 'Logga in',
  forget: 'Ta bort det som är kvar på enheten',
}

export type ClosedWords = typeof sv
