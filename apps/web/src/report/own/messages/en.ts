// What has been sent from a device, in English.
import type { OwnReportWords } from './sv.ts'

export const en: OwnReportWords = {
  title: 'Sent from here',
  lead: 'What has been reported from this device, and how it went. The answers and what was written are not shown here.',
  empty: 'Nothing has been sent from this device yet.',
  failed: 'The server did not answer. Nothing has changed. Check the connection and try again.',
  answered: 'The answer has been sent.',
  more: 'I want to tell more',
  withdrawn: 'The report is withdrawn.',
  withdrawHere: 'The coordinator is told. The report is counted no more, and stays with its number.',
}
