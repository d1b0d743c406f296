// Opening one's keys before a text is sent, in English.
import type { UnlockWords } from './sv.ts'

export const en: UnlockWords = {
  title: 'Unlock to sign the text',
  text: 'What you have written in your own words is encrypted and signed with your key. Unlock it, and the report is sent.',
  passphrase: 'Passphrase (six words)',
  unlock: 'Unlock and send',
  passkey: 'Unlock with a passkey',
  busy: 'Unlocking …',
  wrong: 'That does not open the keys. Check the words and try again.',
  failed: 'It could not be unlocked. Check the connection and try again.',
}
