// Retention in English: periods, what has fallen due, legal holds and the log.
import type { Words } from './sv.ts'

export const en: Words = {
  title: 'Retention', lead: 'What is no longer needed is taken away, so that nobody can read it again. The statistics of each year are the same afterwards.', back: 'Cases',
  notNamed: 'Legal holds are answered by coordinators and by the core members whom a coordinator has named. You have not been named.',
  what: {
    narrative: 'Reasons for suspicion', note: 'Notes of cases', situation: 'What was said to meetings', person: 'Contacts with persons', coded: 'Coded answers', member: 'Members’ details', reading: 'Log of reading', audit: 'Log of writing', publication: 'Published tables',
  },
  from: { closed: 'from the end of the case, otherwise from the report', meeting: 'from the meeting', occurred: 'from the event', left: 'from when the member left', recorded: 'from when the line was written', published: '' },
  goes: {
    narrative: 'The texts and their keys are taken away. Nobody can read them again.', note: 'The texts and their keys are taken away. Actions and dates of the case stay.', situation: 'The texts and their keys are taken away. The meeting, attendance and actions stay.',
    person: 'Which organisation was in contact, on which day, and on which day concern was reported are taken away.', coded: 'Days become months, except where several reported the same event: there the days decide what it counts as. The area and answers to own questions are taken away.', member: 'Name, e-mail address and sign-in are taken away.',
    reading: 'Who read what is taken away. The day stays.', audit: 'Who did what is taken away. The day stays.', publication: 'Kept.',
  },
  now: 'To weed now', nowNone: 'Nothing has fallen due.', classColumn: 'Kind', dueColumn: 'To weed', heldColumn: 'Held', waitingColumn: 'Waits for the reason', stateColumn: 'State',
  undecided: 'Not decided', noDecision: 'No decision on weeding', ready: 'Can be weeded', choose: 'Choose what to weed', decideFirst: 'Enter the network’s decisions under How long. What is decided on can then be chosen here.', weed: 'Weed …', weedDeed: 'Weed', weedTitle: 'Weed for good?', keep: 'Keep',
  willGo: 'This cannot be undone:', stays: 'What stays:', staysText: 'that the report existed, all that the tables count, published reports, the checksums of the chain, and a line in the log of weeding. Backups of before are to be thrown away within 35 days.',
  onlyThis: 'What is under a legal hold is left.', otherDatabase: 'The database is not the program’s own. Its write-ahead log holds what was weeded until it is written over; whoever runs the server sees to it.',
  uncleared: (what) => `Weeded and gone for readers, but remains may lie in the database’s files: ${what}. They are cleared when the server starts next, with the next weeding, or now.`, clear: 'Clear now',
  working: 'Weeding', started: 'The weeding has begun. It goes on if you leave the page.', done: 'The weeding is done.', list: (count) => `Show what (${count})`, more: (count) => `and ${count} more`,
  dueOn: (day) => `fell due ${day}`, heldUntil: (day) => `legal hold until and including ${day}`, waits: 'its reason goes first', member: 'a member who has left',
  coming: 'The next twelve months', comingLead: 'What falls due, proposals included', comingNone: 'Nothing falls due in the next twelve months.', month: 'Month',
  clocks: 'How long', clocksLead: 'The network decides. What nobody has decided on is the program’s proposal, and is not weeded.', months: (count) => `${count} months`, kept: 'Kept', proposal: 'Proposal', proposed: (count) => `The proposal was ${count} months.`,
  decided: (day, ground, reference) => `Decided ${day}, ${ground}: ${reference}.`, writtenBy: (who) => `Entered by ${who}.`, decide: (what) => `Enter a decision: ${what}`, decideShort: 'Enter a decision', change: 'Change', takeBack: 'Take the decision back', takenBack: 'The decision is removed. Nothing of it is weeded.', takeBackTitle: 'Take the decision back?', takeBackText: 'Months, ground and reference go from here, and nothing of it is weeded. To hold again it has to be entered anew.',
  monthsField: 'Number of months', monthsHint: 'A whole number, 1–1200.', groundField: 'What the decision rests on', grounds: { 'arrangement': 'the parties’ arrangement', 'weeding-plan': 'a party’s records plan', 'archive-decision': 'a decision on weeding' },
  referenceField: 'Where it stands', referenceHint: 'For instance the number and paragraph of the minutes. No names.', dayField: 'Day of the decision',
  save: 'Save the decision', saved: 'The decision is saved.', cancel: 'Cancel', badMonths: 'Write a whole number of months, 1–1200.', missing: 'Fill this in.',
  holds: 'Legal holds', holdsLead: 'Nothing is weeded of an incident, a case or a meeting that is held. Two persons decide, when it is placed and when it is lifted. While the second is asked nothing is weeded, for two weeks at most.',
  alone: 'The network has no members yet. Whoever sits here confirms that two persons have decided.', nobody: 'There is nobody else who can agree right now. A coordinator can name core members under Reading many, who can agree a day later.', holdsNone: 'No legal holds.', stands: 'Stands', over: 'Over', until: (day) => `until and including ${day}`,
  kinds: { incident: 'Incident', case: 'Case', meeting: 'Meeting' }, reasons: { investigation: 'criminal investigation under way', supervision: 'supervision', dispute: 'dispute' },
  requests: 'Waiting for an answer', acts: { place: 'Place a hold', lift: 'Lift a hold' }, askedBy: (who, moment) => `Asked for by ${who} ${moment}.`, stopsUntil: (moment) => `Not weeded before ${moment}.`,
  answers: { agree: 'Agree', refuse: 'Refuse', withdraw: 'Withdraw' }, answered: { agree: (who) => `Agreed to by ${who}.`, refuse: (who) => `Refused by ${who}.`, withdraw: (who) => `Withdrawn by ${who}.` }, said: { agree: 'Agreed.', refuse: 'Refused.', withdraw: 'Withdrawn.' },
  place: 'Ask for a legal hold', kindField: 'What is to be held?', refField: 'Reference', meetingField: 'Meeting', chooseMeeting: 'Choose a meeting', reasonField: 'Reason', untilField: 'Last day', both: 'Two persons have decided on it.', ask: 'Ask for the hold', asked: 'The request is sent. Nothing is weeded while it waits.', askedAlone: 'The hold stands.',
  lift: 'Lift …', liftTitle: 'Ask for the hold to be lifted?', liftText: 'The hold stands until a second person has agreed. Then what has fallen due is weeded.', liftAsked: 'The request is sent. The hold stands until it is agreed to.', needBoth: 'Confirm that two persons have decided.',
  log: 'Log of weeding', logLead: 'What was done, without what it said.', logNone: 'Nothing has been weeded.', logLine: (what, subjects, parts) => `${what}: ${subjects}${parts === null ? '' : ` (${parts} texts or versions)`}`, by: (who, moment) => `${who}, ${moment}`, decision: (text) => `Decision ${text}.`,
}
