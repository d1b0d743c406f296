// How far cases come along the chain, with median times: raw figures, for the coordinator alone.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ChainAnswer } from '../../../../server/src/api/case-types.ts'
import { chainQuery } from '../../api/case-queries.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { RawMark } from '../../components/raw-mark.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { stepWords, useCaseWords } from './case-words.ts'
import './cases.css'

export function Funnel(): ReactNode {
  const words = useCaseWords()
  const { network } = useNetwork()
  const [years, setYears] = useState<{ readonly from?: number; readonly to?: number }>({})
  const query = useQuery(chainQuery(years.from, years.to))
  /** Until today's year. */
  const all = useQuery(chainQuery(undefined, undefined))
  const first = Number(network.collectionStart.slice(0, 4))
  const last = all.data?.to ?? first
  const options = Array.from({ length: last - first + 1 }, (_, at) => ({ id: String(first + at), text: String(first + at) }))
  return (
    <section className="funnel" aria-labelledby="funnel">
      <h2 id="funnel">{words.funnel}</h2>
      <RawMark coordinator />
      <p>{words.funnelLead}</p>
      <div className="funnel-years">
        <SelectField label={words.funnelFrom} options={options} selected={String(query.data?.from ?? years.from ?? first)} onSelect={(one) => setYears({ from: Number(one), to: Math.max(Number(one), years.to ?? last) })} />
        <SelectField label={words.funnelTo} options={options} selected={String(query.data?.to ?? years.to ?? last)} onSelect={(one) => setYears({ from: Math.min(Number(one), years.from ?? first), to: Number(one) })} />
      </div>
      <Loaded query={query}>{(answer) => <FunnelTable answer={answer} />}</Loaded>
    </section>
  )
}

function FunnelTable({ answer: { cases, open, unfounded, withdrawn, funnel, steps } }: { readonly answer: ChainAnswer }): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const shown = funnel.filter(({ step, cases: reached }) => reached > 0 || steps.find(({ id }) => id === step)?.validTo === null)
  return (
    <>
      {cases === 0 ? <p>{words.funnelNone}</p> : (
        <DataTable caption={words.funnel} about={words.funnelUnits(renderCount(cases, language), renderCount(open, language))}>
          <thead>
            <tr><th scope="col">{words.step}</th><th scope="col" className="funnel-bar-column"><span className="unseen">{words.funnelCases}</span></th><th scope="col" className="num">{words.funnelCases}</th><th scope="col" className="num">{words.funnelMedian}</th><th scope="col" className="num">{words.funnelTimed}</th></tr>
          </thead>
          <tbody>
            {shown.map(({ step, cases: reached, median, timed }) => (
              <tr key={step}>
                <th scope="row">{stepWords(steps, step, language)}</th>
                <td className="funnel-bar-column" aria-hidden="true"><svg className="funnel-bar" viewBox="0 0 100 10" preserveAspectRatio="none"><rect width={(100 * reached) / cases} height="10" /></svg></td>
                <td className="num">{renderCount(reached, language)}</td>
                <td className="num">{median === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(median)}</td>
                <td className="num">{renderCount(timed, language)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <p className="hint">{words.funnelApart(renderCount(unfounded, language), renderCount(withdrawn, language))} {words.funnelNote} {words.funnelOnly}</p>
    </>
  )
}
