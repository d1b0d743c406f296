// What the pages do with keys, between the worker that holds them and the server: the verbs of the files beside this one, together.
import { Founding } from './founding.ts'
import { Joining } from './joining.ts'
import { KeysCore, type Outside } from './keys-core.ts'
import type { KeysView } from './keys-view.ts'
import { LogWriter } from './log-writing.ts'
import { OwnKeys } from './own-keys.ts'
import { Recovering } from './recovering.ts'
import { Rotating } from './rotating.ts'
import { SealedTexts } from './sealed-texts.ts'
import { Unlocking } from './unlocking.ts'
import { VerifiedLog } from './verified-log.ts'

export type KeysFront = ReturnType<typeof makeKeysFront>

/** keys.ts says how each is used. */
export function makeKeysFront(outside: Outside) {
  const core = new KeysCore(outside)
  const log = new VerifiedLog(core)
  const unlocking = new Unlocking(core, log)
  const writer = new LogWriter(core, log, unlocking)
  const texts = new SealedTexts(core, log, unlocking)
  const own = new OwnKeys(core, log)
  const joining = new Joining(core, log, writer)
  const rotating = new Rotating(core, log, unlocking, writer)
  const recovering = new Recovering(core, log)
  const founding = new Founding(core, log)
  return {
    get view(): KeysView {
      return core.view
    },
    subscribe: core.subscribe,
    setOwner: core.setOwner.bind(core),
    /** While a network is being founded nothing locks by itself: its keys are nowhere else yet. */
    get isFounding(): boolean {
      return core.isBeginning
    },

    lock: unlocking.lock.bind(unlocking),
    unlock: unlocking.unlock.bind(unlocking),
    askUnlock: unlocking.ask.bind(unlocking),
    cancelUnlock: unlocking.cancel.bind(unlocking),

    pin: log.pin.bind(log),
    confirmLog: log.confirm.bind(log),
    refreshLog: log.refresh.bind(log),

    openReason: texts.open.bind(texts),
    openSession: texts.openSession.bind(texts),
    openGiven: texts.openGiven.bind(texts),
    seal: texts.seal.bind(texts),

    makeKeys: own.make.bind(own),
    changePassphrase: own.changePassphrase.bind(own),
    addPasskey: own.addPasskey.bind(own),
    makeOwnSheet: own.makeSheet.bind(own),
    ownWords: own.words.bind(own),
    checkOwn: own.check.bind(own),
    ownRecipient: own.recipient.bind(own),
    openOwn: own.open.bind(own),

    wordsOf: joining.wordsOf.bind(joining),
    admit: joining.admit.bind(joining),
    admitDevice: joining.admitDevice.bind(joining),
    deviceSecret: joining.deviceSecret.bind(joining),
    remove: joining.remove.bind(joining),

    write: writer.write.bind(writer),
    propose: writer.propose.bind(writer),
    readProposal: writer.readProposal.bind(writer),
    approve: writer.approve.bind(writer),

    rotate: rotating.rotate.bind(rotating),
    rewrap: rotating.rewrap.bind(rotating),
    openServerMade: rotating.openServerMade.bind(rotating),

    makeSheets: recovering.makeSheets.bind(recovering),
    testSheets: recovering.testSheets.bind(recovering),
    combineSheets: recovering.combineSheets.bind(recovering),
    lookAtRecovery: recovering.look.bind(recovering),
    announceRecovery: recovering.announce.bind(recovering),
    makeRecoveredKeys: recovering.makeKeys.bind(recovering),
    completeRecovery: recovering.complete.bind(recovering),
    forgetSheets: recovering.forgetSheets.bind(recovering),

    makeFounding: founding.make.bind(founding),
    abandonFounding: founding.abandon.bind(founding),
    storeFounding: founding.store.bind(founding),
  }
}
