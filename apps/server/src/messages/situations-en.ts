// English words for what stops a situation report.
export const situationsEn = {
  'situation.no-meeting': () => 'The meeting is no longer there. Nothing has been made. Go back to Meetings and choose again.',
  'situation.outdated': () => 'Something was published after the report was made, and it has not been tried with that. Nothing has been let go. Make the report anew from the meeting’s page.',
}
