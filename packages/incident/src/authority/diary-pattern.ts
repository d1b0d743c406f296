// The form of an authority's register numbers (diarienummer): a year in four digits and a running number, with what the authority writes around them.

/** Longest pattern, and what is written where nobody has chosen another. */
export const longestPattern = 40
export const defaultPattern = 'LYK YYYY-####'

const YEAR = /YYYY|ÅÅÅÅ/gu
const RUNNING = /#+/g

/**
 * As it is stored: ÅÅÅÅ becomes YYYY. Undefined for what would give two incidents one number, or could be read in two ways: it needs the
 * year once and one run of # once (as many as the number has digits at least), parted by something, and else letters, digits and - / . : and space.
 */
export function findPattern(text: string): string | undefined {
  const pattern = text.normalize('NFC').trim().replaceAll('ÅÅÅÅ', 'YYYY').replaceAll(/\s+/g, ' ')
  if (pattern.length > longestPattern || (pattern.match(YEAR) ?? []).length !== 1) return undefined
  const [run, ...others] = pattern.match(RUNNING) ?? []
  if (run === undefined || others.length > 0 || run.length > 6) return undefined
  // A digit beside either would run into it.
  if (/YYYY[#\d]|[#\d]YYYY|#\d|\d#/.test(pattern)) return undefined
  return /^[\p{L}\d \-/.:#]+$/u.test(pattern) ? pattern : undefined
}

/** The same as lykta.diary_name writes it; a number with more digits than the pattern has keeps them all. */
export function renderDiaryNumber(pattern: string, year: number, serial: number): string {
  return pattern.replace('YYYY', String(year)).replace(/#+/, (run) => String(serial).padStart(run.length, '0'))
}
