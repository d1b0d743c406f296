// On the first screen: whether what is written is kept, and the drafts that wait; while one writes, when it was kept last.
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { UnlockPanel } from '../unlock/unlock-panel.tsx'
import { useForm, useReportLanguage } from '../words.tsx'
import type { DraftContent, DraftKeeper } from './draft-keeper.ts'
import { useDraftWords } from './draft-words.ts'
import { openDrafts } from './open-drafts.ts'

export type DraftNoteProps = {
  readonly keeper: DraftKeeper
  /** 'status': a line while one writes. */
  readonly part: 'all' | 'status'
  readonly onContinue: (content: DraftContent) => void
}

export function DraftNote({ keeper, part, onContinue }: DraftNoteProps): ReactNode {
  const words = useDraftWords()
  const language = useReportLanguage()
  const { open } = useForm()
  const { sealed, offered, elsewhere, saving, savedAt, taken } = useSyncExternalStore(keeper.subscribe, () => keeper.state)
  const [asks, setAsks] = useState(false)
  const [said, setSaid] = useState('')
  const time = (at: number): string =>
    new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { hour: '2-digit', minute: '2-digit', timeZone: open.session.network.timeZone }).format(at)
  if (part === 'status') {
    if (saving === 'off') return null
    return <p className="hint draft-status">{saving === 'failed' ? words.failed : savedAt === null ? words.on : words.saved(time(savedAt))}</p>
  }
  const unlocked = (): void => {
    setAsks(false)
    void openDrafts(keeper)
  }
  return (
    <section className={sealed > 0 || offered.length + elsewhere.length > 0 ? 'told told-waits' : 'told'} aria-label={words.title}>
      {saving === 'off' && !asks && (
        <>
          <p>{sealed > 0 ? <strong>{words.sealed(sealed)}</strong> : words.off}</p>
          {sealed > 0 && <p>{words.sealedHelp}</p>}
          <p>
            <button type="button" className="button button-secondary" onClick={() => setAsks(true)}>{sealed > 0 ? words.open : words.unlock}</button>
          </p>
        </>
      )}
      {saving === 'off' && asks && <UnlockPanel why="draft" onUnlocked={unlocked} />}
      {offered.map(({ id, savedAt: at }) => (
        <div key={id}>
          <p><strong>{words.offered(time(at))}</strong></p>
          <p className="draft-ways">
            <button type="button" className="button button-secondary" onClick={() => void keeper.take(id).then((got) => got && onContinue(got))}>{words.go(time(at))}</button>
            <button
              type="button" className="button button-quiet"
              onClick={() => {
                setSaid(words.thrown)
                void keeper.throwAway(id)
              }}
            >
              {words.throwAway(time(at))}
            </button>
          </p>
        </div>
      ))}
      {elsewhere.map((ref) => (
        <div key={ref}>
          <p><strong>{words.elsewhere(ref)}</strong></p>
          <p><button type="button" className="button button-secondary" onClick={() => openFor(ref)}>{words.openFor(ref)}</button></p>
        </div>
      ))}
      {saving !== 'off' && <p>{saving === 'failed' ? words.failed : savedAt === null ? words.on : words.saved(time(savedAt))}</p>}
      <p role="status" className={taken || said !== '' ? undefined : 'unseen'}>{taken ? words.taken : said}</p>
    </section>
  )
}

/** As the list of incidents leads here; the page takes it out of the address again (invitation.ts). */
function openFor(ref: string): void {
  history.replaceState(null, '', `#change.${ref}`)
  location.reload()
}
