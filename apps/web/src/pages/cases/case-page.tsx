// One case: where it stands in the chain, what comes next, its incidents and police reports, and everything that has happened.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseAnswer } from '../../../../server/src/api/case-types.ts'
import { FailureError } from '../../api/ask.ts'
import { caseQuery } from '../../api/case-queries.ts'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { Mark } from '../../components/mark.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderDay } from '../../format/dates.ts'
import { dayOfInstant } from '../../format/day-of-instant.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { CaseIncidents } from './case-incidents.tsx'
import { stepWords, useCaseWords } from './case-words.ts'
import './cases.css'
import { ChainFigure } from './chain-figure.tsx'
import { Closing, Feedback } from './closing.tsx'
import { Differences } from './differences.tsx'
import { NextStep } from './next-step.tsx'
import { PoliceReports } from './police-reports.tsx'
import { Timeline } from './timeline.tsx'
import { useCaseAct } from './use-case-act.ts'

export function CasePage(): ReactNode {
  const words = useCaseWords()
  const { ref } = useParams({ from: '/cases/$ref' })
  const query = useQuery({ ...caseQuery(ref), retry: (count, error) => !isMissing(error) && count < 2 })
  if (isMissing(query.error)) return <><PageHeading title={words.one} before={<Back />} /><p>{words.notFound}</p></>
  return <Loaded query={query}>{(answer) => <Case key={answer.ref} answer={answer} />}</Loaded>
}

function Case({ answer }: { readonly answer: CaseAnswer }): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const { network: { timeZone } } = useNetwork()
  const add = useCaseAct(answer.ref)
  const { ref, chain, steps, closed } = answer
  return (
    <article className="case">
      <PageHeading title={`${words.one} ${ref}`} tab={words.one} before={<Back />} />
      <p className="case-about">
        <Mark kind={closed ? 'plain' : 'accent'}>{closed ? words.closedAs(words.closeReasons[closed.reason].toLocaleLowerCase(language), renderDay(dayOfInstant(closed.at, timeZone), language)) : words.stands(chain.stands === null ? words.nowhere : stepWords(steps, chain.stands, language))}</Mark>
        <Button kind="quiet" onPress={() => window.print()}>{words.print}</Button>
      </p>
      {closed?.reason === 'unfounded' && <p>{words.unfounded}</p>}
      <section aria-labelledby="chain">
        <h2 id="chain">{words.chain}</h2>
        <ChainFigure chain={chain} steps={steps} />
        <p className="hint">{words.chainHelp}</p>
      </section>
      <NextStep answer={answer} add={add} />
      <div className="case-columns">
        <Timeline answer={answer} add={add} />
        <div>
          <CaseIncidents answer={answer} add={add} />
          <Differences answer={answer} />
          <PoliceReports answer={answer} add={add} />
          {answer.manages && <Feedback answer={answer} />}
          {answer.manages && <Closing answer={answer} add={add} />}
        </div>
      </div>
    </article>
  )
}

function Back(): ReactNode {
  const words = useCaseWords()
  return <Link to="/cases" className="back"><Icon name="back" />{words.back}</Link>
}

function isMissing(error: unknown): boolean {
  return error instanceof FailureError && error.failure.status === 404
}
