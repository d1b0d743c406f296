// Drafts in English.
import type { DraftWords } from './sv.ts'

export const en: DraftWords = {
  title: 'Draft',
  off: 'Unlock your keys, and what you write is kept sealed on this device while you write. Only you can open it, and after twelve hours it is gone.',
  sealed: (count) => (count === 1 ? 'A sealed draft of yours is on this device.' : `${count} sealed drafts of yours are on this device.`),
  sealedHelp: 'Unlock to continue it or to throw it away. It goes by itself after twelve hours.',
  unlock: 'Unlock and keep a draft',
  open: 'Unlock',
  on: 'What you write is kept sealed on this device for twelve hours at the most. Leave, Send and signing out throw it away.',
  saved: (time) => `Draft kept ${time}, sealed.`,
  failed: 'The browser keeps nothing, so what you write is on this page only.',
  offered: (time) => `You have a draft of ${time}.`,
  go: (time) => `Continue the draft of ${time}`,
  throwAway: (time) => `Throw away the draft of ${time}`,
  elsewhere: (ref) => `You have a draft that changes ${ref}.`,
  openFor: (ref) => `Open ${ref} and unlock there`,
  thrown: 'The draft has been thrown away.',
  taken: 'That draft is open in another tab. Go on there, or begin a new one here.',
}
