// The form's problems in English.
import type { FormProblemSentences } from './form-problem.ts'

export const formProblemsEn: FormProblemSentences = {
  'form.not-answers': () => 'The answers cannot be read. Send a JSON object with one answer for each question that was answered.',
  'form.question-unknown': () => 'An answer belongs to no question of the form. Take it away, or name the right form version.',
  'form.own-question-unknown': () => 'An answer belongs to a question of the network’s own that it does not have. Load the form again and answer anew.',
  'form.reason-in-clear': () => 'Free text must never be sent in clear. Encrypt it on the device and send the encrypted text.',
  'form.not-understood': () => 'The answer cannot be read. Answer again, or leave the question open.',
  'form.choice': () => 'The answer is none of the choices. Choose one of them, or don’t know.',
  'form.count': ({ largest }) => `Write a whole number from 0 to ${largest.toLocaleString('en')}, or leave it empty if you do not know.`,
  'form.date': () => 'The date cannot be read. Give a day, a month or a year, or answer don’t know.',
  'form.day': () => 'There is no such day. Give a day of the calendar, or leave it empty if you do not know.',
  'form.date-future': ({ today }) => `The date lies in the future (today is ${today}). Correct it.`,
  'form.date-unlikely': ({ earliest }) => `The date is before ${earliest}. Check the year.`,
  'form.days-reversed': () => 'The first day is after the last. Exchange them.',
  'form.occurred-after-reported': ({ reported }) => `The event is after the day on which it was reported (${reported}). Correct one of the dates.`,
  'form.text-too-long': ({ length, allowed }) =>
    `The text has ${length.toLocaleString('en')} characters. Shorten it to at most ${allowed.toLocaleString('en')}.`,
  'form.text-control-character': () => 'The text holds invisible control characters. Type it again by hand, on one line.',
  'form.text-like-formula': () =>
    'The text begins with =, +, - or @ and would be read as a formula when a spreadsheet program opens it. Begin it in another way.',
  'form.indicator-unknown': () => 'One of the signs is not in the network’s list. Load the form again and tick anew.',
  'form.nationality-unknown': () => 'One of the countries does not exist. Choose from the list, or leave it empty if you do not know.',
  'form.organisation-unknown': () => 'The organisation is not known. Choose one from the list.',
  'form.source-missing': () => 'Nothing says which organisation this comes from. Choose one from the list.',
  'form.source-not-member': () =>
    'The organisation was not in the network from the event to the day it was reported. Correct the date or the organisation, or say that the source is outside the network.',
  'form.person-ref-count': () => 'A group with a person reference is one person. Write the number 1, or take the reference away.',
  'form.concern-date-without-report': () => 'There is a date for the report of concern, but the answer does not say that it was made. Answer yes, or take the date away.',
  'form.groups-too-many': ({ allowed }) => `There are more than ${allowed} groups. Join those about whom you know the same.`,
}
