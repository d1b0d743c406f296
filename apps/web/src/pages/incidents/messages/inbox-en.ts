// What waits, over the list of incidents, in English.
import type { InboxWords } from './inbox-sv.ts'

export const en: InboxWords = {
  title: 'Inbox',
  all: 'All',
  new: 'New',
  answered: 'Answered',
  newHint: 'Nobody has gone on with them yet, the latest to arrive first.',
  answeredHint: 'The reporter has answered a question, and nobody has gone on.',
  same: 'Same event?', bringIn: 'Bring in a spreadsheet',
  logs: 'Logs and searching',
  cases: 'Cases that wait',
  mine: 'Wait for us',
  overdue: 'Overdue',
  silent: 'Silent for long',
  due: (day) => `due ${day}`,
  silentSince: (day) => `silent since ${day}`,
  none: 'None.',
  views: 'Saved views',
  save: 'Save the selection as a view',
  saved: 'The view is saved.',
  remove: (name) => `Remove the view ${name}`,
  removed: 'The view is removed.',
  keys: 'Keys: j and k move in the list, Enter opens, / searches, ? shows help.',
  noneNew: 'Nothing new',
  noneNewText: 'Every incident has been taken care of. New ones come here by themselves.',
}
