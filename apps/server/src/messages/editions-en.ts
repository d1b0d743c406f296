// English words for what stops a draft of an edition from being made or agreed to.
import type { editionsSv } from './editions-sv.ts'

export const editionsEn: typeof editionsSv = {
  'editions.not-there': () => 'There is no such edition, or it is of another year or for other readers. Nothing has been saved. Go back to the list and choose again.',
  'editions.figures-differ': ({ year = '' }) => `The figures for ${year} would not be those of the edition that is to be replaced: the program counts or protects in another way by now. Nothing has been saved. An edition that changes words alone must keep the figures.`,
  'editions.other-digest': () => 'The draft is not the one that stood on the page. Nothing has been changed. Read the page again before you answer.',
  'editions.outdated': ({ year = '' }) => `Another edition or publication has come between, and this draft was not tried with it. Nothing has been changed. Make the draft of ${year} again.`,
  'editions.not-now': () => 'That cannot be done now: somebody else has answered first, the wait is not over, or another person is needed. Nothing has been changed. Read the page again.',
  'editions.release-past': () => 'The day of publication has been. Choose today or later, or at once. Nothing has been changed.',
  'editions.ask-members': () => 'The network has members, and an edition is approved by two of them. Sign in and ask for approval under Editions. Nothing has been approved.',
}
