// Announced to everybody, and then seven days: what happens, until when, and who can stop it.
import { type ReactNode, useState } from 'react'
import type { RecoveryWait } from '../../../../server/src/api/member-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Paper } from '../../components/paper.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMoment } from '../../format/dates.ts'
import { keys } from '../../keys/keys.ts'
import type { RecoveryLook, SheetsFor } from '../../keys/recovering.ts'
import { useLanguage } from '../../messages/messages.ts'
import { CompareGenesis, useComparing } from './compare-genesis.tsx'
import { useRecoveryWords } from './recovery-words.ts'

export type WaitStepProps = {
  readonly sheets: SheetsFor
  readonly look: RecoveryLook
  readonly onAnnounced: (wait: RecoveryWait) => void
  readonly onFinish: () => void
}

export function WaitStep({ sheets, look, onAnnounced, onFinish }: WaitStepProps): ReactNode {
  return look.wait ? <Waiting look={look} wait={look.wait} onFinish={onFinish} /> : <Announce sheets={sheets} look={look} onAnnounced={onAnnounced} />
}

function Announce({ sheets, look, onAnnounced }: Omit<WaitStepProps, 'onFinish'>): ReactNode {
  const words = useRecoveryWords()
  const acting = useAct()
  const comparing = useComparing(look.log)
  const announce = (): void => {
    if (!comparing.check()) return
    void acting.act(async () => {
      onAnnounced(await keys.announceRecovery(sheets))
      return undefined
    })
  }
  return (
    <>
      <p role="status" className="outcome">{words.fits(look.network.name)}</p>
      <p className="lead">{words.announceLead}</p>
      <h2>{words.whatHappens}</h2>
      <ul className="join-list">{words.happens.map((text) => <li key={text}>{text}</li>)}</ul>
      <CompareGenesis comparing={comparing} />
      <ActOutcome acting={acting} />
      <p className="join-ways">
        <Button kind="primary" isDisabled={acting.busy} onPress={announce}>{acting.busy ? words.announcing : words.announce}</Button>
      </p>
    </>
  )
}

function Waiting({ look, wait, onFinish }: { readonly look: RecoveryLook; readonly wait: RecoveryWait; readonly onFinish: () => void }): ReactNode {
  const words = useRecoveryWords()
  const language = useLanguage()
  const [printed, setPrinted] = useState(false)
  const moment = (instant: string): string => renderMoment(instant, look.network.timeZone, language)
  const facts = (
    <dl className="recovery-dates">
      <div><dt>{words.announced}</dt><dd>{moment(wait.announcedAt)}</dd></div>
      <div><dt>{words.usableFrom}</dt><dd><strong>{moment(wait.usableFrom)}</strong></dd></div>
      <div><dt>{words.usableUntil}</dt><dd>{moment(wait.usableUntil)}. {words.untilHint}</dd></div>
    </dl>
  )
  return (
    <>
      <p className="lead">{words.waitLead(moment(wait.usableFrom))}</p>
      {facts}
      <p>{words.whoStops}</p>
      <ul className="join-list">{words.happens.slice(2).map((text) => <li key={text}>{text}</li>)}</ul>
      <p className="join-ways">
        <Button
          kind="secondary"
          onPress={() => {
            setPrinted(true)
            globalThis.print()
          }}
        >
          {words.print}
        </Button>
        <Button kind={printed ? 'primary' : 'secondary'} onPress={onFinish}>{words.finish}</Button>
      </p>
      <Paper>
        <section>
          <h1>{words.paperTitle}</h1>
          <p>{words.paperText(look.network.name)}</p>
          {facts}
        </section>
      </Paper>
    </>
  )
}
