// Enrolling a device, in English.
import type { EnrolmentWords } from './sv.ts'

export const en: EnrolmentWords = {
  title: 'Add this device',
  lead: (organisation, network) => `${organisation} can then report from here to ${network}.`,
  facts: [
    'Nobody needs a password to report from the device. It can write, and cannot read what has been reported.',
    'Everybody who can reach the device can report in the organisation’s name. Do not add a device that others than the staff use.',
    'The key that the device signs with stays in this browser. If the browser is cleared, a new code is needed.',
  ],
  name: 'What shall the device be called?',
  nameHelp: 'So that the coordinator knows which it is, for example Front desk. Write no person’s name.',
  nameMissing: 'Write what the device shall be called.',
  enrol: 'Add the device',
  enrolling: 'Making a key and entering the device …',
  doneTitle: 'The device has been added',
  done: 'The coordinator now confirms it from her side.',
  next: [
    'Keep the page among the bookmarks or on the home screen. It is called Day there.',
    'You can fill in the form already. A report with free text waits here, sealed, until the coordinator has confirmed the device.',
    'After the first visit the form opens without a connection too.',
  ],
  toForm: 'To the form',
  failed: {
    used: { title: 'The code does not count', text: 'It has been used, is too old or was withdrawn. Ask the coordinator for a new one. Nothing has changed on the device.' },
    offline: { title: 'The server does not answer', text: 'The server does not answer. Check the connection and try again. The code still counts.' },
    other: { title: 'Something went wrong', text: 'Something went wrong. Try again, or ask the coordinator for a new code.' },
    'log-wrong': { title: 'Report nothing from this device', text: 'The server shows another membership log than the one that the code is for. Somebody may be trying to read what is written. Show this to the coordinator.' },
  },
}
