// English words for what stops a draft of an edition from being made or agreed to.
import type { editionsSv } from './editions-sv.ts'

const approvers: Readonly<Record<string, string>> = { self: 'you', coordinator: 'a coordinator', 'core-member': 'somebody in the core group', program: 'whoever runs the computer' }

export const editionsEn: typeof editionsSv = {
  'editions.not-there': () => 'There is no such edition, or it is of another year or for other readers. Nothing has been saved. Go back to the list and choose again.',
  'editions.figures-differ': ({ year = '' }) => `The figures for ${year} would not be those of the edition that is to be replaced: the program counts or protects in another way by now. Nothing has been saved. An edition that changes words alone must keep the figures.`,
  'editions.other-digest': () => 'The draft is not the one that stood on the page. Nothing has been changed. Read the page again before you answer.',
  'editions.nothing-changed': ({ year = '' }) => `Nothing that is counted in ${year} has come in, been corrected or been withdrawn since it was printed. Nothing has been saved. To mend the text, choose to correct the text alone.`,
  'editions.revision-refused': ({ year = '' }) => `The figures for ${year} cannot be revised now: too little has changed. Whoever has the earlier edition would see the difference, and it would tell of single incidents, however much is hidden. Nothing has been saved. Wait until more has come in: at least five incidents from at least three organisations. Until then the year stands as it was printed.`,
  'editions.beside-refused': ({ year = '' }) => `An edition for ${year} cannot be made now. Together with what was printed before and after a year was revised it would tell of single incidents, however much is hidden. Nothing has been saved. Let the year wait, and tell of it together with the next.`,
  'editions.printed': ({ year = '' }) => `The annual report ${year} has been approved for these readers already. Nothing has been saved. To correct it or count it anew, open the approved edition under Editions in the browser and make a new one that replaces it and says what has changed.`,
  'editions.replaced': ({ year = '' }) => `This edition for ${year} has been replaced by a newer one. Nothing has been saved. Open the newest one and revise that.`,
  'editions.changed-number': ({ found = '' }) => `What has changed is written without numbers, in digits or in words: “${found}”. The edition lists the figures that changed by itself. Nothing has been saved. Write it without, and try again.`,
  'editions.outdated': ({ year = '' }) => `Another edition or publication has come between, and this draft was not tried with it. Nothing has been changed. Make the draft of ${year} again.`,
  'editions.not-now': () => 'That cannot be done now: somebody else has answered first, the wait is not over, or another person is needed. Nothing has been changed. Read the page again.',
  'editions.asked-about': () => 'Somebody has been asked about the draft, so it cannot be thrown away. Nothing has been changed. Take the request back instead.',
  'editions.already-approved': ({ year = '', who = '', organisation = '', at = '' }) => `The annual report ${year} has been approved already, on ${at} by ${approvers[who] ?? 'a member'}${organisation === '' ? '' : `, ${organisation}`}. Nothing has been changed.`,
  'editions.release-past': () => 'The day of publication has been. Choose today or later, or at once. Nothing has been changed.',
  'editions.ask-members': () => 'The network has members, and an edition is approved by two of them. Sign in and ask for approval under Editions. Nothing has been approved.',
}
