// One series by itself, on its own scale: a table whose bars show preliminary values hatched, with its breaks where they are.
import { Fragment, type ReactNode, useId } from 'react'
import type { SeriesAnswer } from '../../../../server/src/api/official-types.ts'
import { renderDay } from '../../format/dates.ts'
import { dayOfInstant } from '../../format/day-of-instant.ts'
import { signCharacters } from '../../format/sign.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useOfficialWords } from './official-words.ts'
import { ValueBar } from './value-bar.tsx'

export function SeriesPanel({ series, children }: { readonly series: SeriesAnswer; readonly children?: ReactNode }): ReactNode {
  const words = useOfficialWords()
  const language = useLanguage()
  const { network: { timeZone } } = useNetwork()
  const id = useId()
  const { name, area, kind, source, unit, datedBy, values, enteredAt, knownBreaks } = series
  const number = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 6 })
  const highest = Math.max(1, ...values.map(({ value }) => value ?? 0))
  const isNamed = values.some(({ label }) => label !== null)
  const width = isNamed ? 4 : 3
  // The first period that is not wholly before the day.
  const breaksAt = (index: number): readonly string[] => [
    ...(values[index]!.break === null ? [] : [words.break(values[index]!.break)]),
    ...knownBreaks.filter(({ from }) => values[index]!.to >= from && (index === 0 || values[index - 1]!.to < from)).map(({ text }) => words.break(text[language])),
  ]
  return (
    <section className="series" aria-labelledby={id}>
      <h2 id={id}>{area === null ? name : `${name}, ${area}`}</h2>
      <p className="hint">{words.about(unit, words.datedBy[datedBy])}</p>
      {kind === 'own' && <p className="own-mark">{words.ownMark}</p>}
      <div className="table-scroll">
        <table className="table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{words.period}</th>
              <th scope="col" className="series-value">{words.value}</th>
              <th scope="col">{words.status}</th>
              {isNamed && <th scope="col">{words.label}</th>}
            </tr>
          </thead>
          <tbody>
            {values.map(({ period, value, status, label }, index) => (
              <Fragment key={period}>
                {breaksAt(index).map((text) => (
                  <tr key={text} className="series-break"><td colSpan={width}>{text} {words.breakHere}</td></tr>
                ))}
                <tr>
                  <th scope="row">{period}</th>
                  <td className="series-value">
                    {value === null
                      ? <span className="sign"><span aria-hidden="true">{signCharacters['not-collected']}</span><span className="unseen">{words.notGiven}</span></span>
                      : <ValueBar value={value} highest={highest} text={number.format(value)} hatched={status === 'preliminary'} />}
                  </td>
                  <td>{value === null ? '' : words[status]}</td>
                  {isNamed && <td>{label ?? ''}</td>}
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <p className="chart-note">{values.some(({ status, value }) => status === 'preliminary' && value !== null) && `${words.key} `}{words.source(source, renderDay(dayOfInstant(enteredAt, timeZone), language))}</p>
      {children}
    </section>
  )
}
