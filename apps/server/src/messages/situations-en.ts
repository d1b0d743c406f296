// English words for what stops a situation report.
type Values = Readonly<Record<string, string | number>>

const circles: Readonly<Record<string, string>> = { core: 'The core group’s meeting', network: 'The large network’s meeting' }

export const situationsEn = {
  'situation.no-meeting': () => 'The meeting is no longer there. Nothing has been made. Go back to Meetings and choose again.',
  'situation.outdated': () => 'Something was published after the report was made, and it has not been tried with that. Nothing has been let go. Make the report anew from the meeting’s page.',
  'situation.was-it-held': ({ circle = '', date = '' }: Values) => `${circles[circle] ?? circle} on ${date} is still planned. Was it held? Nothing has been made. Open the meeting under Meetings, choose Change meeting and say whether it was held or cancelled. Then make the report.`,
}
