// What stood in a cell, made fit to be shown: at most 40 characters, on one line, with nothing invisible in it.

const longest = 40

/** Control, format (bidirectional marks included) and unassigned characters become "·"; a longer text ends in "…". */
export function renderFound(text: string): string {
  const visible = text.toWellFormed().replace(/\s+/g, ' ').replace(/[\p{C}]/gu, '·')
  const letters = Array.from(visible)
  return letters.length <= longest ? visible : `${letters.slice(0, longest - 1).join('')}…`
}
