// The response chain of one case as a line: each step, whether and when it was reached, how long it took, and where the case stands.
import type { ChainStep, ReachedStep } from '@lykta/incident'
import type { ReactNode } from 'react'
import type { CaseSummary } from '../../../../server/src/api/case-types.ts'
import { renderDay } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useCaseWords } from './case-words.ts'

export type ChainFigureProps = { readonly chain: CaseSummary['chain']; readonly steps: readonly ChainStep[] }

export function ChainFigure({ chain: { reached, tried, stands }, steps }: ChainFigureProps): ReactNode {
  const words = useCaseWords()
  const found = new Map(reached.map((one) => [one.step, one]))
  // A step that is taken no more is shown where it was reached.
  const shown = steps.filter(({ id, validTo }) => validTo === null || found.has(id))
  const one = (step: ChainStep): ReactNode => <Step key={step.id} step={step} reached={found.get(step.id)} tried={tried.includes(step.id)} stands={stands === step.id} />
  const ends = shown.filter(({ kind }) => kind === 'end')
  return (
    <div className="chain">
      <ol className="chain-way" aria-label={words.chain}>{shown.filter(({ kind }) => kind === 'way').map(one)}</ol>
      {ends.length > 0 && <ul className="chain-ends" aria-label={words.ends}>{ends.map(one)}</ul>}
    </div>
  )
}

type StepProps = { readonly step: ChainStep; readonly reached: ReachedStep | undefined; readonly tried: boolean; readonly stands: boolean }

function Step({ step, reached, tried, stands }: StepProps): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const { organisations } = useNetwork()
  const state = stands ? words.here : reached ? words.reached : tried ? words.tried : words.notReachedYet
  const organisation = reached?.organisation == null ? undefined : organisations.find(({ id }) => id === reached.organisation)?.name
  return (
    <li className={`chain-step chain-${stands ? 'here' : reached ? 'reached' : tried ? 'tried' : 'ahead'}`} aria-current={stands ? 'step' : undefined}>
      <span className="chain-dot" aria-hidden="true" />
      <span className="chain-words">
        <strong>{step[language]}</strong>
        <span className={stands ? 'chain-state' : 'unseen'}>{state}</span>
        {!reached && tried && <span>{words.tried}</span>}
        {reached && <span>{reached.on === null ? words.noDay : renderDay(reached.on, language)}</span>}
        {reached && reached.days !== null && <span className={reached.days < 0 ? 'chain-wrong' : 'chain-days'}>{daysWords(reached.days, words, language)}</span>}
        {organisation !== undefined && <span>{organisation}</span>}
        {reached?.source === 'answers' && <span className="faint">{words.fromAnswers}</span>}
      </span>
    </li>
  )
}

function daysWords(days: number, words: ReturnType<typeof useCaseWords>, language: ReturnType<typeof useLanguage>): string {
  if (days < 0) return words.backwards
  return days === 0 ? words.sameDay : words.afterStep(words.days(renderCount(days, language), days === 1))
}
