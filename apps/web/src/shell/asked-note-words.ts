// What the core group is told on every page while somebody waits to read many texts, or did not wait.
import { ownWords } from '../messages/own-words.ts'

export const askedSv = {
  title: 'Någon vill läsa många förseglade texter.',
  text: 'Utan svar kan det börja ett dygn efter att det begärdes. Du kan säga nej.',
  see: 'Se vem det är, och svara',
  glassTitle: 'Någon har öppnat utan att vänta, med fara som skäl.',
  glassText: 'En annan person ska granska det när det är över.',
  glassSee: 'Se vem och varför',
}

const en: typeof askedSv = {
  title: 'Somebody wants to read many sealed texts.',
  text: 'Without an answer it can begin a day after it was asked for. You can say no.',
  see: 'See who it is, and answer',
  glassTitle: 'Somebody has opened without waiting, on the ground of danger.',
  glassText: 'Another person is to review it when it is over.',
  glassSee: 'See who, and why',
}

export const useAskedNoteWords = ownWords({ sv: askedSv, en })
