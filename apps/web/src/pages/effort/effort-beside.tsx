// Effort of periods in one line each, for beside a trend: what can be read from more or fewer incidents depends on it.
import type { EffortOfPeriod } from '@lykta/statistics'
import type { ReactNode } from 'react'
import { renderMonth } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useEffortWords } from './effort-words.ts'

export type EffortBesideProps = { readonly efforts: readonly (Omit<EffortOfPeriod, 'id' | 'from' | 'to' | 'months'> & { readonly label: string })[] }

export function EffortBeside({ efforts }: EffortBesideProps): ReactNode {
  const words = useEffortWords()
  const language = useLanguage()
  const shown = (count: number | null): string | null => (count === null ? null : renderCount(count, language))
  const month = (from: string | null): string | null => (from === null ? null : renderMonth(`${from}-01`, language))
  const someLate = efforts.some(({ trainingsFrom, outreachFrom }) => trainingsFrom !== null || outreachFrom !== null)
  return (
    <p className="hint effort-beside">
      {words.label}. {efforts.map(({ label, trainings, trained, trainingsFrom, outreachPasses, outreachFrom, activeOrganisations }) => words.beside({
        period: label, trainings: shown(trainings), trained: trained?.isLeast ? words.atLeast(renderCount(trained.count, language)) : shown(trained?.count ?? null), trainingsFrom: month(trainingsFrom),
        passes: shown(outreachPasses), passesFrom: month(outreachFrom), active: shown(activeOrganisations),
      })).join('. ')}.{someLate && ` ${words.fromAbout}`}
    </p>
  )
}
