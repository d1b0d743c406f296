// The keys of the network: the log and its words, changing the key, and the recovery sheets.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { MembersAnswer, NetworkSettings } from '../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Busy } from '../../components/busy.tsx'
import { Button } from '../../components/button.tsx'
import { SpokenWords } from '../../components/spoken-words.tsx'
import { renderCount } from '../../format/numbers.ts'
import { keys } from '../../keys/keys.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { NewSheets } from './new-sheets.tsx'
import { useNetworkWords } from './network-words.ts'
import { rewrapJob } from './rewrap-job.ts'
import { Rewrapping } from './rewrapping.tsx'
import { SheetTest } from './sheet-test.tsx'
import { useWriting } from './use-writing.ts'

export function KeysPart({ answer, settings }: { readonly answer: MembersAnswer; readonly settings: NetworkSettings | undefined }): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const { log, findings } = useKeys()
  const rotating = useWriting()
  const [asking, setAsking] = useState(false)
  if (!log) return findings.length > 0 ? null : <Busy />
  return (
    <>
      <section className="network-section" aria-label={words.logTitle}>
        <h2>{words.logTitle}</h2>
        <p>{words.logText}</p>
        <p><strong>{words.logSound(renderCount(log.head.seq, language))}</strong></p>
        <h3>{words.headTitle}</h3>
        <p>{words.headText}</p>
        <SpokenWords words={log.headWords} label={words.headTitle} />
        <p className="hint">{words.headHint(renderCount(log.head.seq, language))}</p>
      </section>
      <section className="network-section" aria-label={words.rotateTitle}>
        <h2>{words.rotateTitle}</h2>
        <p>
          <strong>{words.epoch(String(log.epoch.epoch))}.</strong> {words.rotateText}
        </p>
        <ActOutcome acting={rotating} />
        <Button kind="secondary" isDisabled={rotating.busy} onPress={() => setAsking(true)}>{words.rotate}</Button>
        <Rewrapping />
        <AskOnce
          isOpen={asking} onOpenChange={setAsking} title={words.rotateAsk} deed={words.rotate} back={words.cancel} danger={false}
          onDo={() => rotating.write(async () => {
            await keys.rotate()
            void rewrapJob.run()
            return words.rotated
          })}
        >
          <p>{words.rotateAskText}</p>
        </AskOnce>
        <h3>{words.lostTitle}</h3>
        <p>{words.lostText}</p>
        <p>{words.lostCoordinator}</p>
      </section>
      <section className="network-section" aria-label={words.sheetsTitle}>
        <h2>{words.sheetsTitle}</h2>
        <p>{words.sheetsText}</p>
        <SheetTest recipient={log.recovery.recipient} testedAt={settings?.recoveryTestedAt ?? null} />
        <NewSheets answer={answer} />
      </section>
      <section className="network-section" aria-label={words.othersTitle}>
        <h2>{words.othersTitle}</h2>
        <p>{words.othersText}</p>
        <p><Link to="/account">{words.toAccount}</Link></p>
      </section>
    </>
  )
}
