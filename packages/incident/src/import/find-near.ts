// What somebody probably meant: the one allowed word nearest to what they wrote.

/** The candidate with the fewest letters to change, if they are few for its length (a quarter, at least one); else ''. */
export function findNear(written: string, candidates: Iterable<string>): string {
  const text = written.toLowerCase()
  let near = ''
  let fewest = Math.max(1, Math.floor(text.length / 4)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= fewest) continue
    const distance = editDistance(text, candidate.toLowerCase())
    if (distance < fewest) {
      near = candidate
      fewest = distance
    }
  }
  return near
}

/** Levenshtein: letters to insert, remove or replace. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}
