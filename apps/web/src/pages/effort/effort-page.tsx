// Effort: what was done year by year, and the entries by month that it is counted from.
import type { Language } from '@lykta/incident'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { EffortEntry, EffortRequest, EffortsAnswer } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { effortsQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import type { Acting } from '../../components/use-act.ts'
import { useListAct } from '../../components/use-list-act.ts'
import { renderMonth } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { useMeetingWords } from '../meetings/meeting-words.ts'
import '../meetings/meetings.css'
import { EnterEffort } from './enter-effort.tsx'
import { useEffortWords } from './effort-words.ts'

export function EffortPage(): ReactNode {
  const words = useEffortWords()
  const meetings = useMeetingWords()
  const query = useQuery(effortsQuery)
  return (
    <article className="meeting">
      <PageHeading title={words.title} before={<Link to="/meetings" className="back"><Icon name="back" />{meetings.title}</Link>} />
      <p className="lead">{words.lead}</p>
      <Loaded query={query}>{(answer) => <Efforts answer={answer} />}</Loaded>
      <EnterEffort />
    </article>
  )
}

function Efforts({ answer: { efforts, years } }: { readonly answer: EffortsAnswer }): ReactNode {
  const words = useEffortWords()
  const language = useLanguage()
  const { acting, heading } = useListAct<HTMLElement>()
  const [some, none] = [years.filter(hasSomething), years.filter((year) => !hasSomething(year))]
  const isFolded = some.length > 0 && none.length > 0
  return (
    <>
      <Years caption={words.years} years={isFolded ? some : years} />
      {isFolded && <details className="effort-none"><summary>{words.withoutAny(renderSpans(none.map(({ id }) => Number(id)), language))}</summary><Years caption={words.withoutAnyTitle} years={none} /></details>}
      <ActOutcome acting={acting} />
      <section ref={heading} tabIndex={-1} aria-label={words.entered}>{efforts.length === 0 ? <EmptyState title={words.emptyTitle}><p>{words.empty}</p></EmptyState> : (
        <DataTable caption={words.entered} className="effort-entered">
          <thead><tr><th scope="col">{words.month}</th><th scope="col">{words.what}</th><th scope="col">{words.organisation}</th><th scope="col">{words.times}</th><th scope="col">{words.people}</th><th scope="col"><span className="unseen">{words.remove}</span></th></tr></thead>
          <tbody>{efforts.toReversed().map((effort) => <Row key={effort.id} effort={effort} acting={acting} />)}</tbody>
        </DataTable>
      )}</section>
    </>
  )
}

type Year = EffortsAnswer['years'][number]

function hasSomething({ trainings, trained, outreachPasses, activeOrganisations }: Year): boolean {
  return [trainings, trained?.count, outreachPasses, activeOrganisations].some((count) => (count ?? 0) > 0)
}

/** 2021–2024 and 2026. */
function renderSpans(years: readonly number[], language: Language): string {
  const spans: [number, number][] = []
  for (const year of years) {
    const last = spans.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else spans.push([year, year])
  }
  return new Intl.ListFormat(language).format(spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)))
}

function Years({ caption, years }: { readonly caption: string; readonly years: readonly Year[] }): ReactNode {
  const words = useEffortWords()
  const language = useLanguage()
  const shown = (count: number | null): string => (count === null ? words.notCollected : renderCount(count, language))
  const late = (from: string | null): ReactNode => from !== null && <span className="hint"> {words.from(renderMonth(`${from}-01`, language))}</span>
  const someLate = years.some(({ trainingsFrom, outreachFrom }) => trainingsFrom !== null || outreachFrom !== null)
  const someLacks = years.some(({ trainings, outreachPasses }) => trainings === null || outreachPasses === null)
  return (
    <DataTable caption={caption} about={[words.activeAbout, ...(someLacks ? [words.collectedAbout] : []), ...(someLate ? [words.fromAbout] : [])].join(' ')}>
      <thead><tr><th scope="col">{words.year}</th><th scope="col">{words.trainings}</th><th scope="col">{words.trained}</th><th scope="col">{words.passes}</th><th scope="col">{words.active}</th></tr></thead>
      <tbody>
        {years.toReversed().map(({ id, trainings, trained, trainingsFrom, outreachPasses, outreachFrom, activeOrganisations }) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td>{shown(trainings)}{late(trainingsFrom)}</td>
            <td>{trained === null ? (trainings === null ? words.notCollected : words.notCounted) : trained.isLeast ? words.atLeast(shown(trained.count)) : shown(trained.count)}</td>
            <td>{shown(outreachPasses)}{late(outreachFrom)}</td>
            <td>{activeOrganisations === null ? '–' : shown(activeOrganisations)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Row({ effort: { id, revision, ...effort }, acting: { busy, act } }: { readonly effort: EffortEntry; readonly acting: Acting }): ReactNode {
  const words = useEffortWords()
  const language = useLanguage()
  const client = useQueryClient()
  const { organisations } = useNetwork()
  const session = useQuery(sessionQuery)
  const [asking, setAsking] = useState(false)
  const { kind, month, organisation, times, people } = effort
  const name = organisations.find((one) => one.id === organisation)?.name ?? '–'
  const mayChange = session.data?.rights.includes('meeting.manage') === true || organisation === session.data?.caller?.organisation
  const what = `${words.kind[kind]}, ${renderMonth(`${month}-01`, language)}, ${name}`
  const remove = (): Promise<void> => act(async () => {
    const body: EffortRequest = { ...effort, revision: revision + 1, withdrawn: true }
    await ask(`efforts/${id}`, { method: 'PUT', body })
    await client.invalidateQueries({ queryKey: effortsQuery.queryKey })
    return words.removed
  })
  return (
    <tr>
      <th scope="row">{renderMonth(`${month}-01`, language)}</th>
      <td>{words.kind[kind]}</td>
      <td>{name}</td>
      <td>{renderCount(times, language)}</td>
      <td>{kind === 'outreach' ? '' : people === null ? words.notCounted : renderCount(people, language)}</td>
      <td>
        {mayChange && <Button kind="quiet" isDisabled={busy} aria-label={words.removeOf(what)} onPress={() => setAsking(true)}>{words.remove}</Button>}
        <AskOnce isOpen={asking} onOpenChange={setAsking} title={words.removeTitle} deed={words.remove} back={words.keep} onDo={remove}><p>{words.removeText(what, renderCount(times, language))}</p></AskOnce>
      </td>
    </tr>
  )
}
