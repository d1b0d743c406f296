// Why nothing can be reported here, in English.
import type { ClosedWords } from './sv.ts'

export const en: ClosedWords = {
  'signed-out': { title: 'Sign in to report', text: 'This browser is not signed in. A device that is to report without signing in is added with a code from the coordinator.' },
  removed: { title: 'The device has been removed', text: 'It does not belong to the network any more and cannot report. Ask the coordinator for a new code if that is wrong.' },
  keyless: { title: 'The device has lost its key', text: 'The browser has been cleared of what the device signs with. Ask the coordinator for a new code.' },
  'without-right': { title: 'You cannot report here', text: 'Your role in the network reads, and does not report. Ask the coordinator if that is wrong.' },
  'broken-code': { title: 'The code is not whole', text: 'A part of the address is missing. Read the code again, or ask the coordinator to send the whole link.' },
  signIn: 'Sign in',
  forget: 'Remove what is left on the device',
}
