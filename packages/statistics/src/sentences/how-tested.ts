// How the sentences about differences were tested, with the words that a statistician would use: the same beside them wherever they stand.
import type { Language } from '@lykta/incident'

/** `rest`: only where a running year is told of. */
export type HowTestedPart = 'base' | 'exposure' | 'ratio' | 'cases' | 'spread' | 'several' | 'trend' | 'rest' | 'effort'

export type HowTestedWords = {
  readonly summary: string
  readonly lead: string
  readonly parts: Readonly<Record<HowTestedPart, readonly [term: string, meaning: string]>>
}

/** In the order in which they are read. */
export const howTestedParts = ['base', 'exposure', 'ratio', 'cases', 'spread', 'several', 'trend', 'rest', 'effort'] as const satisfies readonly HowTestedPart[]

export const howTested: Readonly<Record<Language, HowTestedWords>> = {
  sv: {
    summary: 'Hur det har prövats',
    lead: 'För den som vill räkna efter. Metoderna, med källor, står i programmets dokumentation (docs/statistics-rates.md).',
    parts: {
      base: ['Underlag', 'Bara incidenter, och bara perioder vars antal står som exakt tal. Ett dolt antal eller en undre gräns jämförs inte, och inte personer: flera kan höra till samma incident.'],
      exposure: ['Per månad (exponering)', 'Antalet delas med månader då nätverket samlade in, så att ett kort år inte ser ut som en minskning.'],
      ratio: ['Kvot, 95 %', 'Den senare periodens antal per månad delat med den tidigares, med exakt 95-procentigt konfidensintervall (betingat på summan, Clopper–Pearson). Ryms 1 i det kan skillnaden vara slump.'],
      cases: ['Fall av 100 (p-värde)', 'Hur ofta slumpen ensam ger minst så stora skillnader: exakt test av lika takter, för stora tal en approximation (chi-två).'],
      spread: ['Spridning (heterogenitet)', 'Pearsons chi-två delat med frihetsgraderna. Klart över 1: perioderna skiljer sig mer än slumpen brukar ge.'],
      several: ['Flera jämförelser (Holm)', 'Ju fler jämförelser, desto lättare blir någon utslag av slump. Holms metod räknar in det.'],
      trend: ['Från en period till nästa (trend)', 'Poissonregression mot tiden. En trend sägs bara av minst tre perioder, och när en rät linje beskriver dem.'],
      rest: ['Blir det till (prognosintervall)', 'Väntat antal under resten av året, med 95-procentigt prognosintervall.'],
      effort: ['Insatser', 'Hur många som rapporterade och letade. Fler ögon ger fler incidenter; därför sägs ingen ökning utan att det står bredvid.'],
    },
  },
  en: {
    summary: 'How it was tested',
    lead: 'For whoever wants to check. The methods, with sources, stand in the program’s documentation (docs/statistics-rates.md).',
    parts: {
      base: ['Base', 'Incidents alone, and only periods whose number is told exactly. A hidden number or a lower bound is not compared, and persons are not: several can belong to one incident.'],
      exposure: ['Per month (exposure)', 'The count is divided by the months in which the network collected, so that a short year does not look like a decrease.'],
      ratio: ['Ratio, 95 %', 'The later period’s number per month divided by the earlier one’s, with an exact 95 % confidence interval (conditional on the sum, Clopper–Pearson). If it contains 1, the difference can be chance.'],
      cases: ['Cases of 100 (p value)', 'How often chance alone gives differences at least as large: an exact test of equal rates, for large numbers an approximation (chi-square).'],
      spread: ['Spread (heterogeneity)', 'Pearson’s chi-square over its degrees of freedom. Well above 1: the periods differ by more than chance tends to give.'],
      several: ['Several comparisons (Holm)', 'The more comparisons, the more easily one of them stands out by chance. Holm’s method allows for that.'],
      trend: ['From one period to the next (trend)', 'Poisson regression on time. A trend is told of three periods at least, and where a straight line describes them.'],
      rest: ['More will come (prediction interval)', 'The number expected in the rest of the year, with a 95 % prediction interval.'],
      effort: ['Effort', 'How many reported and looked. More eyes give more incidents; so no increase is told without it standing beside.'],
    },
  },
}
