// What looks before it acts, one after the other for each person: two at once would both find what only one of them leaves.

export function oneAtATime(): <T>(whose: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return async (whose, work) => {
    const mine = (last.get(whose) ?? Promise.resolve()).then(work, work)
    last.set(whose, mine)
    try {
      return await mine
    } finally {
      if (last.get(whose) === mine) last.delete(whose)
    }
  }
}
