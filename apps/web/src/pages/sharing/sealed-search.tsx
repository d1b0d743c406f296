// Searching sealed text while a session runs: opened in the worker, kept in this page's memory alone, and gone when the keys lock.
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { keys, type OpenedTexts } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { findInTexts } from './find-in-texts.ts'
import { PlaceLink } from './place-link.tsx'
import { useSharingWords } from './sharing-words.ts'

const mostShown = 100

export function SealedSearch({ session }: { readonly session: string }): ReactNode {
  const words = useSharingWords()
  const language = useLanguage()
  const { busy, failure, act } = useAct()
  const [found, setFound] = useState<OpenedTexts | null>(null)
  const [done, setDone] = useState(0)
  const [query, setQuery] = useState('')
  const stopper = useRef<AbortController>(undefined)
  const forget = useCallback((): void => {
    stopper.current?.abort()
    setFound(null)
    setQuery('')
  }, [])
  // Locked keys leave nothing readable on the screen, and nothing to search.
  useEffect(() => keys.subscribe(() => keys.view.state === 'locked' && forget()), [forget])
  useEffect(() => () => stopper.current?.abort(), [])
  const fetchAll = (): Promise<void> => act(async () => {
    if (!(await keys.askUnlock())) return undefined
    const own = new AbortController()
    stopper.current = own
    setDone(0)
    try {
      setFound(await keys.openSession(session, setDone, own.signal))
    } catch (error) {
      if (!own.signal.aborted) throw error
    }
    return undefined
  })
  const hits = found === null ? [] : findInTexts(found.texts, query, language)
  return (
    <section className="sealed-search" aria-labelledby="sealed-search">
      <h3 id="sealed-search">{words.searchTitle}</h3>
      <p className="sharing-text">{words.searchText}</p>
      {found === null && (busy ? (
        <p className="sharing-ways"><span role="status">{words.fetching(renderCount(done, language))}</span><Button kind="secondary" onPress={() => stopper.current?.abort()}>{words.stop}</Button></p>
      ) : <Button kind="primary" onPress={() => void fetchAll()}>{words.fetch}</Button>)}
      <FailureNote error={failure} />
      {found !== null && (
        <>
          <TextField label={words.searchFor} value={query} onChange={setQuery} hint={words.searchHint} autoComplete="off" />
          <p role="status">
            {words.fetched((['reasons', 'notes', 'meetings'] as const).map((part) => words.fetchedOf[part](found.texts.filter(({ place }) => place.part === part).length)).join(', '))} {found.closed > 0 && words.unopened(renderCount(found.closed, language))} {query.trim() !== '' && (hits.length === 0 ? words.noHits : words.hits(renderCount(hits.length, language), hits.length === 1))}
          </p>
          <ol className="search-hits">
            {hits.slice(0, mostShown).map(({ text: { id, place, sound }, parts }) => (
              <li key={id}>
                <PlaceLink place={place} />
                {!sound && <p className="problem problem-error">{words.wrong}</p>}
                <p translate="no">{parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</p>
              </li>
            ))}
          </ol>
          <Button kind="quiet" onPress={forget}>{words.forget}</Button>
        </>
      )}
    </section>
  )
}
