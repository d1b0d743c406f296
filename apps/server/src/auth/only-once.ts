// What may be used once: remembered for as long as it could be used again.

/** The first call with a word is true, another within the time (milliseconds) is not. */
export function onlyOnce(time: number): (word: string) => boolean {
  const used = new Map<string, number>()
  return (word) => {
    const now = Date.now()
    for (const [old, until] of used) {
      if (until > now) break
      used.delete(old)
    }
    if (used.has(word)) return false
    used.set(word, now + time)
    return true
  }
}
