// One click away from the sentences about differences: how they were tested, with the words that a statistician would use.
import type { ReactNode } from 'react'
import { ownWords } from '../messages/own-words.ts'
import './how-tested.css'

const useHowTestedWords = ownWords({
  sv: {
    summary: 'Hur det har prövats',
    lead: 'För den som vill räkna efter. Metoderna, med källor, står i docs/statistics-rates.md.',
    terms: [
      ['Per månad (exponering)', 'Antalet delas med månader då nätverket samlade in, så att ett kort år inte ser ut som en minskning.'],
      ['Kvot, 95 %', 'Den senare periodens antal per månad delat med den tidigares, med exakt 95-procentigt konfidensintervall. Ryms 1 i det kan skillnaden vara slump.'],
      ['Fall av 100 (p-värde)', 'Hur ofta slumpen ensam ger minst så stora skillnader: exakt test av lika takter, för stora tal en approximation (chi-två).'],
      ['Spridning (heterogenitet)', 'Pearsons chi-två delat med frihetsgraderna. Klart över 1: perioderna skiljer sig mer än slumpen brukar ge.'],
      ['Flera jämförelser (Holm)', 'Ju fler jämförelser, desto lättare blir någon utslag av slump. Holms metod räknar in det.'],
      ['Från en period till nästa (trend)', 'Poissonregression mot tiden. En trend sägs bara av minst tre perioder, och när en rät linje beskriver dem.'],
      ['Blir det till (prognosintervall)', 'Väntat antal under resten av året, med 95-procentigt prognosintervall.'],
      ['Insatser', 'Hur många som rapporterade och letade. Fler ögon ger fler incidenter; därför sägs ingen ökning utan att det står bredvid.'],
    ],
  },
  en: {
    summary: 'How it was tested',
    lead: 'For whoever wants to check. The methods, with sources, stand in docs/statistics-rates.md.',
    terms: [
      ['Per month (exposure)', 'The count is divided by the months in which the network collected, so that a short year does not look like a decrease.'],
      ['Ratio, 95 %', 'The later period’s number per month divided by the earlier one’s, with an exact 95 % confidence interval. If it contains 1, the difference can be chance.'],
      ['Cases of 100 (p value)', 'How often chance alone gives differences at least as large: an exact test of equal rates, for large numbers an approximation (chi-square).'],
      ['Spread (heterogeneity)', 'Pearson’s chi-square over its degrees of freedom. Well above 1: the periods differ by more than chance tends to give.'],
      ['Several comparisons (Holm)', 'The more comparisons, the more easily one of them stands out by chance. Holm’s method allows for that.'],
      ['From one period to the next (trend)', 'Poisson regression on time. A trend is told of three periods at least, and where a straight line describes them.'],
      ['More will come (prediction interval)', 'The number expected in the rest of the year, with a 95 % prediction interval.'],
      ['Effort', 'How many reported and looked. More eyes give more incidents; so no increase is told without it standing beside.'],
    ],
  },
} satisfies Record<'sv' | 'en', { readonly summary: string; readonly lead: string; readonly terms: readonly (readonly [string, string])[] }>)

export function HowTested(): ReactNode {
  const { summary, lead, terms } = useHowTestedWords()
  return (
    <details className="how-tested">
      <summary>{summary}</summary>
      <p>{lead}</p>
      <dl>
        {terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
