// The front of the keys: everything that a page does with them. Secrets stay in a worker; what comes here is meant to be shown.
//
//   const { state, log, own } = useKeys()         locked or unlocked; the verified log; what is wrong with one's own entry
//   if (!(await keys.askUnlock())) return         opens the unlock dialog when locked; false: the person closed it
//   keys.refreshLog()                             fetches and verifies: {log, findings}; log is null when anything was found
//   keys.openReason(ref, organisation, standing, revision)  one sealed text: {text, signed, author, imported, madeOnServer, findings}
//   keys.openGiven(answer, coded)                 the same for a text that came with others (a meeting's)
//   keys.openSession(session, onProgress, signal)  all texts that a running session of reading opens, for searching in memory
//   keys.seal({text, incident, …})                a SealedBody for a revision of one's own, signed, with its position
//   keys.makeKeys()                               /join: {words, passphrase, store()}; store() sends them when both were confirmed
//   keys.addPasskey({credential, prf})            the passkey opens the keys too; keys.changePassphrase(), keys.makeOwnSheet() alike
//   keys.ownWords(), keys.checkOwn()              what she reads aloud, and whether the log lists her own keys
//   keys.ownRecipient(), keys.openOwn(file)       what is for her alone: a draft that waits on this device
//   keys.wordsOf(publicKeys)                      eight words of somebody else's keys, to compare with what she reads aloud
//   keys.admit(member)                            lists her (also: new keys, another role) and gives her the key to what is sealed
//   keys.admitDevice(device)                      lists a device; false when its proof is not of a code that this coordinator made
//   keys.deviceSecret({invitation, organisation}) base64url, for that code
//   keys.remove('members' | 'devices', id)        ends and removes; rotates when a reader goes. Then keys.rewrap(onProgress, signal)
//   keys.rotate()                                 a new key without a removal
//   keys.write({path, changes, extra})            the same for any other address that takes signed lines (…/role)
//   keys.propose(change, approver) → text; keys.readProposal(text); keys.approve(text): what takes two coordinators
//   keys.combineSheets(texts), lookAtRecovery, announceRecovery, makeRecoveredKeys, completeRecovery, forgetSheets: two sheets, when nothing else is left
//   keys.pin(network, genesis, 'invitation')      before the first log is fetched on a device that has an invitation
//   keys.confirmLog()                             after the head's words were compared on a device without invitation or sheet
//   keys.lock()
//
// All of them need `keys.setOwner` (the shell does it from the session). They throw a ProblemError (packages/seal's
// findSealText words it, `useProblemTexts` of problem-text.ts all of them) or a FailureError (the server refused). A log that does not
// verify is a ProblemError with its findings' codes.
import { ask } from '../api/ask.ts'
import { makeKeysFront } from './keys-front.ts'
import { browserPins } from './pinned.ts'
import { makeWorkerPort } from './worker-port.ts'

export type { KeysOwner, KeysView } from './keys-view.ts'
export type { LogView } from './log-view.ts'
export type { LogWriting } from './log-writing.ts'
export type { OpenedReason } from './opened-reason.ts'
export type { Progress } from './rotating.ts'
export type { OpenedTexts, ReasonToSeal } from './sealed-texts.ts'

export const keys = makeKeysFront({ port: makeWorkerPort(), ask, pins: browserPins, now: () => new Date().toISOString() })
