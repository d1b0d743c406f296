// A publisher's number: whole or with decimals, with spaces between thousands, or two dots where there is none.

/** Null for what is not given (".." or nothing); undefined for what is no number, a dash too: some print it for none, others for not known. */
export function findSeriesNumber(text: string): number | null | undefined {
  const written = text.replaceAll(/[\s\u00A0\u202F]/gu, '')
  if (written === '' || written === '..') return null
  if (!/^\d{1,12}(?:[.,]\d{1,6})?$/.test(written)) return undefined
  return Number(written.replace(',', '.'))
}
