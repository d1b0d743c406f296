// The last step: all of it into the register from here, or by the command on the computer that runs Lykta.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import type { ImportCounts } from '../../../../server/src/api/import-types.ts'
import { Busy } from '../../components/busy.tsx'
import { Button } from '../../components/button.tsx'
import { CopyField } from '../../components/copy-field.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { useImportWords } from './import-words.ts'
import { Problems } from './standing.tsx'
import { useBringingIn } from './use-bringing-in.ts'
import type { MappingWork } from './use-mapping.ts'

export function BringInPart({ work }: { readonly work: MappingWork }): ReactNode {
  const words = useImportWords()
  const { reading, checked, left } = work
  const isReady = checked?.whole === true && left.open + left.proposed === 0
  // What was brought in stays told while the network's own data are read anew, and the rows checked with them.
  const [stored, setStored] = useState<{ readonly reading: typeof reading; readonly counts: ImportCounts }>()
  const done = stored?.reading === reading ? stored.counts : undefined
  const part = useRef<HTMLElement>(null)
  return (
    <section ref={part} tabIndex={-1} aria-labelledby="bring-in" className="bring-in">
      <h2 id="bring-in">{words.handTitle}</h2>
      {done ? <Stored counts={done} /> : isReady ? <BringIn work={work} onStored={(counts) => setStored({ reading, counts })} keepFocus={() => part.current?.focus({ preventScroll: true })} /> : <p>{words.handNot}</p>}
    </section>
  )
}

type BringInProps = {
  readonly work: MappingWork
  readonly onStored: (counts: ImportCounts) => void
  /** The button that was pressed goes away: whoever uses the keyboard stays here. */
  readonly keepFocus: () => void
}

function BringIn({ work, onStored, keepFocus }: BringInProps): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const { bringing, compare, bring, stop } = useBringingIn(work.port, onStored)
  const [overwrite, setOverwrite] = useState(false)
  const shown = (count: number): string => renderCount(count, language)
  const press = (act: Promise<void>): void => {
    keepFocus()
    void act
  }
  const isCorrected = bringing.state === 'refused' && bringing.problems.some(({ code }) => code === 'import.corrected-in-form')
  const isBusy = bringing.state === 'sealing' || bringing.state === 'storing'
  useWarnBeforeLeaving(isBusy, words.bringLeave)
  return (
    <>
      <p>{words.bringText}</p>
      {network.sample && <p className="hint">{words.bringSample}</p>}
      {bringing.state === 'comparing' && <Busy text={words.comparing} />}
      {bringing.state === 'refused' && (bringing.problems.length === 0 ? <FailureNote error={bringing.error} /> : (
        <div role="alert">
          <p>{words.bringRefused}</p>
          <Problems problems={bringing.problems} />
        </div>
      ))}
      {isCorrected && <TickBox isTicked={overwrite} onTick={setOverwrite}>{words.overwrite}</TickBox>}
      {bringing.state === 'compared' && (
        <>
          <div role="status" className="bring-counts"><Counts counts={bringing.planned} will /></div>
          {bringing.warnings.length > 0 && <Problems problems={bringing.warnings} />}
          {bringing.tooMuch && <p className="look-here">{words.tooMuch}</p>}
        </>
      )}
      {isBusy && (
        <div role="status" className="import-reading">
          <p>{bringing.state === 'sealing' ? words.sealing(shown(bringing.done), shown(bringing.all)) : words.storing}</p>
          {bringing.state === 'sealing' ? <progress aria-label={words.sealingAll} value={bringing.done} max={bringing.all} /> : <progress aria-label={words.storing} />}
          {bringing.state === 'sealing' && <p><Button kind="secondary" onPress={() => {
            keepFocus()
            stop()
          }}>{words.stop}</Button></p>}
        </div>
      )}
      <p role="status" className={bringing.state === 'stopped' ? 'outcome' : 'unseen'}>{bringing.state === 'stopped' ? words.bringStopped : ''}</p>
      {!isBusy && bringing.state !== 'comparing' && (
        <p className="network-ways">
          {bringing.state === 'compared' && !bringing.tooMuch && bringing.planned.added + bringing.planned.changed + bringing.planned.others > 0 && <Button kind="primary" onPress={() => press(bring())}>{words.bring}</Button>}
          <Button kind={bringing.state === 'compared' ? 'quiet' : 'primary'} onPress={() => press(compare(overwrite))}>{bringing.state === 'begun' ? words.compare : words.compareAgain}</Button>
        </p>
      )}
      <details className="by-command">
        <summary>{words.byCommand}</summary>
        <p>{words.handText}</p>
        <CopyField label={words.handCommand} text={commandFor(work)} copy={words.copy} copied={words.copied} />
        <p className="hint">{words.handCheck}</p>
      </details>
    </>
  )
}

function Counts({ counts: { added, changed, unchanged, absent, others, reasonsCompared }, will = false }: { readonly counts: ImportCounts; readonly will?: boolean }): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const shown = (count: number): string => renderCount(count, language)
  return (
    <>
      <p><strong>{added + changed + others === 0 ? words.nothingNew : words.counted({ added: shown(added), changed: shown(changed), unchanged: shown(unchanged) })}</strong></p>
      {others > 0 && <p>{words.others(shown(others))}</p>}
      {absent > 0 && <p>{words.absent(shown(absent))}</p>}
      {will && !reasonsCompared && <p>{words.notCompared}</p>}
    </>
  )
}

function Stored({ counts }: { readonly counts: ImportCounts }): ReactNode {
  const words = useImportWords()
  return (
    <div role="status" className="bring-counts">
      <p className="outcome">{words.brought}</p>
      <Counts counts={counts} />
      <p><Link to="/incidents" search={{}}>{words.toIncidents}</Link></p>
    </div>
  )
}

/** All of it or nothing, as here; with the reasons compared when it is asked for. */
function commandFor({ reading, mapping }: MappingWork): string {
  const names = reading.state === 'ready' ? reading.names : []
  const isMapped = mapping !== null && mapping.sheets.length + mapping.ignoredSheets.length > 0
  return `npx lykta import ${names.map((name) => (/^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`)).join(' ')}${isMapped ? ' --mapping mapping.json' : ''}`
}
