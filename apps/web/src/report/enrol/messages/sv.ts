// Enrolling a device, in Swedish.
export const sv = {
  title: 'Lägg till den här enheten',
  lead: (organisation: string, network: string) => `${organisation} kan sedan rapportera härifrån till ${network}.`,
  facts: [
    'Från enheten går det att rapportera utan lösenord. Den kan skriva, men inte läsa det som har rapporterats.',
    'Alla som kommer åt enheten kan rapportera i organisationens namn. Lägg inte till en enhet som andra än personalen använder.',
    'Nyckeln som enheten undertecknar med stannar i den här webbläsaren. Rensas webbläsaren behövs en ny kod.',
  ],
  name: 'Vad ska enheten heta?',
  nameHelp: 'Så att samordnaren känner igen den, till exempel Receptionen. Skriv inget personnamn.',
  nameMissing: 'Skriv vad enheten ska heta.',
  enrol: 'Lägg till enheten',
  enrolling: 'Gör en nyckel och skriver in enheten …',
  doneTitle: 'Enheten är tillagd',
  done: 'Samordnaren bekräftar den nu från sin sida.',
  next: [
    'Spara sidan bland bokmärkena eller på hemskärmen. Där heter den Dag.',
    'Du kan fylla i formuläret redan nu. En rapport med fritext väntar förseglad här tills samordnaren har bekräftat enheten.',
    'Efter första besöket öppnas formuläret också utan anslutning.',
  ],
  toForm: 'Till formuläret',
  failed: {
    used: { title: 'Koden gäller inte', text: 'Den är använd, för gammal eller tillbakadragen. Be samordnaren om en ny. Inget har ändrats på enheten.' },
    offline: { title: 'Servern svarar inte', text: 'Servern svarar inte. Kontrollera anslutningen och försök igen. Koden gäller fortfarande.' },
    other: { title: 'Något gick fel', text: 'Något gick fel. Försök igen, eller be samordnaren om en ny kod.' },
    'log-wrong': { title: 'Rapportera inget från den här enheten', text: 'Servern visar en annan medlemslogg än den som koden gäller. Någon kan försöka läsa det som skrivs. Visa det här för samordnaren.' },
  },
}

export type EnrolmentWords = typeof sv
