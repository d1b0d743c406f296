// How much of a date a spreadsheet cell shows: typing "2019-04" can make a cell that holds 1 April and shows "apr-19".

export type DatePrecision = 'day' | 'month' | 'year'

/** From a number format such as "yyyy-mm-dd" or "mmm-yy"; a format without a year tells nothing, and counts as a day. */
export function precisionOfFormat(format: string): DatePrecision {
  const letters = format.toLowerCase().replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return precisionOfParts({ year: letters.includes('y'), month: letters.includes('m'), day: letters.includes('d') })
}

export function precisionOfParts(shown: { readonly year: boolean; readonly month: boolean; readonly day: boolean }): DatePrecision {
  if (shown.day || !shown.year) return 'day'
  return shown.month ? 'month' : 'year'
}

/** The part of an ISO date that the cell shows: 2019-04-01 as 2019-04-01, 2019-04 or 2019. */
export function renderDate(isoDate: string, precision: DatePrecision): string {
  if (precision === 'day') return isoDate
  return isoDate.slice(0, precision === 'month' ? -3 : -6)
}
