// A situation report for a wall: one figure a screen in large type, turned by keys, a click or a clicker.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { usePreferences } from '../../preferences.tsx'
import { useLetterKeys } from '../../shell/use-letter-keys.ts'
import { situationsQuery, type WallReport, wallQuery } from './situation-queries.ts'
import { useSituationWords } from './situation-words.ts'
import { leftToScroll, turnOf } from './wall-keys.ts'
import './wall.css'

const route = getRouteApi('/wall/$report/$audience')

export function WallPage(): ReactNode {
  const { report, audience } = route.useParams()
  const { wall: words, title } = useSituationWords()
  const query = useQuery({ ...wallQuery(report, audience, useLanguage()), retry: false })
  if (query.isError) return <><PageHeading title={title} /><p>{words.missing}</p><p><Link to="/meetings">{words.close}</Link></p></>
  return <Loaded query={query}>{(made) => <Wall made={made} report={report} />}</Loaded>
}

function Wall({ made: { screens, audience, sample }, report }: { readonly made: WallReport; readonly report: string }): ReactNode {
  const { wall: words } = useSituationWords()
  const [at, setAt] = useState(0)
  const place = useRef<HTMLElement>(null)
  const { letterKeys } = usePreferences()
  const meeting = useQuery(situationsQuery).data?.versions.find((one) => one.report === report)?.meeting
  const last = screens.length - 1
  const fill = (): void => void place.current?.requestFullscreen?.().catch(() => {})
  useLetterKeys((key) => {
    if (key !== 'f' && key !== 'F') return false
    fill()
    return true
  })
  const move = (by: number): void => {
    // The next one is read from its beginning.
    place.current?.scrollTo(0, 0)
    setAt((now) => Math.max(0, Math.min(last, now + by)))
  }
  useEffect(() => {
    place.current?.focus()
    const turn = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      // A button has its own use for the space bar.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
      const by = place.current ? turnOf(event.key, leftToScroll(place.current), event.repeat) : undefined
      if (by === undefined) return
      event.preventDefault()
      place.current?.scrollTo(0, 0)
      setAt((now) => Math.max(0, Math.min(last, now + by)))
    }
    document.addEventListener('keydown', turn)
    return () => document.removeEventListener('keydown', turn)
  }, [last])
  const screen = screens[at]
  if (!screen) return null
  return (
    <section ref={place} className="wall" tabIndex={-1} aria-label={words.label}>
      <p className="wall-mark">{words.audience[audience]}{sample && ` · ${words.sample}`}</p>
      <div className={`wall-screen wall-${screen.id}`} aria-live="polite">
        <h1 className="wall-title">{screen.title}</h1>
        {screen.value !== null && <p className="wall-value">{screen.value}</p>}
        {screen.lines.map((line, index) => <p key={index} className={screen.value === null ? 'wall-said' : 'wall-line'}>{line}</p>)}
        {screen.bars.length > 0 && (
          <ol className="wall-bars">
            {screen.bars.map(({ label, value, of }) => (
              <li key={label}><span className="wall-name">{label}</span><meter className="wall-bar" min={0} max={1} value={of} aria-hidden="true" /><span className="wall-count">{value}</span></li>
            ))}
          </ol>
        )}
      </div>
      <nav className="wall-ways" aria-label={words.label}>
        <Button kind="quiet" isDisabled={at === 0} onPress={() => move(-1)}>{words.previous}</Button>
        <span className="wall-place">{words.place(at + 1, screens.length)}</span>
        <Button kind="quiet" isDisabled={at === last} onPress={() => move(1)}>{words.next}</Button>
        <Button kind="quiet" onPress={fill}>{words.full}</Button>
        {meeting ? <Link to="/meetings/$id" params={{ id: meeting }}>{words.close}</Link> : <Link to="/meetings">{words.close}</Link>}
        <span className="wall-keys">{letterKeys ? `${words.keys} ${words.fullKey}` : words.keys}</span>
      </nav>
    </section>
  )
}
