// How long reports take, in months from the incident, estimated also from months that are not yet complete.

/** Months as whole numbers (year × 12 + month): incidents of one month that were reported in another, or in the same. */
export type DelayedReports = { readonly occurred: number; readonly reported: number; readonly count: number }

export type ReportingDelay = {
  /** By delay from 0 to the window: the share of all that come within the window which have come by then. The last is 1. */
  readonly arrived: readonly number[]
  /** Variance of the logarithm of each. */
  readonly variance: readonly number[]
  /** Reports that each step rests on; 0 for the first, which needs none. */
  readonly atRisk: readonly number[]
}

/**
 * The nonparametric estimate under right truncation: of those that had come by delay d from months that are old enough, the share
 * that came in the last of its months, multiplied up from the longest delay down (J. D. Kalbfleisch & J. F. Lawless, JASA 84 (1989) 360–372; R. Brookmeyer &
 * A. Damiano, Statistics in Medicine 8 (1989) 23–34). The same numbers as the chain ladder's factors (T. Mack, ASTIN Bulletin 23 (1993) 213–225). Variance as Greenwood's.
 * `until`: the last month that is over. Reports later than `window` months are left out.
 */
export function reportingDelay(reports: readonly DelayedReports[], until: number, window: number): ReportingDelay {
  const arrived = [1]
  const variance = [0]
  const atRisk: number[] = []
  for (let delay = window; delay >= 1; delay--) {
    const old = reports.filter(({ occurred, reported }) => occurred + delay <= until && reported - occurred <= delay && reported >= occurred)
    const risk = old.reduce((sum, { count }) => sum + count, 0)
    const last = old.reduce((sum, { occurred, reported, count }) => (reported - occurred === delay ? sum + count : sum), 0)
    arrived.unshift(arrived[0]! * (risk === 0 ? 1 : 1 - last / risk))
    variance.unshift(variance[0]! + (last === 0 ? 0 : last / (risk * (risk - last))))
    atRisk.unshift(risk)
  }
  return { arrived, variance, atRisk: [0, ...atRisk] }
}
