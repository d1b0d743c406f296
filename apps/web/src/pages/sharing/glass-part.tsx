// Reading without waiting, where somebody is in danger: the way to it, and what was done so that runs, waits to be reviewed or has been.
import { type ReactNode, useState } from 'react'
import type { GlassEntry } from '../../../../server/src/api/sharing-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { GlassDialog } from './glass-dialog.tsx'
import { GlassItem } from './glass-item.tsx'
import { useGlassWords } from './glass-words.ts'

export function GlassPart({ glasses, mayBreak }: { readonly glasses: readonly GlassEntry[]; readonly mayBreak: boolean }): ReactNode {
  const words = useGlassWords()
  const acting = useAct()
  const [asking, setAsking] = useState(false)
  // What waits for somebody comes before what is done.
  const sorted = [...glasses.filter(({ state }) => state !== 'reviewed'), ...glasses.filter(({ state }) => state === 'reviewed')]
  return (
    <section aria-labelledby="sessions-glass">
      <h2 id="sessions-glass">{words.title}</h2>
      <p className="sharing-text">{words.text}</p>
      {mayBreak ? <p className="sharing-ways"><Button kind="secondary" onPress={() => setAsking(true)}>{words.breakMany}</Button></p> : <p className="hint">{words.now}</p>}
      {sorted.length > 0 && <ul className="shares" aria-label={words.list}>{sorted.map((one) => <GlassItem key={one.id} glass={one} />)}</ul>}
      <GlassDialog isOpen={asking} onOpenChange={setAsking} incident={null} acting={acting} onBroken={async () => words.broken} />
      <ActOutcome acting={acting} />
    </section>
  )
}
