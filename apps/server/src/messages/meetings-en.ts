// English words for what can be wrong with meetings, yearly answers and effort.
type Values = Readonly<Record<string, string | number>>

export const meetingsEn = {
  'meeting.cancelled': () => 'The meeting is cancelled, so nothing is added to it. Change the meeting first if it takes place after all. Nothing has been saved.',
  'meeting.organisation': () => 'One of the organisations does not belong to the network. Choose among its members. Nothing has been saved.',
  'meeting.attendance': () => 'The same organisation stands twice among those who took part. Strike one out. Nothing has been saved.',
  'meeting.text-missing': () => 'The text is missing. Write what it is about and save again. Nothing has been saved.',
  'meeting.line-needed': ({ line = '' }: Values) => `Item ${line} of the agenda has decisions or actions under it, so it cannot be taken away. It can be moved, and its name can be changed if some of it stays. Nothing has been saved.`,
  'yearly.outside': () => 'That year cannot be answered for: it has not been yet, lies before collection or before the organisation joined. Choose another year. Nothing has been saved.',
  'effort.outside': () => 'That month cannot be entered for the organisation: it has not been yet, lies before collection or outside its membership. Choose another month. Nothing has been saved.',
  'effort.people': () => 'People trained belong to trainings. Leave the field empty for outreach passes. Nothing has been saved.',
  'work.meeting-unknown': () => 'No meeting has that id. It stands on the meeting’s page.',
  'work.no-meeting-texts': () => 'The meeting has no texts.',
}
