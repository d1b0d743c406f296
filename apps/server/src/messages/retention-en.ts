// English words for what stops a weeding, a decision on how long something is kept, and a legal hold.
type Values = Readonly<Record<string, string | number>>

const classes: Readonly<Record<string, string>> = {
  narrative: 'reasons', note: 'notes of cases', situation: 'what was said to meetings', person: 'contacts with persons', coded: 'coded answers', member: 'members’ details', reading: 'the log of reading', audit: 'the log of writing',
}

export const retentionEn = {
  'retention.undecided': ({ class: of = '' }: Values) => `The network has not decided how long ${classes[of] ?? of} are kept. Nothing has been weeded. Enter the decision under Retention first, or leave them out.`,
  'retention.no-decision': ({ class: of = '' }: Values) => `There is no decision on weeding that covers ${classes[of] ?? of}. Nothing has been weeded. Note the decision first.`,
  'retention.day-to-come': () => 'The day of the decision has not been yet. Nothing has been saved. Give the day on which it was taken.',
  'retention.not-cleared': () => 'Everything has been weeded and cannot be read, but something else read from the database all the time. Remains may lie in its files until the next weeding. Weed again at a quieter time.',
  'retention.clearing-failed': () => 'Everything has been weeded and cannot be read, but the database’s files could not be written anew, perhaps because the disk is full. Remains may lie in them until the next weeding. Make room, and weed again.',
  'register.text-stands': () => 'The answers cannot be made coarser while a sealed reason stands: it is bound to them. Weed the reason first.',
  'hold.no-subject': () => 'There is no such incident, case or meeting here. Nothing has been saved. Check the reference.',
  'hold.none': () => 'There is no legal hold there to lift. Read the page again.',
  'hold.over': () => 'The last day of the hold is already over. Nothing has been saved. Give a later day.',
  'hold.two': () => 'Two persons decide on a legal hold. Nothing has been saved. Confirm that two have decided.',
  'hold.not-now': () => 'That is not possible now: somebody has answered meanwhile, or it is not for you to answer. Nothing has changed. Read the page again.',
}
