// The lines under a column, broken at spaces where the column is narrower than its words.

/** A generous mean of one character at the charts' text size, in pixels. */
const character = 7.2

export function wrapLines(lines: readonly string[], width: number): readonly string[] {
  const room = Math.max(1, Math.floor(width / character))
  return lines.flatMap((line) => {
    const wrapped: string[] = []
    for (const word of line.split(' ')) {
      const last = wrapped.at(-1)
      if (last !== undefined && last.length + 1 + word.length <= room) wrapped[wrapped.length - 1] = `${last} ${word}`
      else wrapped.push(word)
    }
    return wrapped
  })
}
