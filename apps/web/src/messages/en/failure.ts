// What is said when something did not work, in English.
import type { failure as Swedish } from '../sv/failure.ts'

export const failure: typeof Swedish = {
  failure: {
    title: 'The page could not be shown',
    offlineTitle: 'The server does not answer',
    offlineText: 'Lykta cannot reach its server. Check that it is running (npm start) and try again.',
    text: 'Something went wrong in the program. Nothing was changed. Try again, and tell whoever runs the server if it comes back.',
    again: 'Try again',
    home: 'To the overview',
    notFoundTitle: 'The page does not exist',
    notFoundText: 'The address leads nowhere. It may be mistyped, or the page has moved.',
  },
  keyProblems: {
    'keys.locked': () => 'Your keys are locked. Unlock them and try again.',
    'keys.none': ({ way = '' }): string => (way === 'passkey' ? 'This passkey does not open your keys. Use the passphrase.' : 'You have no keys that open that way.'),
    'keys.needs-session': () => 'There are many key files, or some of what is held, and they are handed out once a second person has agreed. Ask for it under Reading many. The texts can be read meanwhile.',
    'keys.no-grant': ({ epoch = '' }) => `You have not been given the key of key period ${epoch}. Ask a coordinator to give it to you.`,
    'keys.founded-unanswered': () => 'The network has been founded, but its answer got lost. Reload the page and sign in with your e-mail address and password.',
    'recovery.foreign': () => 'The sheets are not those of this network, or have been replaced by newer ones. See that the papers name the same network and day, and that you are at the right address.',
    'recovery.other-log': () => 'The server shows a membership log that does not list these sheets. Type nothing more, and tell whoever runs the server.',
    'recovery.stopped': () => 'The recovery does not stand any more: somebody has stopped it, or it has been used. Nothing has been changed. Begin again, and everybody is told again.',
    'recovery.stored-unanswered': () => 'The recovery is complete, but its answer got lost. Sign in with e-mail address and password, and unlock with the new passphrase.',
    'keys.erased': () => 'The text has been erased. It cannot be opened.',
    'seal.passphrase-wrong': () => 'The passphrase is not right. Check the spelling and the order of the six words.',
    'seal.work-factor-refused': () => 'The file with your keys is protected in another way than it should be. Do not open it. Tell the people who run the server.',
    'seal.identity-file-damaged': () => 'The file with the key is damaged. Restore it from a backup.',
    'seal.key-of-other-epoch': () => 'The text’s key belongs to another key period than the register says.',
    'seal.key-damaged': () => 'The text’s key is damaged. Restore it from a backup.',
    'seal.body-of-other-key': () => 'The text does not open with its key. Somebody has exchanged one of them.',
    'seal.body-damaged': () => 'The text is damaged. Restore it from a backup.',
    'seal.text-malformed': () => 'The text has a form that the program does not know.',
    'seal.version-unknown': () => 'It was made with a newer version of the program. Upgrade.',
  },
}
