// What is being written when the keys lock: off the screen, not lost, and given back.
import { expect, test } from 'vitest'
import { closedDraft, isUnsaved, lockDraft, openDraft, shownText, unlockDraft } from '../../src/keys/sealed-draft.ts'

test('what is written and not saved is put away when the keys lock, and comes back over what stands sealed', () => {
  const written = { ...openDraft('Hon vill ha en tolk.'), text: 'Hon vill ha en tolk på fredag.' }
  // Locked twice: the keys tell of every change while they are locked.
  const locked = lockDraft(lockDraft(written))
  expect([shownText(locked), isUnsaved(locked)]).toEqual([null, true])
  const again = unlockDraft(locked, 'Hon vill ha en tolk.')
  expect([shownText(again), isUnsaved(again)]).toEqual(['Hon vill ha en tolk på fredag.', true])
})

test('what is saved or was only read is closed, and opened anew', () => {
  const parts = { happened: 'Ett brev gick fel', delay: '' }
  expect(lockDraft(openDraft(parts))).toEqual(closedDraft)
  // Taken back to what stood there: nothing to keep.
  expect(lockDraft({ ...openDraft(parts), text: { ...parts } })).toEqual(closedDraft)
  expect(lockDraft(closedDraft)).toEqual(closedDraft)
  expect(shownText(unlockDraft<string>(closedDraft, 'Nytt'))).toBe('Nytt')
})
