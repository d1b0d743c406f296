// Effort of periods in one line each, for beside a trend: what can be read from more or fewer incidents depends on it.
import type { EffortOfPeriod } from '@lykta/statistics'
import type { ReactNode } from 'react'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useEffortWords } from './effort-words.ts'

export type EffortBesideProps = { readonly efforts: readonly (Omit<EffortOfPeriod, 'id' | 'from' | 'to' | 'months'> & { readonly label: string })[] }

export function EffortBeside({ efforts }: EffortBesideProps): ReactNode {
  const words = useEffortWords()
  const language = useLanguage()
  const shown = (count: number | null): string | null => (count === null ? null : renderCount(count, language))
  return (
    <p className="hint effort-beside">
      {words.label}. {efforts.map(({ label, trainings, trained, outreachPasses, activeOrganisations }) => words.beside(
        label, shown(trainings), trained?.isLeast ? words.atLeast(renderCount(trained.count, language)) : shown(trained?.count ?? null), shown(outreachPasses), shown(activeOrganisations),
      )).join('. ')}.
    </p>
  )
}
