// What the core group is told on every page while somebody waits to read many texts.
import { ownWords } from '../messages/own-words.ts'

const sv = {
  title: 'Någon vill läsa många förseglade texter.',
  text: 'Utan svar kan det börja ett dygn efter att det begärdes. Du kan säga nej.',
  see: 'Se vem det är, och svara',
}

const en: typeof sv = {
  title: 'Somebody wants to read many sealed texts.',
  text: 'Without an answer it can begin a day after it was asked for. You can say no.',
  see: 'See who it is, and answer',
}

export const useAskedNoteWords = ownWords({ sv, en })
