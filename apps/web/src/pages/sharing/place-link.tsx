// Where a text that was found stands: its incident, its case, or its meeting.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TextPlace } from '../../../../server/src/api/sharing-types.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNamings, useSharingWords } from './sharing-words.ts'

export function PlaceLink({ place }: { readonly place: TextPlace }): ReactNode {
  const words = useSharingWords()
  const language = useLanguage()
  const { organisation } = useNamings()
  if (place.part === 'reasons') return <Link to="/incidents/$ref" params={{ ref: place.ref }}><code>{place.ref}</code></Link>
  if (place.part === 'notes') return <>{words.noteIn} <Link to="/cases/$ref" params={{ ref: place.ref }}><code>{place.ref}</code></Link></>
  const { meeting, heldOn, kind, organisation: whose } = place
  return <>{words.said[kind](organisation(whose))} <Link to="/meetings/$id" params={{ id: meeting }}>{words.meetingOf(renderDay(heldOn, language))}</Link></>
}
