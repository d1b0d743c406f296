// Swedish words for what stops a situation report.
export const situationsSv = {
  'situation.no-meeting': () => 'Mötet finns inte längre. Inget har gjorts. Gå tillbaka till Möten och välj på nytt.',
  'situation.outdated': () => 'Något har publicerats sedan rapporten gjordes, och den är inte prövad mot det. Inget har släppts. Gör rapporten på nytt från mötets sida.',
}
