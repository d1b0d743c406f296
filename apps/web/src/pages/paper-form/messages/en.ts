// The form on paper, in English.
import type { sv } from './sv.ts'

export const en: typeof sv = {
  title: 'Form on paper',
  lead: 'For somebody who tells and cannot fill in the form herself. The same questions as on the reporting page, with the network’s own signs and questions as they are today.',
  afterwards: 'When it is filled in: enter it under Report, as somebody else’s account that came on paper, and then destroy the paper. A paper that is filled in can be read by anybody who gets hold of it.',
  print: 'Print',
  formTitle: 'Incident report on paper',
  edition: (form, day) => `Form ${form}, printed ${day}`,
  office: 'Filled in by whoever enters it',
  reference: 'Reference',
  entered: 'Entered on',
  danger: 'Is there danger now? Call 112. Nobody reads the paper at once.',
  numbers: 'The network’s own numbers:',
  rules: 'Confront nobody. Do not investigate on your own. Do not take photographs.',
  care: 'Write no names, personal identity numbers, telephone numbers, registration plates, addresses or room numbers. Hand the paper to the coordinator in person, do not send it. It is destroyed when it has been entered.',
  unknownIsFine: 'Everything may be left empty. Nothing has to be guessed. Tick the box or write on the line.',
  when: (question, answers) => `If “${question}” is ${answers}`,
  or: ' or ',
  year: 'year',
  month: 'month',
  day: 'day',
  asFarAs: 'Fill in as much as is known: only the year, year and month, or the whole day.',
  several: 'Several may be ticked.',
  group: (number) => `Group ${number}`,
  moreGroups: 'If there are more than three groups, go on on another sheet.',
  reasonOnPaper: 'What is written here is encrypted only when it is entered. On the paper anybody can read it.',
}
