// What has been sent from a device, in Swedish; states, questions and answers are worded as on the desk (pages/own).
export const sv = {
  title: 'Skickat härifrån',
  lead: 'Det som har rapporterats från den här enheten, och hur det gick. Svaren och det som skrevs visas inte här.',
  empty: 'Inget har skickats från den här enheten ännu.',
  failed: 'Servern svarade inte. Inget har ändrats. Kontrollera anslutningen och försök igen.',
  answered: 'Svaret är skickat.',
  more: 'Jag vill berätta mer',
  withdrawn: 'Rapporten är tillbakadragen.',
  withdrawHere: 'Samordnaren får veta det. Rapporten räknas inte längre, men står kvar med sitt nummer.',
}

export type OwnReportWords = typeof sv
