// The views that a member keeps: each named by what it selects, since nothing is written freely.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { InboxView, ViewsAnswer } from '../../../../server/src/api/inbox-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { codeWord } from '../../format/code-words.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { useInboxWords } from './inbox-words.ts'
import type { Filters } from './incidents-page.tsx'

const key = ['views']

export function SavedViews({ filters }: { readonly filters: Filters }): ReactNode {
  const words = useInboxWords()
  const language = useLanguage()
  const network = useNetwork()
  const client = useQueryClient()
  const acting = useAct()
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => ask<ViewsAnswer>('views', { signal }) })
  const views = data?.views ?? []
  const nameOf = ({ waiting, exploitation, organisation, placeType, year }: InboxView): string => [
    waiting && words[waiting], year === undefined ? undefined : String(year), exploitation && codeWord('exploitation', exploitation, language),
    organisation && network.organisations.find(({ id }) => id === organisation)?.name, placeType && codeWord('place-type', placeType, language),
  ].filter((part) => part !== undefined && part !== '').join(' · ')
  const current = viewOf(filters)
  const isSaved = views.some(({ view }) => nameOf(view) === nameOf(current))
  const keep = (answer: ViewsAnswer): void => void client.setQueryData(key, answer)
  if (views.length === 0 && Object.keys(filters).length === 0) return null
  return (
    <div className="saved-views">
      {views.length > 0 && (
        <ul aria-label={words.views}>
          {views.map(({ id, view }) => (
            <li key={id}>
              <Link to="/incidents" search={filtersOf(view)} replace resetScroll={false}>{nameOf(view)}</Link>
              <Button
                kind="quiet" isDisabled={acting.busy} aria-label={words.remove(nameOf(view))}
                onPress={() => void acting.act(async () => {
                  keep(await ask<ViewsAnswer>(`views/${id}`, { method: 'DELETE' }))
                  return words.removed
                })}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {Object.keys(filters).length > 0 && !isSaved && (
        <Button
          kind="quiet" isDisabled={acting.busy}
          onPress={() => void acting.act(async () => {
            keep(await ask<ViewsAnswer>('views', { method: 'POST', body: { id: crypto.randomUUID(), view: current } }))
            return words.saved
          })}
        >
          {words.save}
        </Button>
      )}
      <ActOutcome acting={acting} />
    </div>
  )
}

function viewOf({ waiting, year, form, organisation, place }: Filters): InboxView {
  return {
    ...(waiting === undefined ? {} : { waiting }), ...(year === undefined ? {} : { year }), ...(form === undefined ? {} : { exploitation: form }),
    ...(organisation === undefined ? {} : { organisation }), ...(place === undefined ? {} : { placeType: place }),
  }
}

function filtersOf({ waiting, year, exploitation, organisation, placeType }: InboxView): Filters {
  return {
    ...(waiting === undefined ? {} : { waiting }), ...(year === undefined ? {} : { year }), ...(exploitation === undefined ? {} : { form: exploitation }),
    ...(organisation === undefined ? {} : { organisation }), ...(placeType === undefined ? {} : { place: placeType }),
  }
}
