// Swedish words for what can be wrong with meetings, yearly answers and effort.
type Values = Readonly<Record<string, string | number>>

export const meetingsSv = {
  'meeting.cancelled': () => 'Mötet är inställt, så inget läggs till det. Ändra mötet först om det ändå blir av. Inget har sparats.',
  'meeting.organisation': () => 'En av organisationerna är inte med i nätverket. Välj bland medlemmarna. Inget har sparats.',
  'meeting.attendance': () => 'Samma organisation står två gånger bland dem som deltog. Stryk den ena. Inget har sparats.',
  'meeting.text-missing': () => 'Texten saknas. Skriv vad det gäller och spara igen. Inget har sparats.',
  'meeting.line-needed': ({ line = '' }: Values) => `Punkt ${line} på dagordningen har beslut eller åtgärder under sig, så den kan inte tas bort. Den kan flyttas, och namnet kan ändras om något av det står kvar. Inget har sparats.`,
  'yearly.outside': () => 'Det året går inte att svara för: det har inte varit än, ligger före insamlingen eller före organisationens medlemskap. Välj ett annat år. Inget har sparats.',
  'effort.outside': () => 'Den månaden går inte att föra in för organisationen: den har inte varit än, ligger före insamlingen eller utanför medlemskapet. Välj en annan månad. Inget har sparats.',
  'effort.people': () => 'Antal utbildade hör till utbildningar. Lämna fältet tomt för uppsökande pass. Inget har sparats.',
  'work.meeting-unknown': () => 'Inget möte har det id:t. Det står på mötets sida.',
  'work.no-meeting-texts': () => 'Mötet har inga texter.',
}
