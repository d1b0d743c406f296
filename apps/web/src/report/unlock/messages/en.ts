// Opening one's keys before a text is sent, in English.
import type { UnlockWords } from './sv.ts'

export const en: UnlockWords = {
  send: {
    title: 'Unlock to sign the text',
    text: 'What you have written in your own words is encrypted and signed with your key. Unlock it, and the report is sent.',
    unlock: 'Unlock and send',
  },
  draft: {
    title: 'Unlock to keep a draft',
    text: 'The draft is sealed to your own key. What waits on this device is opened at the same time.',
    unlock: 'Unlock',
  },
  passphrase: 'Passphrase (six words)',
  passkey: 'Unlock with a passkey',
  busy: 'Unlocking …',
  wrong: 'That does not open the keys. Check the words and try again.',
  failed: 'It could not be unlocked. Check the connection and try again.',
}
