// A frozen draft: how it stands, what can be done with it, what will be published, and for coordinators what it hides and why.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { DraftAnswer } from '../../../../server/src/api/edition-types.ts'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { tableName } from '../editions/decision-words.ts'
import { EditionReading } from '../editions/edition-reading.tsx'
import { EditionTables } from '../editions/edition-tables.tsx'
import { DraftActs } from './draft-acts.tsx'
import { DraftChanges } from './draft-changes.tsx'
import { DraftDecisions } from './draft-decisions.tsx'
import { DiscardDraft } from './discard-draft.tsx'
import { DraftFacts } from './draft-facts.tsx'
import { ReleasePlan } from './release-plan.tsx'
import { useWorkshopWords } from './workshop-words.ts'
import { draftQuery } from './workshop-queries.ts'
import '../editions/editions.css'
import './workshop.css'

const route = getRouteApi('/drafts/$id')

export function DraftPage(): ReactNode {
  const { id } = route.useParams()
  const query = useQuery(draftQuery(id))
  return <Loaded query={query}>{(answer) => <Draft key={id} answer={answer} />}</Loaded>
}

function Draft({ answer }: { readonly answer: DraftAnswer }): ReactNode {
  const messages = useMessages()
  const { edition: editionWords } = messages
  const { network } = useNetwork()
  const language = useLanguage()
  const { draft: words, discard, state: states, waitsForYou, draftMark, audiences } = useWorkshopWords()
  const { draft, warnings, lateWaiting, overrides, changed, changes, files, plan, decisions, exposedBefore } = answer
  const { id, year, state, outdated, audience, madeAt } = draft
  const [gone, setGone] = useState(false)
  if (gone) {
    return (
      <article className="edition">
        <PageHeading title={discard.done} before={<Link to="/editions" className="back"><Icon name="back" />{words.back}</Link>} />
        <p role="status">{discard.doneText}</p>
      </article>
    )
  }
  return (
    <article className="edition">
      <PageHeading title={words.title(String(year))} before={<Link to="/editions" className="back"><Icon name="back" />{words.back}</Link>} />
      <div className="edition-marks">
        <Mark kind="lamp">{draftMark}</Mark>
        <Mark kind="plain">{audiences[audience]}</Mark>
        <Mark kind={state === 'approved' ? 'accent' : 'plain'}>{states[state]}</Mark>
        {draft.waitsForYou && <Mark kind="lamp">{waitsForYou}</Mark>}
        {network.sample && <Mark kind="lamp">{editionWords.sample}</Mark>}
      </div>
      {state === 'approved' && <p>{words.approvedLead} <Link to="/reading/$id" params={{ id }}>{words.toEdition}</Link></p>}
      {outdated !== 'no' && <p className="edition-warning">{words.outdated[outdated]} <Link to="/editions/$year" params={{ year: String(year) }}>{words.again}</Link></p>}
      {warnings.map(({ code, text }, index) => <p key={`${code} ${String(index)}`} className="edition-warning">{text[language]}</p>)}
      {lateWaiting > 0 && <p>{words.late(renderCount(lateWaiting, language), lateWaiting === 1)}</p>}
      {overrides.map((override) => (
        <section key={override.rule} className="edition-warning" aria-label={words.overrides}>
          <strong>{words.overrides}.</strong> {override.rule === 'merge' ? words.apartText(tableName(override.table, messages)) : words.overridesText}
          <blockquote>{override.reason}</blockquote>
        </section>
      ))}
      {changed && <section className="workshop-changed"><h2>{words.changed}</h2><p>{changed[language]}</p></section>}
      {changes && <DraftChanges changes={changes[language]} />}
      <DraftActs answer={answer} />
      <EditionReading year={year} files={files} madeAt={madeAt} />
      <EditionTables files={files} />
      <ReleasePlan plan={plan} year={year} />
      {exposedBefore > 0 && <p>{words.exposedBefore(renderCount(exposedBefore, language))}</p>}
      {decisions ? <DraftDecisions decisions={decisions} /> : <p className="hint">{words.protocolHidden}</p>}
      <DraftFacts answer={answer} />
      {answer.mayDiscard && <DiscardDraft id={id} onDone={() => setGone(true)} />}
    </article>
  )
}
